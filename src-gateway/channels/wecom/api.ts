import { z } from 'zod'
import type { Clock } from '../../clock.ts'
import { callOutside, jsonOf, type OutsideAnswer } from '../outside-call.ts'
import { NO_ANSWER, NOT_WECHAT, TOKEN_CODES, type Trouble, troubleOfCode } from './errors.ts'
import type { WecomSettings } from './settings.ts'

const TIMEOUT_MS = 20_000
const ANSWER_MAX_BYTES = 8 * 1024 * 1024
/** A token is given up so long before it ends, in milliseconds. */
const TOKEN_MARGIN_MS = 300_000
const PAGE_LIMIT = 1000

const Outcome = z.object({ errcode: z.number().int().default(0) })
const Token = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })
const SyncPage = z.object({ next_cursor: z.string().default(''), has_more: z.number().default(0), msg_list: z.array(z.unknown()).default([]) })
const Accounts = z.object({ account_list: z.array(z.object({ open_kfid: z.string() })).default([]) })
const Customers = z.object({ customer_list: z.array(z.object({ external_userid: z.string(), nickname: z.string().default('') })).default([]) })
const Uploaded = z.object({ media_id: z.string().min(1) })

/** `isSure` false: it may have been done all the same. */
export type Called<T> = { ok: true; value: T } | { ok: false; trouble: Trouble; isSure: boolean }
export interface SyncQuery { openKfId: string; cursor: string; /** Of the callback, good for ten minutes; '': none, then the platform limits how often. */ token: string }
export interface SyncPage { messages: unknown[]; nextCursor: string; hasMore: boolean }
export interface Media { name: string; type: string; bytes: Buffer }

export interface WecomApi {
  accounts(): Promise<Called<string[]>>
  sync(query: SyncQuery): Promise<Called<SyncPage>>
  nickname(externalUserId: string): Promise<Called<string>>
  send(message: object): Promise<Called<null>>
  upload(media: Media, kind: 'image' | 'file'): Promise<Called<string>>
  download(mediaId: string, maxBytes: number): Promise<Called<Media>>
}

/** `isSending`: goes on when the line is stopped. */
type Wanted = { isSending?: boolean; method: 'GET' | 'POST'; path: string; query?: Record<string, string>; body?: object | FormData; maxBytes?: number }

