/** A request to the server behind a channel; `body` as it goes out, with its own content type in `headers`. */
export interface OutsideRequest {
  url: string
  method: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string | FormData
  /** Of the whole exchange, in milliseconds. */
  timeoutMs: number
  /** A longer answer is cut off and counts as `cut`. */
  maxBytes: number
  /** Gives it up at once; it then counts as `cut`. */
  signal?: AbortSignal
}

/**
 * What came of a request. `unreachable`: it did not leave this machine, so nothing was done there. `cut`: it may have
 * arrived, and what became of it is not known. Never holds the address, which may carry a credential.
 */
export type OutsideAnswer =
  | { kind: 'answered'; status: number; headers: Headers; body: Buffer }
  | { kind: 'unreachable'; code: string }
  | { kind: 'cut'; code: string }

/** Codes of Node and undici after which no byte of the request can have been read by the other side. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL'])
const isOfTls = (code: string) => code.startsWith('CERT_') || code.startsWith('ERR_TLS') || code.includes('SIGNED_CERT') || code.startsWith('UNABLE_TO_')

/** Sends once and never throws; redirects are not followed. */
export async function callOutside({ url, method, headers = {}, body, timeoutMs, maxBytes, signal }: OutsideRequest): Promise<OutsideAnswer> {
  try {
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }), signal: signal === undefined ? AbortSignal.timeout(timeoutMs) : AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]), redirect: 'manual' })
    const read = await readUpTo(response, maxBytes)
    if (read === null) return { kind: 'cut', code: 'too-large' }
    return { kind: 'answered', status: response.status, headers: response.headers, body: read }
  } catch (thrown) {
    const code = codeOf(thrown)
    return { kind: NOT_SENT.has(code) || isOfTls(code) ? 'unreachable' : 'cut', code }
  }
}

async function readUpTo(response: Response, maxBytes: number): Promise<Buffer | null> {
  if (response.body === null) return Buffer.alloc(0)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) return null
    chunks.push(Buffer.from(chunk))
  }
  return Buffer.concat(chunks)
}

function codeOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'unknown'
  if (thrown.cause instanceof Error && 'code' in thrown.cause && typeof thrown.cause.code === 'string') return thrown.cause.code
  return 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : thrown.name
}

/** The body as JSON; undefined where it is none. */
export function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

/** How long the other side asks to wait, in milliseconds (RFC 9110 Retry-After in seconds); null: it does not say. */
export function askedPauseMs(headers: Headers): number | null {
  const text = headers.get('retry-after')
  const seconds = text === null ? Number.NaN : Number(text)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}
