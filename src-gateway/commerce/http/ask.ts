import { unreachable } from '../rest/send.ts'

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
const TIMEOUT_MS = 10_000

export interface Question { url: string; method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string | undefined; type?: string }
export interface Heard { status: number; headers: Headers; text: string }
/** Waits so many milliseconds. */
export type Pause = (ms: number) => Promise<void>

/** How a question may be put. A write is `once`: it is put again only after 429, which says that it was not taken. */
export interface Manner { once: boolean; pause: Pause; timeoutMs?: number; tries?: number }

async function put({ url, method = 'POST', headers = {}, body, type }: Question, timeoutMs: number): Promise<Heard> {
  const response = await fetch(url, {
    method, headers: { accept: 'application/json', ...headers, ...(body === undefined || type === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body }), signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** What the other side asks to wait, in milliseconds (RFC 9110: seconds); null: it does not say. */
function askedPause(headers: Headers): number | null {
  const seconds = Number(headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}

/**
 * Asks a platform and answers what it said. Reads are asked again after 429, 5xx, a time-out or a cut line, later each time.
 * @throws AppError `shop-unreachable`: of a write that was put it is not known whether it was done
 */
export async function ask(question: Question, { once, pause, timeoutMs = TIMEOUT_MS, tries = 4 }: Manner): Promise<Heard> {
  let cause: unknown
  for (let tried = 1; tried <= tries; tried++) {
    let wait = FIRST_PAUSE_MS * 2 ** (tried - 1)
    try {
      const heard = await put(question, timeoutMs)
      if (heard.status !== 429 && heard.status < 500) return heard
      if (once && heard.status !== 429) break
      wait = askedPause(heard.headers) ?? wait
    } catch (thrown) {
      cause = thrown
      if (once) break
    }
    if (tried < tries) await pause(Math.min(wait, LONGEST_PAUSE_MS))
  }
  throw unreachable(cause)
}
