import { z } from 'zod'
import { Attachment } from './attachment.ts'
import { Id } from './message.ts'
import { Payout } from './order-records.ts'
import { LocalText, Millis, Money } from './text.ts'

export const CASE_KINDS = ['refund-only', 'return', 'exchange', 'resend', 'price-protection', 'repair', 'dispute'] as const
export const CaseKind = z.enum(CASE_KINDS)
export type CaseKind = z.infer<typeof CaseKind>

/**
 * to-decide: waits for our word · asked: waits for what we asked the customer · goods-coming: agreed to, the goods are on
 * their way back · to-inspect: they are here · not-ok: they are not as they should be, waits for our word · the last three are ends.
 */
export const CaseState = z.enum(['to-decide', 'asked', 'goods-coming', 'to-inspect', 'not-ok', 'granted', 'refused', 'closed'])
export type CaseState = z.infer<typeof CaseState>

/** What the desk holds and can put beside a refusal. */
export const PROOF_RECORDS = ['order', 'parcel', 'chat', 'pictures', 'inspection'] as const
export const Proof = z.enum(PROOF_RECORDS)
export type Proof = z.infer<typeof Proof>

/** Words that go to the customer with a case, in UTF-16 code units. */
export const CASE_WORDS_MAX_LENGTH = 300
const Words = z.string().trim().max(CASE_WORDS_MAX_LENGTH)

/** One thing that happened; oldest first. `id` is that of the act that made it. */
export const CaseStep = z.object({
  id: z.string(),
  at: Millis,
  by: z.object({ kind: z.enum(['customer', 'agent', 'autopilot', 'platform']), name: z.string().max(80) }),
  step: z.enum(['opened', 'answered', 'sent-back', 'approved', 'refused', 'asked', 'received', 'inspected-ok', 'inspected-not-ok', 'paid', 'closed']),
  words: z.string().default(''),
  reasonCode: z.string().nullable().default(null),
  amount: Money.nullable().default(null),
  proof: z.array(Proof).default([]),
})
export type CaseStep = z.infer<typeof CaseStep>

/** Where a case may lie; autopilot's limits and switches take it for its channel. */
export const CasePlatform = z.enum(['taobao', 'jd', 'pdd', 'douyin', 'web'])

/** An after-sale case as its platform gives it. Every time in it is the platform's own: none is worked out here. */
export const AfterSaleCase = z.object({
  id: Id,
  /** The number that customer and platform use. */
  no: z.string().min(1).max(40),
  platform: CasePlatform,
  kind: CaseKind,
  state: CaseState,
  orderNo: z.string(),
  customerId: z.string(),
  conversationId: Id.nullable(),
  /** Positions of the order, counted from 0, that it is about. */
  items: z.array(z.object({ index: z.number().int().nonnegative(), quantity: z.number().int().positive() })).min(1),
  /** What the goods are to be exchanged for. */
  swap: z.object({ productId: z.string(), variant: z.string() }).nullable().default(null),
  /** What the customer asks back; 0 where no money is asked for. */
  asked: Money,
  reason: z.object({ code: z.string(), words: LocalText }),
  /** The customer's own words. */
  words: z.string(),
  pictures: z.array(Attachment),
  openedAt: Millis,
  /** When the platform goes on without us, and how; null: it waits for us, or for nobody. */
  due: z.object({ at: Millis, then: z.enum(['granted', 'closed', 'platform-decides']) }).nullable(),
  /** What platform, insurer or shop have paid for this damage already. */
  paid: z.array(Payout),
  /** The reasons that the platform accepts for a refusal. */
  refuseReasons: z.array(z.object({ code: z.string(), words: LocalText })),
  history: z.array(CaseStep),
  /** Counts its changes: an act on an older one is refused. */
  revision: z.number().int().positive(),
})
export type AfterSaleCase = z.infer<typeof AfterSaleCase>

/** What the shop can do in a case. `amount`: null takes all that is asked. */
export const CaseAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approve'), amount: Money.nullable() }),
  z.object({ kind: z.literal('refuse'), reasonCode: z.string().min(1), words: Words.min(2), proof: z.array(Proof).min(1) }),
  z.object({ kind: z.literal('ask'), words: Words.min(2) }),
  z.object({ kind: z.literal('received') }),
  z.object({ kind: z.literal('inspected'), ok: z.boolean(), note: Words }),
])
export type CaseAct = z.infer<typeof CaseAct>
export type CaseActKind = CaseAct['kind']

const ENDS: ReadonlySet<CaseState> = new Set<CaseState>(['granted', 'refused', 'closed'])
export const isOver = ({ state }: Pick<AfterSaleCase, 'state'>): boolean => ENDS.has(state)

const ACTS: Record<CaseState, readonly CaseActKind[]> = {
  'to-decide': ['approve', 'refuse', 'ask'], asked: ['approve', 'refuse'], 'goods-coming': ['received'], 'to-inspect': ['inspected'], 'not-ok': ['approve', 'refuse'],
  granted: [], refused: [], closed: [],
}
/** What may be done in a case as it stands. */
export const actsOf = (state: CaseState): readonly CaseActKind[] => ACTS[state]
/** Does it wait for the shop's word or hands? */
export const waitsForShop = (state: CaseState): boolean => state === 'to-decide' || state === 'to-inspect' || state === 'not-ok'
