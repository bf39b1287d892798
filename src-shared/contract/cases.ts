import { z } from 'zod'
import { AfterSaleCase, CaseAct, CaseState } from '../domain/case.ts'
import { CaseWish } from '../domain/case-wish.ts'
import { Customer } from '../domain/customer.ts'
import { Id } from '../domain/message.ts'
import { Order } from '../domain/order.ts'
import { Payout } from '../domain/order-records.ts'
import { Decision } from '../domain/policy.ts'
import { DeskLanguage, LocalText, Millis, Money } from '../domain/text.ts'

/** A case as the queue shows it. */
export const CaseRow = z.object({
  id: Id, no: z.string(), kind: AfterSaleCase.shape.kind, platform: AfterSaleCase.shape.platform, state: CaseState,
  product: LocalText, pieces: z.number().int(), customer: z.string(), asked: Money,
  due: AfterSaleCase.shape.due,
  /** ours: it waits for the shop · theirs: for somebody else · over: nothing more to do. */
  section: z.enum(['ours', 'theirs', 'over']),
  /** What is on its way; null: nothing. */
  wish: CaseWish.nullable(),
  /** Somebody has paid for it already. */
  paidAlready: z.boolean(),
  updatedAt: Millis,
})
export type CaseRow = z.infer<typeof CaseRow>

/** A line of the customer's chat, as far as a case shows it. */
export const CaseChatLine = z.object({ id: Id, by: z.enum(['customer', 'agent', 'autopilot', 'system']), name: z.string(), text: z.string(), at: Millis })
export type CaseChatLine = z.infer<typeof CaseChatLine>

/** Everything about one case on one page. */
export const CaseView = z.object({
  row: CaseRow,
  case: AfterSaleCase,
  order: Order.nullable(), customer: Customer.nullable(),
  paid: z.array(Payout), stillAsked: Money,
  /** The customer's conversation on this desk; null: none. */
  conversationId: Id.nullable(),
  /** Its last lines, oldest first. */
  chat: z.array(CaseChatLine),
  articles: z.array(z.object({ id: z.string(), title: LocalText, body: LocalText, audience: z.enum(['customer', 'internal']) })),
  /** What the policy says of granting it in full; null: there is nothing to grant now. */
  recommendation: Decision.nullable(),
  /** The last wish, where it came to nothing. */
  refused: CaseWish.nullable(),
})
export type CaseView = z.infer<typeof CaseView>

/** What an evidence pack holds: facts in plain text, already masked where the policy asks for it. */
export const EvidencePack = z.object({
  language: DeskLanguage, view: CaseView, shop: LocalText, madeAt: Millis, masked: z.boolean(), timeZone: z.string(),
})
export type EvidencePack = z.infer<typeof EvidencePack>

export const CASE_CALLS = {
  /** By the platform's deadline, the nearest first; those that are over stand last, newest first, at most 50. */
  'cases.list': { params: z.object({}), result: z.object({ rows: z.array(CaseRow) }) },
  'case.get': { params: z.object({ id: Id }), result: CaseView },
  /** One step, once per `id`; `sendAt` (gateway time): until then it can be taken back. `case-refused` says why not. */
  'case.act': { params: z.object({ id: Id, caseId: Id, act: CaseAct }), result: z.object({ sendAt: Millis }) },
  /** Takes a step back that has not left. Refused: `already-sent`. */
  'case.undo': { params: z.object({ id: Id }), result: z.object({}) },
  'case.evidence': { params: z.object({ id: Id, language: DeskLanguage }), result: EvidencePack },
} as const
export type CaseCalls = typeof CASE_CALLS
