import { z } from 'zod'
import { Association } from '../domain/association.ts'
import { QUESTION_MAX } from '../domain/copilot-text.ts'
import { CopilotTurn, TextSpan } from '../domain/copilot.ts'
import { Disposition } from '../domain/disposition.ts'
import { Id } from '../domain/message.ts'
import { OrderStatus } from '../domain/order.ts'
import { LocalText, Millis, Money } from '../domain/text.ts'
import { FoundArticle } from './found.ts'
import { PhraseHit } from './phrases.ts'

/** A passage of an article that answers the words. `text` and `insert`: in the language of the screen, and in the customer's. */
export const FoundPassage = z.object({
  article: FoundArticle, text: z.string(), spans: z.array(TextSpan),
  /** What may stand in a reply; null where the article is for the shop's people alone. */
  insert: z.string().nullable(),
})
export type FoundPassage = z.infer<typeof FoundPassage>

/** A passage of an article that belongs to the first one found; `reasons`: why, the strongest first. */
export const NeighbourPassage = FoundPassage.extend({ reasons: z.array(Association).min(1) })
export type NeighbourPassage = z.infer<typeof NeighbourPassage>

/** How another conversation went. Names, numbers, addresses of other customers are hidden in every text. */
export const PastCase = z.object({
  conversationId: Id,
  /** The customer of this conversation: nothing is hidden. */
  own: z.boolean(),
  matter: z.string(), matterSpans: z.array(TextSpan),
  /** What was answered that settled it; '' where nothing was. */
  done: z.string(), doneSpans: z.array(TextSpan),
  topics: z.array(z.string()),
  product: LocalText.nullable(),
  disposition: Disposition.nullable(),
  endedAt: Millis,
  /** From the first message of the matter to the end, in minutes. */
  minutes: z.number().int().nonnegative(),
  /** `done` for a reply to the present customer: what was another's is a variable, filled where it is certain. */
  insert: z.string(),
})
export type PastCase = z.infer<typeof PastCase>

/** An order, found by its number or, of this conversation's customer, by its goods or state. */
export const OrderHit = z.object({
  no: z.string(), noSpans: z.array(TextSpan), title: LocalText, titleSpans: z.object({ zh: z.array(TextSpan), en: z.array(TextSpan) }),
  status: OrderStatus, total: Money, placedAt: Millis, conversationId: Id, displayName: z.string(),
  /** Of this conversation's customer; only then its number may be told here. */
  own: z.boolean(),
})
export type OrderHit = z.infer<typeof OrderHit>

export const PhraseFound = PhraseHit.extend({ spans: z.array(TextSpan) })
export type PhraseFound = z.infer<typeof PhraseFound>

export const CopilotFound = z.object({
  /** The words put a question: asking comes first. */
  question: z.boolean(),
  articles: z.array(FoundPassage),
  /** What belongs to the first of the articles, stands behind it and is none of them. */
  beside: z.array(NeighbourPassage),
  cases: z.array(PastCase), phrases: z.array(PhraseFound), orders: z.array(OrderHit),
})
export type CopilotFound = z.infer<typeof CopilotFound>

/** What the window may ask of the copilot. Nothing of it changes anything outside this desk. */
export const COPILOT_CALLS = {
  /** Articles, past cases, phrases and orders for these words, each group best first. */
  'copilot.search': { params: z.object({ conversationId: Id, query: z.string().max(QUESTION_MAX), limit: z.number().int().min(1).max(12) }), result: CopilotFound },
  /** Asks; the answer comes as patches. `id` made by the window: sent twice it is one question. */
  'copilot.ask': { params: z.object({ id: Id, conversationId: Id, question: z.string().trim().min(1).max(QUESTION_MAX) }), result: z.object({}) },
  /** Stops the answer that is being written; what there is stays. */
  'copilot.stop': { params: z.object({ conversationId: Id }), result: z.object({}) },
  /** Questions and answers of a conversation since it was last resolved, oldest first. */
  'copilot.get': { params: z.object({ conversationId: Id }), result: z.object({ turns: z.array(CopilotTurn) }) },
  /** Forgets them. */
  'copilot.clear': { params: z.object({ conversationId: Id }), result: z.object({}) },
  /** An article that an answer names; null: it is not there any more. */
  'copilot.article': { params: z.object({ id: z.string().max(200) }), result: z.object({ article: FoundArticle.nullable() }) },
} as const
export type CopilotCalls = typeof COPILOT_CALLS
