import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Delivery, Outbound } from '../connector.ts'
import { DELIVERY_HEADER, SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER } from './signature.ts'

const TIMEOUT_MS = 20_000
/** Of an answer so much is read, in characters. */
const ANSWER_MAX = 10_000

const UNREACHABLE: LocalText = { zh: '对方系统连接不上，会自动重试。', en: 'The other system cannot be reached; it is tried again by itself.' }
const SILENT: LocalText = { zh: '对方系统没有及时回应，会自动重试。', en: 'The other system did not answer in time; it is tried again by itself.' }
const busy = (status: number): LocalText => ({ zh: `对方系统暂时不收（HTTP ${status}），会自动重试。`, en: `The other system does not take it at the moment (HTTP ${status}); it is tried again by itself.` })
const refused = (status: number): LocalText => ({ zh: `对方系统拒收（HTTP ${status}）。请对方查看原因后再试。`, en: `The other system refused it (HTTP ${status}). Ask there for the reason, then try again.` })

export interface HookTarget { url: string; secret: string; nowMs: number }

/** Posts signed JSON. @throws whatever `fetch` throws when there is no answer */
export async function postSigned({ url, secret, nowMs }: HookTarget, body: string, idempotencyKey: string): Promise<Response> {
  const timestamp = String(Math.floor(nowMs / 1000))
  return fetch(url, {
    method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: { 'content-type': 'application/json', [TIMESTAMP_HEADER]: timestamp, [SIGNATURE_HEADER]: signatureOf(secret, timestamp, body), [DELIVERY_HEADER]: idempotencyKey, 'idempotency-key': idempotencyKey },
  })
}

/** Sends one reply to the other system, which knows it again by its idempotency key. */
export async function sendReplyOut(target: HookTarget, outbound: Outbound): Promise<Delivery> {
  const attachments = await Promise.all(outbound.attachments.map(async ({ type, sha256, read }) => ({ name: `${sha256.slice(0, 12)}.${type.slice('image/'.length)}`, type, base64: (await read()).toString('base64') })))
  const { messageId, threadId, text, author, quoteExternalId, lastExternalId, subject, at } = outbound
  const body = JSON.stringify({ kind: 'reply', id: messageId, thread: threadId, text, author, quote: quoteExternalId, inReplyTo: lastExternalId, subject, at, attachments })
  let response: Response
  try {
    response = await postSigned(target, body, messageId)
  } catch (thrown) {
    const { name, cause } = thrown as { name?: string; cause?: { code?: string } }
    if (name === 'TimeoutError') return { state: 'unsure', why: SILENT }
    // Refused before a byte went out, else it may have arrived.
    return cause?.code === 'ECONNREFUSED' || cause?.code === 'ENOTFOUND' || cause?.code === 'EAI_AGAIN' ? { state: 'retry', why: UNREACHABLE } : { state: 'unsure', why: UNREACHABLE }
  }
  const { status } = response
  const answer = await response.text().then((read) => read.slice(0, ANSWER_MAX), () => '')
  if (response.ok) return { state: 'sent', externalId: externalIdIn(answer) }
  const after = Number(response.headers.get('retry-after'))
  if (status === 408 || status === 429 || status >= 500) return { state: 'retry', why: busy(status), ...(after > 0 && Number.isFinite(after) ? { afterMs: Math.min(after, 3600) * 1000 } : {}) }
  return { state: 'failed', why: refused(status) }
}

/** `{"id": "..."}`, where the other side gives the message an id of its own. */
function externalIdIn(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown }
    return typeof id === 'string' && id !== '' && id.length <= 200 ? id : null
  } catch {
    return null
  }
}
