import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ConnectorHost } from '../connector.ts'
import type { ChatwootMessage } from './shapes.ts'

/** Replies of ours that are remembered for each conversation; older ones no longer come back. */
const SENT_KEPT = 60
const PENDING_KEPT = 10
const MARK = 'deskmate:'

const Sent = z.object({ id: z.number(), messageId: z.string(), at: z.number(), told: z.enum(['none', 'read', 'failed']).default('none') })
/** A reply whose request left and was not answered. `after`: ids up to here are older than it. `hash`: of its words. */
const Pending = z.object({ messageId: z.string(), after: z.number(), at: z.number(), hash: z.string() })
export type Pending = z.infer<typeof Pending>
const ThreadState = z.object({
  /** Every message up to this id is with the host; null: the conversation was never looked through. */
  seen: z.number().nullable().default(null),
  sent: z.array(Sent).default([]),
  pending: z.array(Pending).default([]),
})
export type ThreadState = z.infer<typeof ThreadState>

/** What is remembered of one Chatwoot conversation, in the host's state. Callers hold the conversation's turn. */
export interface Threads {
  load(conversationId: number): Promise<ThreadState>
  save(conversationId: number, state: ThreadState): Promise<void>
}

export function threadsOf(host: Pick<ConnectorHost, 'get' | 'set'>): Threads {
  const key = (conversationId: number) => `thread:${conversationId}`
  return {
    async load(conversationId) {
      const text = await host.get(key(conversationId))
      return ThreadState.parse(text === null ? {} : JSON.parse(text))
    },
    save: (conversationId, state) => host.set(key(conversationId), JSON.stringify({ ...state, sent: state.sent.slice(-SENT_KEPT), pending: state.pending.slice(-PENDING_KEPT) })),
  }
}

export const markOf = (messageId: string): string => `${MARK}${messageId}`
export const hashOf = (text: string): string => createHash('sha256').update(text.trim()).digest('hex').slice(0, 32)

export function noteSent(state: ThreadState, id: number, messageId: string, at: number): void {
  state.pending = state.pending.filter((pending) => pending.messageId !== messageId)
  if (!state.sent.some((sent) => sent.id === id)) state.sent.push({ id, messageId, at, told: 'none' })
}

/**
 * Whether an outgoing message is a reply of ours: by its id, by our mark where the server kept it, else by the words of one
 * that left and was not answered, under our own name. @param me id of the token's user; null: not known.
 * @returns the reply's message id, null: somebody else's.
 */
export function ownReply(state: ThreadState, message: ChatwootMessage, me: number | null): string | null {
  const known = state.sent.find((sent) => sent.id === message.id)
  if (known) return known.messageId
  const mark = message.marks.find((one) => one.startsWith(MARK))
  if (mark !== undefined) return mark.slice(MARK.length)
  if (me !== null && message.sender?.id !== me) return null
  return state.pending.find(({ after, hash }) => message.id > after && hash === hashOf(message.text))?.messageId ?? null
}
