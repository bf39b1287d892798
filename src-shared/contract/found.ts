import { z } from 'zod'
import { ArticleHolds } from '../domain/article.ts'
import { Disposition } from '../domain/disposition.ts'
import { Id } from '../domain/message.ts'
import { OrderStatus } from '../domain/order.ts'
import { LocalText, Millis } from '../domain/text.ts'

/** Where the query was found in a text: code points, end excluded. */
export const Span = z.object({ start: z.number().int(), end: z.number().int() })
export type Span = z.infer<typeof Span>

/** A conversation found by whom it is with. Spans are of the text that stands before them. */
export const FoundPerson = z.object({
  conversationId: Id,
  displayName: z.string(), nameSpans: z.array(Span),
  /** The shop's name of a verified customer, where it differs from the one shown; null otherwise. */
  customerName: z.string().nullable(), customerSpans: z.array(Span),
  /** Last four digits of a verified customer's phone, where the query was found in the phone; null otherwise. */
  phoneTail: z.string().nullable(),
  lastAt: Millis,
  resolved: z.boolean(),
})
export type FoundPerson = z.infer<typeof FoundPerson>

/** An order of a verified customer, found by its number or its parcel's. Opens the customer's newest conversation. */
export const FoundOrder = z.object({
  no: z.string(), noSpans: z.array(Span),
  trackingNo: z.string().nullable(), trackingSpans: z.array(Span),
  status: OrderStatus, title: LocalText, placedAt: Millis,
  conversationId: Id, displayName: z.string(),
})
export type FoundOrder = z.infer<typeof FoundOrder>

/** A conversation that is resolved, found by how it ended. */
export const FoundEnd = z.object({ conversationId: Id, displayName: z.string(), disposition: Disposition, at: Millis })
export type FoundEnd = z.infer<typeof FoundEnd>

export const FoundArticle = z.object({
  id: z.string(), title: LocalText, body: LocalText, audience: z.enum(['customer', 'internal']),
  /** Whether it holds now. */
  holds: ArticleHolds,
  titleSpans: z.object({ zh: z.array(Span), en: z.array(Span) }),
})
export type FoundArticle = z.infer<typeof FoundArticle>

/** What can be looked for in the engine; actions and settings are the window's own. */
export const FoundGroup = z.enum(['people', 'orders', 'messages', 'articles'])
export type FoundGroup = z.infer<typeof FoundGroup>
