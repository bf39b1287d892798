import { z } from 'zod'
import { EvidenceClaim, Hold, Override, Proposal } from '../domain/autonomy.ts'
import { Attachment } from '../domain/attachment.ts'
import { ConversationStatus } from '../domain/conversation.ts'
import { Customer, Watch } from '../domain/customer.ts'
import { DemoAction, DemoState } from '../domain/demo-play.ts'
import { AfterSaleCase, CaseAct } from '../domain/case.ts'
import { CommerceAction } from '../domain/commerce.ts'
import { Disposition } from '../domain/disposition.ts'
import { Effect, EffectRefusal } from '../domain/effect.ts'
import { FollowUp, FollowUpChange, Outside, Owner, Promised } from '../domain/follow-up.ts'
import { Id, MESSAGE_MAX_LENGTH } from '../domain/message.ts'
import { MEMO_LINE_MAX_LENGTH, Order, OrderFlag, OrderStatus } from '../domain/order.ts'
import { SharedPhrase } from '../domain/phrase.ts'
import { Policy, PolicyVersion } from '../domain/policy.ts'
import { Workflow, WorkflowLevel, WorkflowUse, WorkflowVersion } from '../domain/workflow.ts'
import { Millis } from '../domain/text.ts'
import { AppErrorShape } from '../errors.ts'
import { LogEvent, ReceivedChange } from './protocol.ts'
import { CHANNEL_SEAT_CALLS } from './seat-channels.ts'
import { PEOPLE_CALLS } from './seat-people.ts'
import { ROUTING_SEAT_CALLS, ROUTING_SEAT_PUSHES } from './seat-routing.ts'
import { OUTCOME_SEAT_CALLS } from './seat-outcomes.ts'
import { REVIEW_SEAT_CALLS } from './seat-reviews.ts'
import { FLOOR_SEAT_CALLS } from './seat-floor.ts'
import { TICKET_SEAT_CALLS } from './seat-tickets.ts'
import { SHOP_RULES_SEAT_CALLS } from './seat-shop-rules.ts'
import { SHIFT_SEAT_CALLS } from './seat-shifts.ts'
import { SHOP_CALLS } from './seat-shops.ts'
import { INTEGRATION_CALLS } from './seat-integrations.ts'

/** socket.io `auth` of a seat. The token never stands in a URL. */
export const SeatAuth = z.object({ token: z.string().min(1), seatId: z.string().min(1).max(64), protocol: z.string() })
export type SeatAuth = z.infer<typeof SeatAuth>

const Empty = z.object({})
const seq = z.number().int().nonnegative()

/** Answer to `send`. `conflict` leaves the log as it was; the seat holds the reply for the person. */
export const SendResult = z.discriminatedUnion('status', [
  /** `duplicate`: this id was in the log already, `seq` and `at` are those of the first time. */
  /** `apart` (since 1.5): it goes to the customer as several messages. */
  z.object({ status: z.literal('accepted'), seq, at: Millis, n: z.number().int().positive(), duplicate: z.boolean(), apart: z.boolean().optional() }),
  z.object({
    status: z.literal('conflict'),
    /** newer-message: the customer wrote after `basedOnSeq` · lease: another seat holds the conversation · closed: it is resolved · paused: autopilot is switched off · review (since 1.3): a supervisor has not approved it, or other words */
    reason: z.enum(['newer-message', 'lease', 'closed', 'paused', 'review']),
    lastSeq: seq,
  }),
])
export type SendResult = z.infer<typeof SendResult>

/** Answer to `recall`. */
export const RecallResult = z.discriminatedUnion('status', [
  /** `at`: when it was taken back, the first time. */
  z.object({ status: z.literal('recalled'), at: Millis }),
  /** too-late: the channel's time is over · not-yours: another seat sent it, or the customer · channel: this channel cannot */
  z.object({ status: z.literal('refused'), reason: z.enum(['too-late', 'not-yours', 'channel']) }),
])
export type RecallResult = z.infer<typeof RecallResult>

/**
 * Calls of a seat: socket.io events with one argument and an acknowledgement `Answer<result>`.
 * Every argument is parsed at the gateway; what does not parse is answered with `bad-request`.
 */
