import type { ConnectorHost, Delivery, Outbound } from '../connector.ts'
import { askedPauseMs, jsonOf, type OutsideAnswer } from '../outside-call.ts'
import { type ChatwootApi, troubleOf } from './api.ts'
import { readMessage } from './shapes.ts'
import { hashOf, markOf, noteSent, ownReply, type Pending, type Threads, type ThreadState } from './thread-state.ts'
import { BUSY, GONE, NOT_TAKEN, TOKEN_REFUSED, UNCLEAR, UNREACHABLE } from './words.ts'

/** By then Chatwoot has done or dropped a request that was cut (its own limit is 15 seconds), in milliseconds. */
const GRACE_MS = 30_000
const EXTENSIONS: Record<string, string> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif', 'image/webp': 'webp' }

export interface DeliverOptions { host: ConnectorHost; api: ChatwootApi; threads: Threads; me: () => number | null }

/**
 * Sends a reply once. Chatwoot has no key against a second one, so that a request leaves only after it is on disk that it
 * will, and one that was not answered is looked for in the conversation before it is sent again. Callers hold the
 * conversation's turn.
 */
export async function deliver({ host, api, threads, me }: DeliverOptions, outbound: Outbound): Promise<Delivery> {
  const conversationId = Number(outbound.threadId)
  const { messageId, text } = outbound
  const state = await threads.load(conversationId)
  const earlier = state.sent.find((sent) => sent.messageId === messageId)
  if (earlier) return { state: 'sent', externalId: String(earlier.id) }
  const open = state.pending.find((pending) => pending.messageId === messageId)
  if (open) {
    const found = await lookFor(open)
    if (found !== 'no') return found
    const left = open.at + GRACE_MS - host.clock.now()
    if (left > 0) return { state: 'retry', why: UNCLEAR, afterMs: left }
  }
  const known = Math.max(0, Number(outbound.lastExternalId ?? 0) || 0, ...state.sent.map(({ id }) => id))
  const pending: Pending = { messageId, after: open?.after ?? known, at: host.clock.now(), hash: hashOf(text) }
  state.pending = [...state.pending.filter((one) => one.messageId !== messageId), pending]
  await threads.save(conversationId, state)
  const quoted = outbound.quoteExternalId === null ? Number.NaN : Number(outbound.quoteExternalId)
  const answer = await api.create({
    conversationId, text, mark: markOf(messageId), inReplyTo: Number.isInteger(quoted) ? quoted : null,
    files: await Promise.all(outbound.attachments.map(async (file) => ({ name: `${file.sha256.slice(0, 12)}.${EXTENSIONS[file.type] ?? 'bin'}`, type: file.type, bytes: await file.read() }))),
  })
  return settle(state, pending, answer)

  async function forget(current: ThreadState): Promise<void> {
    current.pending = current.pending.filter((one) => one.messageId !== messageId)
    await threads.save(conversationId, current)
  }
  async function sent(current: ThreadState, id: number, at: number): Promise<Delivery> {
    noteSent(current, id, messageId, at)
    await threads.save(conversationId, current)
    return { state: 'sent', externalId: String(id) }
  }
  async function settle(current: ThreadState, pending: Pending, answer: OutsideAnswer): Promise<Delivery> {
    if (answer.kind === 'unreachable') {
      await forget(current)
      return { state: 'retry', why: UNREACHABLE }
    }
    const made = answer.kind === 'answered' && troubleOf(answer) === null ? readMessage(jsonOf(answer.body), conversationId) : null
    if (made) return sent(current, made.id, made.at)
    if (answer.kind === 'cut' || answer.status < 400 || (answer.status >= 500 && answer.status !== 503)) {
      const found = await lookFor(pending)
      return found === 'no' ? { state: 'retry', why: UNCLEAR, afterMs: GRACE_MS } : found
    }
    await forget(current)
    if (answer.status === 429 || answer.status === 503) return { state: 'retry', why: BUSY, ...pauseOf(answer.headers) }
    if (answer.status === 401 || answer.status === 403) return { state: 'retry', why: TOKEN_REFUSED }
    return { state: 'failed', why: answer.status === 404 ? GONE : NOT_TAKEN }
  }
  /** Is the reply in the conversation? `no`: not so far. */
  async function lookFor({ after: first }: Pending): Promise<Delivery | 'no'> {
    for (let after = first; ;) {
      const got = await api.messages(conversationId, { after })
      if (!got.ok) return got.trouble === 'gone' ? { state: 'failed', why: GONE } : { state: 'retry', why: got.trouble === 'refused' ? TOKEN_REFUSED : UNREACHABLE }
      for (const message of got.page.messages) {
        if (message.kind !== 'outgoing' || message.isPrivate || ownReply(state, message, me()) !== messageId) continue
        return sent(state, message.id, message.at)
      }
      const newest = Math.max(after, ...got.page.messages.map(({ id }) => id))
      if (newest === after) return 'no'
      after = newest
    }
  }
}

function pauseOf(headers: Headers): { afterMs?: number } {
  const afterMs = askedPauseMs(headers)
  return afterMs === null ? {} : { afterMs }
}
