import { z } from 'zod'
import { Finding } from '../domain/draft.ts'
import { Outside } from '../domain/follow-up.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { Voice } from '../domain/voice.ts'

/** What a line of a hand-over tells; display order. */
export const HANDOVER_KINDS = ['matter', 'order', 'given', 'asked', 'promised', 'refused', 'open'] as const
export const HandoverLine = z.object({
  kind: z.enum(HANDOVER_KINDS),
  /** As they stand in the message, shortened; of `order` its number and goods. */
  words: z.string(),
  messageId: Id,
  /** Copied elsewhere: the reply is no message of this conversation, and this is what it said and where it went. */
  outside: Outside.optional(),
})
export type HandoverLine = z.infer<typeof HandoverLine>

export const Handover = z.object({
  /** At most six; none where there is little to hand over yet. */
  lines: z.array(HandoverLine),
  /** A colleague answered last: whoever reads this has not read the conversation. */
  takenOver: z.boolean(),
})
export type Handover = z.infer<typeof Handover>

export const DRAFTING_CALLS = {
  /** What the next one who answers has to know, in extracts. */
  'conversation.handover': { params: z.object({ conversationId: Id }), result: Handover },
  /** The guard on words that the agent is about to send, whoever wrote them. Offsets are code points of `text`. */
  'reply.guard': { params: z.object({ conversationId: Id, text: z.string().max(MESSAGE_MAX_LENGTH) }), result: z.object({ findings: z.array(Finding) }) },
  /** How the shop's people write, as local drafts take it on and a model is told it; `least`: replies that it takes. */
  'voice.read': { params: z.object({}), result: Voice.extend({ least: z.number().int() }) },
} as const
export type DraftingCalls = typeof DRAFTING_CALLS