export const SEAT_CALLS = {
  /** First call on each connection. `mode: 'snapshot'`: the cursor is unknown to this log, load a snapshot. */
  hello: {
    params: z.object({ logId: z.string().nullable(), cursor: seq }),
    result: z.object({ protocol: z.string(), logId: z.string(), head: seq, mode: z.enum(['events', 'snapshot']), now: Millis,
      /** Since 1.3. Who is signed in; `signedIn` false: by the gateway's own token. The account itself is in the log. */
      me: z.object({ accountId: z.string(), signedIn: z.boolean() }).optional(),
    }),
  },
  /** Pages through the present state. Pass `next` until it is null, then pull events after `cursor` of the FIRST page. */
  snapshot: {
    params: z.object({ page: z.string().nullable() }),
    result: z.object({ changes: z.array(ReceivedChange), next: z.string().nullable(), cursor: seq }),
  },
  /** Events after `after`, oldest first. Caught up when the last event's `n` equals `head`. */
  pull: {
    params: z.object({ after: seq, limit: z.number().int().min(1).max(1000) }),
    result: z.object({ events: z.array(LogEvent), head: seq }),
  },
  /** From now on the gateway pushes `events`; the answer's `head` tells what to pull first. `demo`: null where none is played. */
  live: { params: Empty, result: z.object({ head: seq, demo: DemoState.nullable().default(null) }) },
  /**
   * Appends a reply in one transaction, only if the customer has written nothing after `basedOnSeq` and no other seat
   * holds the lease. A free lease is taken by a person's reply; an automatic one needs to hold it already.
   */
  send: {
    params: z.object({
      id: Id, conversationId: Id, text: z.string().max(MESSAGE_MAX_LENGTH), attachments: z.array(Attachment).max(9),
      author: z.object({ kind: z.enum(['agent', 'autopilot']), name: z.string().max(80) }),
      basedOnSeq: seq,
      /** Since 1.2, of an automatic reply: the topic that it answers. */
      intent: z.string().max(64).optional(),
      /** A message of the same conversation that it answers; the gateway makes the excerpt from its own record. */
      quoteId: Id.nullable().optional(),
      /** Since 1.5. Its paragraphs shall go to the customer as messages of their own, where the channel is a chat. */
      apart: z.boolean().optional(),
      /** Since 1.6. The desk's guard stops these words, and somebody who may lead sends them for this reason; for the record. */
      override: Override.optional(),
    }),
    result: SendResult,
  },
  /** Takes a reply of this seat back from the customer. Again it is answered as the first time. */
  recall: { params: z.object({ id: Id }), result: RecallResult },
  /** Asks for the lease of a conversation, renews it, or gives it back. It runs out LEASE_MS after the last renewal. */
  lease: {
    params: z.object({ conversationId: Id, want: z.boolean() }),
    result: z.object({ granted: z.boolean(), holder: z.string().nullable(), expiresAt: Millis.nullable() }),
  },
  /** `id` makes the call idempotent. A customer's message reopens a resolved conversation. */
  status: {
    params: z.object({
      id: Id, conversationId: Id, status: ConversationStatus,
      /** Since 1.1, with `resolved`: how it ended, and who says so. */
      disposition: Disposition.optional(), name: z.string().max(80).optional(),
      /** Since 1.1, with `open`: the end that is withdrawn by it, also where the customer has opened the conversation before. */
      resolutionId: Id.optional(),
      /** Since 1.4, with `resolved`: the customer is angry; nobody asks them to rate. */
      angry: z.boolean().optional(),
    }),
    result: z.object({ n: seq }),
  },
  /** Since 1.1. Changes how a resolve ended; `resolutionId` is the id of that `status` call. `not-found` if it never resolved anything. */
  disposition: {
    params: z.object({ id: Id, resolutionId: Id, disposition: Disposition }),
    result: z.object({ n: seq }),
  },
  /** Since 1.1. Puts an open conversation away until a time; null brings it back. */
  snooze: {
    params: z.object({ id: Id, conversationId: Id, until: Millis.nullable(), seenSeq: seq }),
    result: z.object({ n: seq }),
  },
  /** Since 1.1. Writes, changes (same `noteId`) or deletes a note; `id` makes the call idempotent. `not-yours`: another seat wrote it. */
  note: {
    params: z.object({
      id: Id, noteId: Id, conversationId: Id, text: z.string().max(MESSAGE_MAX_LENGTH), deleted: z.boolean(), name: z.string().max(80),
      /** When it was written, which may be long before the line was back; the gateway takes no later time than its own. */
      at: Millis,
    }),
    result: z.object({ n: seq }),
  },
  /** Since 1.1. Flags an order of the conversation's verified customer, and adds a line to its memo; what others wrote stays. */
  markOrder: {
    params: z.object({
      id: Id, conversationId: Id, orderNo: z.string(),
      /** Absent: as it is; null: no flag. */
      flag: OrderFlag.nullable().optional(), memo: z.string().trim().min(1).max(MEMO_LINE_MAX_LENGTH).optional(),
    }),
    result: z.object({ n: seq }),
  },
  /**
   * Since 1.1. A reply that arrived has promised something; `id` becomes the follow-up's. The result tells what the log holds of it now.
   * `outside` (since 1.6): the words were copied into another chat program, so that no message has them; `conversationId` need not be known.
   */
  followUp: {
    params: z.object({ id: Id, conversationId: Id, messageId: Id, promised: Promised, owner: Owner, outside: Outside.optional() }),
    result: z.object({ n: seq, followUp: FollowUp }),
  },
  /** Since 1.1. Kept, not needed, open again, another time or owner: what is given changes, the rest stays as others left it. */
  changeFollowUp: {
    params: z.object({ id: Id, conversationId: Id, followUpId: Id, change: FollowUpChange, name: z.string().max(80) }),
    result: z.object({ n: seq, followUp: FollowUp }),
  },
  /**
   * Since 1.2. Does something to an order, once under this `id`: everything is checked and done in one transaction, and the
   * same id again is answered with the first outcome, a refusal included. `expects`: how the order stood when it was decided
   * (null: the action is about no order). `notAfter`: later than that it is refused as `stale` unless it was done already.
   */
  perform: {
    params: z.object({
      id: Id, conversationId: Id.nullable(), caseId: Id.nullable(), runId: Id.nullable(), action: CommerceAction,
      by: z.object({ kind: z.enum(['agent', 'autopilot']), name: z.string().max(80) }),
      expects: z.object({ status: OrderStatus, revision: z.number().int().nonnegative().optional() }).nullable(), notAfter: Millis.optional(),
    }),
    result: z.object({ n: seq, effect: Effect }),
  },
  /**
   * Since 1.2. Puts the next version of a policy; `id` makes it idempotent. `basedOn` is the version it was made from, 0 for
   * none: `conflict` where another is there by now, which is then answered. One that gives more than before (a level `act`, a higher cap
   * or rate, less that is reviewed) waits as `proposed` for `policy.decide`. A level that goes up needs `evidence` of its steps, which is counted
   * again here; without it the request is refused as `not-earned`, unless `override` says why: then another one has to confirm it. A policy that is wrong or goes beyond what any may
   * give is refused as `policy-refused`, with the field in the sentence. It holds on every desk as soon as its event is there.
   */
  'policy.put': {
    params: z.object({ id: Id, basedOn: z.number().int().nonnegative(), policy: z.record(z.string(), z.unknown()), name: z.string().max(80), evidence: z.array(EvidenceClaim).max(200).optional(), override: Override.optional() }),
    result: z.discriminatedUnion('status', [z.object({ status: z.literal('put'), n: seq, policy: Policy }), z.object({ status: z.literal('conflict'), policy: Policy.nullable() }), z.object({ status: z.literal('proposed'), n: seq, proposal: Proposal })]),
  },
  /** Since 1.2. Confirms or withdraws the proposal that waits; `second-seat` where another seat has to. `id` becomes the policy's. */
  'policy.decide': {
    params: z.object({ id: Id, policyId: z.string().min(1).max(64), proposalId: Id, confirm: z.boolean(), name: z.string().max(80) }),
    result: z.object({ state: Proposal.shape.state }),
  },
  /** Since 1.2. Holds autopilot back in a topic, an action or a channel, or lets it go on (`ceiling` null, only with `why: person`). */
  'autopilot.hold': {
    params: z.object({ id: Id, scope: Hold.shape.scope, name: Hold.shape.name, ceiling: Hold.shape.ceiling, why: Hold.shape.why, by: z.string().max(80) })
      .refine(({ ceiling, why }) => ceiling !== null || why === 'person'),
    result: z.object({ n: seq }),
  },
  /** Since 1.4. Puts a buyer on the list of those whom a supervisor looks at first, or takes them off it (null). */
  'customer.watch': { params: z.object({ id: Id, customerId: z.string().min(1).max(120), watch: Watch.pick({ reason: true, until: true }).nullable(), name: z.string().max(80) }), result: z.object({ n: seq }) },
  /** Since 1.2. The versions of a policy, newest first, at most a hundred. */
  'policy.history': { params: z.object({ policyId: z.string().min(1).max(64) }), result: z.object({ versions: z.array(PolicyVersion) }) },
  /**
   * Since 1.4. Saves the next version of a workflow for all desks; `id` makes it idempotent. `basedOn` is the version in use that
   * it was made from, as the desk knows it: `conflict` where another is in use by now, which comes by the log. The gateway
   * does not know whether it can run: a desk checks that before it saves, and again before it begins a run.
   */
  'workflow.put': {
    params: z.object({ id: Id, basedOn: z.number().int().nonnegative(), workflow: Workflow, name: z.string().max(80) }),
    result: z.discriminatedUnion('status', [z.object({ status: z.literal('put'), n: seq, entry: WorkflowVersion }), z.object({ status: z.literal('conflict'), use: WorkflowUse })]),
  },
  /** Since 1.4. How far a workflow may go on every desk; `version` is the one in use where no desk has said anything of it yet. */
  'workflow.use': { params: z.object({ id: Id, workflowId: Workflow.shape.id, version: z.number().int().positive(), level: WorkflowLevel, name: z.string().max(80) }), result: z.object({ n: seq, use: WorkflowUse }) },
  /**
   * Since 1.2. Takes one step in an after-sale case, once under this `id`, in one transaction with whatever it does to the
   * order. `revision`: the case as it was decided on; `expects`: the same of its order. Refused, nothing has changed.
   */
  'case.act': {
    params: z.object({
      id: Id, caseId: Id, revision: z.number().int().positive(), act: CaseAct, runId: Id.nullable(),
      by: z.object({ kind: z.enum(['agent', 'autopilot']), name: z.string().max(80) }),
      expects: z.object({ status: OrderStatus, revision: z.number().int().nonnegative().optional() }), notAfter: Millis.optional(),
    }),
    result: z.object({
      n: seq, case: AfterSaleCase,
      outcome: z.discriminatedUnion('state', [z.object({ state: z.literal('done') }), z.object({ state: z.literal('refused'), reason: EffectRefusal, detail: z.string() })]),
    }),
  },
  ...CHANNEL_SEAT_CALLS,
  /** The shop-wide kill switch. While paused every automatic `send` is answered `conflict: paused`. */
  pauseAutopilot: { params: z.object({ paused: z.boolean() }), result: z.object({ n: seq }) },
  /**
   * Writes or removes a phrase that all seats share; `id` makes each call idempotent, the last one to arrive holds.
   * The result tells what the log holds of that phrase now: after a repeated call that may be a colleague's newer word.
   */
  'phrase.put': { params: z.object({ id: Id, phrase: SharedPhrase }), result: z.object({ n: seq, phrase: SharedPhrase.nullable() }) },
  'phrase.remove': { params: z.object({ id: Id, phraseId: z.string().max(64) }), result: z.object({ n: seq, phrase: SharedPhrase.nullable() }) },
  /**
   * Since 1.1. Customers by order numbers that somebody gave in full, with all their orders; a number that is none is left
   * out. Exact only, so that no desk can leaf through the order book.
   */
  'orders.find': { params: z.object({ orderNos: z.array(z.string().min(6).max(40)).min(1).max(3) }), result: z.object({ found: z.array(z.object({ customer: Customer, orders: z.array(Order) })) }) },
  ...SHOP_CALLS,
  typing: { params: z.object({ conversationId: Id }), result: Empty },
  /** Plays, pauses or changes the recorded day; `not-found` where none is played. Not to be repeated by itself: two `angry` are two customers. */
  demo: { params: DemoAction, result: DemoState },
  ...PEOPLE_CALLS,
  ...ROUTING_SEAT_CALLS,
  ...REVIEW_SEAT_CALLS,
  ...TICKET_SEAT_CALLS,
  ...INTEGRATION_CALLS,
  ...SHIFT_SEAT_CALLS,
  ...SHOP_RULES_SEAT_CALLS,
  ...FLOOR_SEAT_CALLS,
  ...OUTCOME_SEAT_CALLS,
} as const
export type SeatCalls = typeof SEAT_CALLS
export type SeatCall = keyof SeatCalls
export type SeatParams<C extends SeatCall> = z.infer<SeatCalls[C]['params']>
export type SeatResult<C extends SeatCall> = z.infer<SeatCalls[C]['result']>

/** Pushed to a live seat. `events` has consecutive numbers; a gap to the seat's cursor means: pull. `typing` is volatile. */
export const SEAT_PUSHES = {
  events: z.object({ events: z.array(LogEvent).min(1) }),
  typing: z.object({ conversationId: Id }),
  /** The demo was changed or another of its customers came; lost with the connection, and told anew by `live`. */
  demo: DemoState,
  /** Since 1.3. Whoever was signed in is no longer; the connection ends. */
  ended: z.object({ error: AppErrorShape }),
  ...ROUTING_SEAT_PUSHES,
} as const

/** How long a lease lasts without renewal, in milliseconds. */
export const LEASE_MS = 60_000

/** Attachments travel over HTTP on the seat port with `Authorization: Bearer <token>`: PUT and GET /attachments/<sha256>. */
export const ATTACHMENT_PATH = '/attachments/'
