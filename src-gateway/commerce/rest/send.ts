import { AppError } from '../../../src-shared/errors.ts'
import type { BuiltRequest } from './openapi.ts'
import type { Json } from './template.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000

export interface SendOptions {
  body?: Json | undefined
  /** Of one try. */
  timeoutMs: number
  tries: number
  /** Waits so many milliseconds. */
  pause: (ms: number) => Promise<void>
}
export interface Answered { status: number; body: Json }

export function unreachable(cause?: unknown): AppError {
  return new AppError({ code: 'shop-unreachable', retryable: true, say: { zh: '店铺系统没有回应，不确定是否已执行；稍后会用同一个编号再问。', en: 'The shop’s system did not answer, so it is not known whether it was done; it is asked again under the same number.' } }, cause === undefined ? undefined : { cause })
}

/** How long the server asks to wait, in milliseconds (RFC 9110: seconds); null: it does not say. */
function askedPause(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}

async function attempt({ url, method, headers }: BuiltRequest, { body, timeoutMs }: SendOptions): Promise<{ response: Response; text: string }> {
  const response = await fetch(url, {
    method, headers: { accept: 'application/json', ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(timeoutMs), redirect: 'error',
  })
  return { response, text: await response.text() }
}

function parsed(text: string): Json {
  if (text === '') return null
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/**
 * Sends a request until it is answered: after 429, 5xx, a time-out or a cut line it waits, longer each time, and sends the
 * very same again. @throws AppError `shop-unreachable` when every try failed; then it is not known whether it was done
 */
export async function send(request: BuiltRequest, options: SendOptions): Promise<Answered> {
  let cause: unknown
  for (let tried = 1; tried <= options.tries; tried++) {
    let wait = FIRST_PAUSE_MS * 2 ** (tried - 1)
    try {
      const { response, text } = await attempt(request, options)
      if (response.status !== 429 && response.status < 500) return { status: response.status, body: parsed(text) }
      wait = askedPause(response) ?? wait
    } catch (thrown) {
      cause = thrown
    }
    if (tried < options.tries) await options.pause(Math.min(wait, LONGEST_PAUSE_MS))
  }
  throw unreachable(cause)
}