/** The part of 企业微信's API that 微信客服 needs, with its access token: one for all calls, fetched once, renewed when it is refused. @param signal gives up what is being read. */
export function wecomApi({ apiBase, corpId, secret }: Pick<WecomSettings, 'apiBase' | 'corpId' | 'secret'>, clock: Clock, signal?: AbortSignal): WecomApi {
  const base = `${apiBase.replace(/\/+$/, '')}/cgi-bin`
  let token: { value: string; until: number } | null = null
  let fetching: Promise<Called<string>> | null = null

  const fetchToken = async (): Promise<Called<string>> => {
    const answer = await callOutside({ url: `${base}/gettoken?${new URLSearchParams({ corpid: corpId, corpsecret: secret })}`, method: 'GET', timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_MAX_BYTES })
    const read = outcomeOf(answer, Token)
    if (!read.ok) return { ...read, isSure: true }
    token = { value: read.value.access_token, until: clock.now() + read.value.expires_in * 1000 - TOKEN_MARGIN_MS }
    return { ok: true, value: token.value }
  }
  async function accessToken(): Promise<Called<string>> {
    if (token !== null && clock.now() < token.until) return { ok: true, value: token.value }
    fetching ??= fetchToken().finally(() => { fetching = null })
    return fetching
  }
  async function ask({ method, path, query = {}, body, maxBytes, isSending = false }: Wanted): Promise<Called<OutsideAnswer>> {
    const access = await accessToken()
    if (!access.ok) return access
    const isForm = body instanceof FormData
    const answer = await callOutside({
      url: `${base}${path}?${new URLSearchParams({ access_token: access.value, ...query })}`, method, timeoutMs: TIMEOUT_MS, maxBytes: maxBytes ?? ANSWER_MAX_BYTES, ...(signal === undefined || isSending ? {} : { signal }),
      ...(body === undefined ? {} : isForm ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    return { ok: true, value: answer }
  }
  /** A refused token is renewed once; the call itself is then made anew. */
  async function call<T>(wanted: Wanted, shape: z.ZodType<T>): Promise<Called<T>> {
    for (let tried = 0; ; tried++) {
      const asked = await ask(wanted)
      if (!asked.ok) return asked
      const code = codeOf(asked.value)
      if (tried === 0 && code !== null && TOKEN_CODES.has(code)) token = null
      else return outcomeOf(asked.value, shape)
    }
  }
  const post = <T>(path: string, body: object, shape: z.ZodType<T>) => call({ method: 'POST', path, body }, shape)
  const map = <T, U>(called: Called<T>, change: (value: T) => U): Called<U> => (called.ok ? { ok: true, value: change(called.value) } : called)
  return {
    accounts: async () => map(await post('/kf/account/list', { offset: 0, limit: 100 }, Accounts), ({ account_list: list }) => list.map(({ open_kfid: id }) => id)),
    sync: async ({ openKfId, cursor, token: callback }) => map(
      await post('/kf/sync_msg', { ...(cursor === '' ? {} : { cursor }), ...(callback === '' ? {} : { token: callback }), limit: PAGE_LIMIT, voice_format: 0, open_kfid: openKfId }, SyncPage),
      (page) => ({ messages: page.msg_list, nextCursor: page.next_cursor, hasMore: page.has_more === 1 }),
    ),
    nickname: async (externalUserId) => map(
      await post('/kf/customer/batchget', { external_userid_list: [externalUserId] }, Customers), ({ customer_list: list }) => list[0]?.nickname ?? '',
    ),
    send: async (message) => map(await call({ method: 'POST', path: '/kf/send_msg', body: message, isSending: true }, Outcome), () => null),
    async upload({ name, type, bytes }, kind) {
      const form = new FormData()
      form.set('media', new Blob([new Uint8Array(bytes)], { type }), name)
      return map(await call({ method: 'POST', path: '/media/upload', query: { type: kind }, body: form, isSending: true }, Uploaded), ({ media_id: id }) => id)
    },
    async download(mediaId, maxBytes) {
      for (let tried = 0; ; tried++) {
        const asked = await ask({ method: 'GET', path: '/media/get', query: { media_id: mediaId }, maxBytes })
        if (!asked.ok) return asked
        const answer = asked.value
        if (answer.kind === 'answered' && answer.status === 200 && codeOf(answer) === null) {
          return { ok: true, value: { name: nameOf(answer.headers) ?? 'file', type: answer.headers.get('content-type')?.split(';')[0]?.trim() ?? 'application/octet-stream', bytes: answer.body } }
        }
        const code = codeOf(answer)
        if (tried === 0 && code !== null && TOKEN_CODES.has(code)) token = null
        else {
          const read = outcomeOf(answer, Outcome)
          return read.ok ? { ok: false, trouble: NOT_WECHAT, isSure: true } : read
        }
      }
    },
  }
}

/** The `errcode` of an answer that is one of the API's; null: it is a file, or no answer. */
function codeOf(answer: OutsideAnswer): number | null {
  if (answer.kind !== 'answered' || answer.body.byteLength > ANSWER_MAX_BYTES || !/json|text\/plain/.test(answer.headers.get('content-type') ?? 'json')) return null
  const parsed = z.object({ errcode: z.number().int() }).safeParse(jsonOf(answer.body))
  return parsed.success ? parsed.data.errcode : null
}

function outcomeOf<T>(answer: OutsideAnswer, shape: z.ZodType<T>): Called<T> {
  if (answer.kind !== 'answered') return { ok: false, trouble: NO_ANSWER, isSure: answer.kind === 'unreachable' }
  if (answer.status >= 500 || answer.status === 429) return { ok: false, trouble: NO_ANSWER, isSure: answer.status === 429 }
  const json = jsonOf(answer.body)
  const outcome = Outcome.safeParse(json)
  if (answer.status !== 200 || !outcome.success) return { ok: false, trouble: NOT_WECHAT, isSure: true }
  if (outcome.data.errcode !== 0) return { ok: false, trouble: troubleOfCode(outcome.data.errcode), isSure: true }
  const parsed = shape.safeParse(json)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, trouble: NOT_WECHAT, isSure: true }
}

/** The file name of a Content-Disposition; null: none. */
function nameOf(headers: Headers): string | null {
  const found = /filename="?([^";]{1,200})"?/i.exec(headers.get('content-disposition') ?? '')?.[1]
  return found?.replace(/[/\\]/g, '_').trim() || null
}
