import { z } from 'zod'
import { Finding } from '../domain/draft.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { STYLES } from '../domain/styles.ts'

const words = z.string().trim().min(1).max(MESSAGE_MAX_LENGTH)

/** What the agent wants done with words of the composer. `translate`: into the customer's language. `expand`: a few keywords become a reply. */
export const WritingTask = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rewrite'), style: z.enum(STYLES), text: words }),
  z.object({ kind: z.literal('expand'), text: words }),
  z.object({ kind: z.literal('translate'), text: words }),
])
export type WritingTask = z.infer<typeof WritingTask>

/** Why nothing came of it: `language` the desk itself cannot · `already` the words are so · `nothing` no word of them can be changed · `keywords` none is known · `same-language` · `no-model` */
export const NothingReason = z.enum(['language', 'already', 'nothing', 'keywords', 'same-language', 'no-model'])
export type NothingReason = z.infer<typeof NothingReason>

export const Written = z.object({
  /** '' when nothing came of it; `nothing` says why. */
  text: z.string(),
  nothing: NothingReason.nullable(),
  /** ISO 639-1 of the text. */
  language: z.string(),
  /** `local`, or the model's name. */
  by: z.string(),
  /** Offsets are code points of `text`. Kind `figure`: a figure that the words did not have. */
  findings: z.array(Finding),
  /** Figures of the words that the text has no more, as they stood there. */
  lost: z.array(z.string()),
  /** Keywords that nothing was made of. */
  unused: z.array(z.string()),
  /** Code of what kept the endpoint from writing this; null: it did, or there is none. */
  problem: z.string().nullable(),
})
export type Written = z.infer<typeof Written>

/** A customer's message in the agent's language. `lost` and `findings` as in `Written`. */
export const Translation = z.object({ text: z.string(), language: z.string(), by: z.string(), findings: z.array(Finding), lost: z.array(z.string()) })
export type Translation = z.infer<typeof Translation>

/** What an agent wrote before it was translated for the customer. */
export const OwnWords = z.object({ text: z.string().max(MESSAGE_MAX_LENGTH), language: z.string().max(12) })
export type OwnWords = z.infer<typeof OwnWords>

export const WRITING_CALLS = {
  /** Streams as `writing` patches under `id`, made by the window; asked again while it runs it is the same run. */
  'writing.ask': { params: z.object({ id: Id, conversationId: Id, task: WritingTask }), result: Written },
  /** Nobody waits for it any more. */
  'writing.stop': { params: z.object({ id: Id }), result: z.object({}) },
  /** Into the agent's language; asked once, then kept. Refused: `no-model`, `not-found`, and what the endpoint fails with. */
  'message.translate': { params: z.object({ messageId: Id }), result: Translation },
  /** Guard and tone on words that an agent typed. Kinds `tone-...` are advice. */
  'reply.check': { params: z.object({ conversationId: Id, text: words }), result: z.object({ findings: z.array(Finding) }) },
} as const
export type WritingCalls = typeof WRITING_CALLS
