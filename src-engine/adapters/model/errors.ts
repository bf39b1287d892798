import { APIConnectionError, APIError, APIUserAbortError } from 'openai'
import { AppError, type AppErrorShape } from '../../../src-shared/errors.ts'
import { ModelError } from '../../domain/drafting/model-port.ts'

/** Codes are stable; the sentences tell the agent that the local draft stands in. */
const SHAPES = {
  unreachable: {
    code: 'model-unreachable', retryable: true,
    say: { zh: '连不上模型服务，草稿先由本机写。请检查设置里的模型地址和网络。', en: 'The model cannot be reached; drafts are made on this machine meanwhile. Check the model address in Settings and the network.' },
  },
  unauthorised: {
    code: 'model-unauthorised', retryable: false,
    say: { zh: '模型服务不认这个密钥，草稿先由本机写。请在设置里重新填写密钥。', en: 'The model refused the key; drafts are made on this machine meanwhile. Enter the key again in Settings.' },
  },
  limited: {
    code: 'model-rate-limited', retryable: true,
    say: { zh: '模型服务限流了，这一条先由本机写，稍后可以点“重写草稿”。', en: 'The model is rate-limited; this draft was made on this machine. You can ask for another later.' },
  },
  failed: {
    code: 'model-failed', retryable: true,
    say: { zh: '模型没有给出完整的回答，这一条先由本机写。', en: 'The model gave no complete answer; this draft was made on this machine.' },
  },
  refused: {
    code: 'model-refused', retryable: true,
    say: { zh: '模型拒绝回答，这一条先由本机写。', en: 'The model refused to answer; this draft was made on this machine.' },
  },
  cut: {
    code: 'model-cut', retryable: true,
    say: { zh: '模型写到一半断了，这一条先由本机写。', en: 'The model broke off in the middle; this draft was made on this machine.' },
  },
  slow: {
    code: 'model-slow', retryable: true,
    say: { zh: '模型太慢，这一条先由本机写。', en: 'The model was too slow; this draft was made on this machine.' },
  },
  endless: {
    code: 'model-endless', retryable: true,
    say: { zh: '模型写个没完，这一条先由本机写。', en: 'The model did not come to an end; this draft was made on this machine.' },
  },
  strange: {
    code: 'model-strange', retryable: true,
    say: { zh: '这个地址回的不是模型的话，草稿先由本机写。请检查设置里的地址。', en: 'What answers at this address is no model; drafts are made on this machine meanwhile. Check the address in Settings.' },
  },
  aborted: { code: 'model-aborted', retryable: true, say: { zh: '草稿不写了。', en: 'Drafting was stopped.' } },
} satisfies Record<string, AppErrorShape>

export type ModelFault = keyof typeof SHAPES

export const modelError = (kind: ModelFault, cause?: unknown, restMs: number | null = null): ModelError => new ModelError(SHAPES[kind], { cause, restMs })

/** Says what a thrown SDK or network error means. A broken body in mid-stream is `failed`, no connection is `unreachable`. */
export function toModelError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (thrown instanceof APIUserAbortError) return modelError('aborted', thrown)
  if (thrown instanceof APIConnectionError) return modelError('unreachable', thrown)
  if (thrown instanceof APIError) {
    if (thrown.status === 401 || thrown.status === 403) return modelError('unauthorised', thrown)
    if (thrown.status === 429) return modelError('limited', thrown, retryAfterMs(thrown))
    if (thrown.status === 503) return modelError('failed', thrown, retryAfterMs(thrown))
  }
  return modelError('failed', thrown)
}

/** Longest Retry-After that is worth waiting for, in milliseconds. */
const PATIENCE_MS = 5_000
const DEFAULT_WAIT_MS = 500

/** How long to wait before the single retry; null when retrying makes no sense. */
export function retryDelay(thrown: unknown): number | null {
  if (thrown instanceof APIUserAbortError) return null
  if (thrown instanceof APIConnectionError) return DEFAULT_WAIT_MS
  if (!(thrown instanceof APIError) || typeof thrown.status !== 'number') return null
  if (thrown.status >= 500) return DEFAULT_WAIT_MS
  if (thrown.status !== 429) return null
  const asked = retryAfterMs(thrown)
  if (asked === null) return DEFAULT_WAIT_MS
  return asked <= PATIENCE_MS ? asked : null
}

/** A wish for a longer rest than this is a slip of the server. */
const LONGEST_REST_MS = 24 * 3_600_000

/** The Retry-After of an answer, in seconds or as a date (RFC 9110, 10.2.3), as milliseconds; null where there is none. */
function retryAfterMs(thrown: APIError): number | null {
  const header: unknown = thrown.headers instanceof Headers ? thrown.headers.get('retry-after') : null
  if (typeof header !== 'string' || header.trim() === '') return null
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isFinite(ms) && ms >= 0 ? Math.min(ms, LONGEST_REST_MS) : null
}
