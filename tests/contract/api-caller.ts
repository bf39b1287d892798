import { v7 } from 'uuid'
import type { ApiScope } from '../../src-shared/domain/integration.ts'
import type { Seat, Site } from './gateway-harness.ts'

export interface ApiAnswer { status: number; headers: Headers; text: string; body: unknown }
export interface ApiCaller {
  key: string
  get(path: string): Promise<ApiAnswer>
  /** With an `Idempotency-Key` of its own unless `headers` names one. */
  send(method: string, path: string, body: object, headers?: Record<string, string>): Promise<ApiAnswer>
  post(path: string, body: object, headers?: Record<string, string>): Promise<ApiAnswer>
  raw(method: string, path: string, body: string, headers: Record<string, string>): Promise<ApiAnswer>
}

/** Calls the HTTP API of a gateway with a key, over real HTTP. */
export function apiCaller(site: Pick<Site, 'ready'>, key: string): ApiCaller {
  const call = async (method: string, path: string, headers: Record<string, string>, body?: string): Promise<ApiAnswer> => {
    const response = await fetch(`${site.ready.openUrl}/api/v1${path}`, { method, headers: { authorization: `Bearer ${key}`, ...headers }, ...(body === undefined ? {} : { body }) })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) as unknown }
  }
  const send: ApiCaller['send'] = (method, path, body, headers = {}) => call(method.toUpperCase(), path, { 'content-type': 'application/json', 'idempotency-key': v7(), ...headers }, JSON.stringify(body))
  return { key, get: (path) => call('GET', path, {}), send, post: (path, body, headers) => send('POST', path, body, headers), raw: (method, path, body, headers) => call(method, path, headers, body) }
}

/** A key as an admin makes it. */
export async function makeKey(seat: Seat, name: string, scopes: readonly ApiScope[]): Promise<string> {
  return (await seat.call('integrations.makeKey', { id: v7(), name, scopes: [...scopes], expiresAt: null })).key
}
