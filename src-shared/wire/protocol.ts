import { z } from 'zod'
import { Account } from '../domain/account.ts'
import { Hold, Proposal } from '../domain/autonomy.ts'
import { Article } from '../domain/article.ts'
import { AfterSaleCase } from '../domain/case.ts'
import { ConnectorState, ReplyDelivery } from '../domain/channel-line.ts'
import { Conversation } from '../domain/conversation.ts'
import { Customer } from '../domain/customer.ts'
import { Resolution } from '../domain/disposition.ts'
import { Effect } from '../domain/effect.ts'
import { FollowUp } from '../domain/follow-up.ts'
import { Id, Message } from '../domain/message.ts'
import { Note } from '../domain/note.ts'
import { Order } from '../domain/order.ts'
import { SharedPhrase } from '../domain/phrase.ts'
import { Policy, PolicyVersion } from '../domain/policy.ts'
import { Product } from '../domain/product.ts'
import { Routing } from '../domain/routing.ts'
import { Review } from '../domain/review.ts'
import { Rating } from '../domain/rating.ts'
import { Shift } from '../domain/shift.ts'
import { ShopRules } from '../domain/shop-rules.ts'
import { LocalText, Millis } from '../domain/text.ts'
import { Ticket } from '../domain/ticket.ts'
import { Campaign } from '../domain/campaign.ts'
import { Incident } from '../domain/incident.ts'
import { WorkflowUse, WorkflowVersion } from '../domain/workflow.ts'

/** major.minor: a different major is refused, a higher minor only adds fields and events that may be ignored. */
export const PROTOCOL_VERSION = '1.6'

/** What changed, as a state: applying the same change twice is harmless. Unknown types are to be skipped. */
export const Change = z.discriminatedUnion('type', [
  z.object({ type: z.literal('shop'), shop: z.object({ id: z.string(), name: LocalText }) }),
  z.object({ type: z.literal('conversation'), conversation: Conversation }),
  z.object({ type: z.literal('message'), message: Message }),
  /** A reply was taken back from the customer. The message itself carries `recalledAt` from then on, also in its old event. */
  z.object({ type: z.literal('message-recalled'), conversationId: Id, id: Id, seq: z.number().int().positive(), at: Millis }),
  /** The customer has had everything up to `seq` on the screen. */
  z.object({ type: z.literal('read'), conversationId: Id, seq: z.number().int().positive(), at: Millis }),
  /** A verified customer of a conversation with all orders that a desk may see. Replaces what was known of that customer. */
  z.object({ type: z.literal('customer'), customer: Customer, orders: z.array(Order) }),
  z.object({ type: z.literal('article'), article: Article }),
  z.object({ type: z.literal('article-removed'), id: z.string() }),
  z.object({ type: z.literal('product'), product: Product }),
  z.object({ type: z.literal('policy'), policy: Policy }),
  /** Since 1.2. A version of a policy, kept beside the one that holds. */
  z.object({ type: z.literal('policy-version'), entry: PolicyVersion }),
  /** Since 1.2. An after-sale case as its platform tells it. For desks only. */
  z.object({ type: z.literal('case'), case: AfterSaleCase }),
  /** A quick phrase of the team or the shop. */
  z.object({ type: z.literal('phrase'), phrase: SharedPhrase }),
  z.object({ type: z.literal('phrase-removed'), id: z.string() }),
  /** The shop-wide kill switch of autopilot. */
  z.object({ type: z.literal('autopilot'), paused: z.boolean(), by: z.string() }),
  /** Since 1.2. What holds autopilot back in a topic, an action or a channel. */
  z.object({ type: z.literal('autopilot-hold'), hold: Hold }),
  /** Since 1.2. A policy that gives more than the one before, and whether a second seat has confirmed it. */
  z.object({ type: z.literal('policy-proposal'), proposal: Proposal }),
  /** Since 1.1. For desks only: no channel may show it to a customer. */
  z.object({ type: z.literal('note'), note: Note }),
  /** Since 1.1. How a conversation was resolved, each time that it was. */
  z.object({ type: z.literal('resolution'), resolution: Resolution }),
  /** Since 1.1. A promise that a customer has from us, and what became of it. For desks only. */
  z.object({ type: z.literal('follow-up'), followUp: FollowUp }),
  /** Since 1.2. What somebody wished to do to an order, and what came of it. For desks only. */
  z.object({ type: z.literal('effect'), effect: Effect }),
  /** Since 1.3. A person of the shop. For desks only. */
  z.object({ type: z.literal('account'), account: Account }),
  /** Since 1.3. Whose a conversation is, and why. For desks only. */
  z.object({ type: z.literal('routing'), routing: Routing }),
  /** Since 1.3. A line to a channel of others, and how it stands. For desks only. */
  z.object({ type: z.literal('channel'), connector: ConnectorState }),
  /** Since 1.3. A reply that has not reached its channel, or that has after all; one that goes out at once makes no event. For desks only. */
  z.object({ type: z.literal('delivery'), delivery: ReplyDelivery }),
  /** Since 1.3. A reply or an action that waits for a supervisor, and what became of it. For desks only. */
  z.object({ type: z.literal('review'), review: Review }),
  /** Since 1.3. Work that cannot be finished in the chat. For desks only. */
  z.object({ type: z.literal('ticket'), ticket: Ticket }),
  /** Since 1.4. What somebody hands over at the end of a shift, and what became of it. For desks only. */
  z.object({ type: z.literal('shift'), shift: Shift }),
  /** Since 1.4. A customer was asked how they found it, or has said so. For desks only. */
  z.object({ type: z.literal('rating'), rating: Rating }),
  /** Since 1.4. What supervisors decide for the shop: when it is open, where customers are asked. For desks only. */
  z.object({ type: z.literal('shop-rules'), rules: ShopRules }),
  /** Since 1.4. What went wrong for many orders, and what is said of it. For desks only. */
  z.object({ type: z.literal('incident'), incident: Incident }),
  /** Since 1.4. A plan for busy days. For desks only. */
  z.object({ type: z.literal('campaign'), campaign: Campaign }),
  /** Since 1.4. A version of a workflow. All are kept: a run goes on with the one that it began with. For desks only. */
  z.object({ type: z.literal('workflow-version'), entry: WorkflowVersion }),
  /** Since 1.4. Which version of a workflow is in use, and how far it may go. For desks only. */
  z.object({ type: z.literal('workflow-use'), use: WorkflowUse }),
])
export type Change = z.infer<typeof Change>

const KNOWN_TYPES: ReadonlySet<string> = new Set(Change.options.map((option) => option.shape.type.value))

/** A change of a later protocol: skipped, and counted, so that an older seat goes on. A broken one of a known type is refused. */
const UnknownChange = z
  .looseObject({ type: z.string().refine((type) => !KNOWN_TYPES.has(type)) })
  .transform((): { type: 'unknown' } => ({ type: 'unknown' }))
export const ReceivedChange = z.union([Change, UnknownChange])
export type ReceivedChange = z.infer<typeof ReceivedChange>

/** One entry of the gateway's log. `n` counts from 1 without gaps; a seat's cursor is the last `n` that it has committed. */
export const LogEvent = z.object({ n: z.number().int().positive(), at: Millis, change: ReceivedChange })
export type LogEvent = z.infer<typeof LogEvent>
