import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { WebhookRow } from '../store/integrations.ts'
import { guardedLookup, urlTrouble } from './address-guard.ts'
import { signaturesOf } from './signature.ts'

/** Of the whole exchange, in milliseconds. */
export const TIMEOUT_MS = 10_000

/** What came of one try. `code` of a failed one: Node's, `timeout`, or `url`. */
export type Posted = { kind: 'answered'; status: number; /** As the other side asks, in milliseconds; null: it does not. */ retryAfterMs: number | null } | { kind: 'failed'; code: string }

/** Posts once, signed (Standard Webhooks 1.0), and never throws. Redirects are not followed; of the answer only the status counts. */
export function postEvent(webhook: Pick<WebhookRow, 'url' | 'ownNetwork' | 'secret' | 'oldSecret'>, now: number, id: string, body: string, stop?: AbortSignal): Promise<Posted> {
  if (urlTrouble(webhook.url, webhook.ownNetwork) !== null) return Promise.resolve({ kind: 'failed', code: 'url' })
  const timestamp = String(Math.floor(now / 1000))
  const { secret, oldSecret } = webhook
  const secrets = [secret, ...(oldSecret !== null && oldSecret.until > now ? [oldSecret.secret] : [])]
  const url = new URL(webhook.url)
  return new Promise((resolve) => {
    const call = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST', agent: false, lookup: guardedLookup(webhook.ownNetwork), signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(stop === undefined ? [] : [stop])]),
      headers: {
        'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Deskmate-Webhooks/1',
        'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signaturesOf(secrets, id, timestamp, body),
      },
    })
    call.on('error', (error: NodeJS.ErrnoException) => { resolve({ kind: 'failed', code: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'timeout' : error.code ?? 'unknown' }) })
    call.on('response', (response) => {
      resolve({ kind: 'answered', status: response.statusCode ?? 0, retryAfterMs: secondsOf(response.headers['retry-after']) })
      response.destroy()
    })
    call.end(body)
  })
}

function secondsOf(text: string | undefined): number | null {
  const seconds = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
