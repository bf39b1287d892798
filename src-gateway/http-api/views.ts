import { z } from 'zod'
import { Article } from '../../src-shared/domain/article.ts'
import { AuditEntry } from '../../src-shared/domain/audit.ts'
import { Conversation } from '../../src-shared/domain/conversation.ts'
import { Customer } from '../../src-shared/domain/customer.ts'
import { Message } from '../../src-shared/domain/message.ts'
import { Order } from '../../src-shared/domain/order.ts'
import { Review } from '../../src-shared/domain/review.ts'
import { Millis } from '../../src-shared/domain/text.ts'
import { Ticket } from '../../src-shared/domain/ticket.ts'
import { PresenceState } from '../../src-shared/domain/presence.ts'
import type { ConversationRow } from '../store/store.ts'

/**
 * What the API shows of the gateway's own things. Picked field by field: what a thing gets later is not shown by itself.
 * Answers are parsed by these, so that nothing else leaves.
 */
export const ConversationView = Conversation.pick({ id: true, shopId: true, channel: true, displayName: true, customerId: true, verification: true, status: true, createdAt: true, updatedAt: true })
  .extend({ lastSeq: z.number().int().describe('`seq` of its last message; 0: none yet.'), waiting: z.boolean().describe('The customer has the last word.') })

export const MessageView = Message.pick({ id: true, conversationId: true, seq: true, text: true, at: true, recalledAt: true }).extend({
  author: z.object({ kind: Message.shape.author.shape.kind, name: z.string() }),
  attachments: z.array(z.object({ sha256: z.string(), type: z.string(), bytes: z.number().int() })),
})

export const CustomerView = Customer.pick({ id: true, name: true, language: true, level: true, phone: true, since: true, note: true, blacklisted: true })
export const OrderView = Order.pick({
  no: true, customerId: true, status: true, shownStatus: true, items: true, total: true, placedAt: true, paidAt: true, promisedShipBy: true, shippedAt: true, deliveredAt: true, address: true, logistics: true, afterSale: true,
  memo: true, flag: true, revision: true, payouts: true, invoice: true,
})
export const TicketView = Ticket.pick({
  id: true, no: true, title: true, kind: true, summary: true, owner: true, dueAt: true, priority: true, state: true, conversationId: true, orderNo: true, caseId: true, madeBy: true, madeAt: true, changedBy: true, changedAt: true,
  comments: true, revision: true,
})
export const ReviewView = Review.pick({ id: true, conversationId: true, subject: true, why: true, askedAt: true, expiresAt: true, state: true, revision: true }).extend({
  by: z.string(), decision: z.object({ by: z.string(), at: Millis, text: z.string().nullable(), reason: z.string().nullable() }).nullable(),
})
export const ArticleView = Article.pick({ id: true, version: true, title: true, body: true, audience: true, topics: true, productIds: true })
export const AuditView = AuditEntry
export const SeatView = z.object({ name: z.string(), state: PresenceState, held: z.number().int().describe('Conversations that are theirs.') })

export const conversationView = ({ conversation, lastSeq, lastCustomerSeq, lastDeskSeq }: ConversationRow): z.input<typeof ConversationView> =>
  ({ ...conversation, lastSeq, waiting: conversation.status === 'open' && lastCustomerSeq > lastDeskSeq })

export const reviewView = (review: Review): z.input<typeof ReviewView> => ({
  ...review, by: review.by.name, decision: review.decision && { by: review.decision.by.name, at: review.decision.at, text: review.decision.text, reason: review.decision.reason },
})
