import { leftToGive, payoutsOf } from '../../src-shared/domain/after-sales/money.ts'
import { withPaid } from '../../src-shared/domain/cases/paid.ts'
import { amountOf } from '../../src-shared/domain/commerce.ts'
import { isStale, type CommercePort } from '../../src-shared/domain/commerce-port.ts'
import type { Effect, Refusal } from '../../src-shared/domain/effect.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import { appendCustomer } from '../identity.ts'
import { isHeld } from '../holds.ts'
import { currentLease } from '../leases.ts'
import { refuse } from '../refusals.ts'
import { autopilotPaused } from '../holds.ts'
import { makeTicket } from '../tickets/tickets.ts'
import { reviewedAction } from '../reviews/approved.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'
import { actionRow, brokenCap, countSpending, mayDo } from './spending.ts'

type Request = SeatParams<'perform'>
const refused = (reason: Refusal['reason'], detail: string): Refusal => ({ reason, detail })

/**
 * Does something to an order, or says why not, in the caller's one transaction. A known id is answered first, with the
 * outcome of the first time; a refusal is an outcome too. The checks stand in the order of docs/commerce.md.
 * @throws AppError `id-taken` when the id belongs to another action
 */
export async function performEffect(tx: WriteTx, now: number, seatId: string, shop: CommercePort, request: Request): Promise<SeatResult<'perform'>> {
  const known = await knownEffect(tx, request)
  if (known !== null) return { n: await tx.head(), effect: known }
  return appendEffect(tx, now, seatId, request, await outcomeOf(tx, now, seatId, shop, request))
}

/** What came of this id before; null: it is new. @throws AppError `id-taken` when it belongs to another action */
export async function knownEffect(tx: ReadTx, request: Pick<Request, 'id' | 'action'>): Promise<Effect | null> {
  const known = await tx.state('effect', request.id)
  if (known?.type !== 'effect') return null
  if (JSON.stringify(known.effect.action) !== JSON.stringify(request.action)) throw refuse('id-taken')
  return known.effect
}

/** Tells every desk what came of an action. */
export async function appendEffect(tx: WriteTx, now: number, seatId: string, { id, conversationId, caseId, runId, action, by }: Request, outcome: Effect['outcome']): Promise<SeatResult<'perform'>> {
  const effect: Effect = { id, conversationId, caseId, runId, action, by: { ...by, seatId }, outcome, at: now }
  const { n } = await tx.append(now, { type: 'effect', effect })
  return { n, effect }
}

/** Why it may not be done to this order as it stands; null: it may. Asks no shop. */
export async function refusalOf(tx: ReadTx, now: number, seatId: string, request: Request, order: Order | null): Promise<Refusal | null> {
  return await mayAct(tx, now, seatId, request) ?? await ofCustomer(tx, request, order) ?? (order && await mayPay(tx, now, order, request))
}

async function outcomeOf(tx: WriteTx, now: number, seatId: string, shop: CommercePort, request: Request): Promise<Effect['outcome']> {
  const { action, id, expects, by } = request
  const order = action.orderNo === null ? null : await shop.order(action.orderNo)
  const refusal = await refusalOf(tx, now, seatId, request, order)
  if (refusal) return { state: 'refused', ...refusal }
  if (action.kind === 'ticket') return { state: 'done', reference: await ticketFor(tx, now, seatId, request, action) }
  const performed = await shop.perform({ id, action, expects, by: by.name })
  if (performed.state === 'refused') return performed
  const paid = amountOf(action)
  if (order !== null) {
    if (paid !== null) await countSpending(tx, now, order, request, paid.amount)
    await appendCustomer(tx, now, order.customerId)
  }
  return { state: 'done', reference: performed.reference }
}

/** A ticket is the team's, whichever shop the order is of: the shop is not asked. @returns its number */
async function ticketFor(tx: WriteTx, now: number, seatId: string, { id, conversationId, caseId, by }: Request, { title, text, orderNo }: Extract<Request['action'], { kind: 'ticket' }>): Promise<string> {
  const { ticket } = await makeTicket(tx, now, { seatId }, { id, conversationId, orderNo, caseId, title, summary: text, kind: 'other', owner: null, dueAt: null, priority: 'normal', state: 'open', name: by.name, at: now })
  return String(ticket.no)
}

/** The switches, the policy, the lease, and whether it is still time; a person needs none of them but the last. */
async function mayAct(tx: ReadTx, now: number, seatId: string, { id, action, by, conversationId, notAfter }: Request): Promise<Refusal | null> {
  if (notAfter !== undefined && now > notAfter) return refused('stale', 'too-late')
  if ((await reviewedAction(tx, id, action)) === 'not') return refused('policy', 'review')
  if (by.kind !== 'autopilot') return null
  if (await autopilotPaused(tx)) return refused('paused', '')
  if (await isHeld(tx, 'action', action.kind)) return refused('paused', `action:${action.kind}`)
  const channel = conversationId === null ? null : (await tx.conversation(conversationId))?.conversation.channel
  if (channel && await isHeld(tx, 'channel', channel)) return refused('paused', `channel:${channel}`)
  if (!mayDo(await actionRow(tx, action.kind))) return refused('policy', 'level')
  if (conversationId === null) return null
  return (await currentLease(tx, conversationId, now))?.seatId === seatId ? null : refused('lease', '')
}

/** The order is there, it is the customer's whom the conversation is with, and it stands as it did. */
async function ofCustomer(tx: ReadTx, { conversationId, caseId, action, expects }: Request, order: Order | null): Promise<Refusal | null> {
  const conversation = conversationId === null ? null : (await tx.conversation(conversationId))?.conversation
  // A case is the platform's own word on whose order it is; without either nobody vouches for anybody.
  if (conversationId === null ? caseId === null : !conversation || conversation.customerId === null || conversation.verification === 'none') return refused('identity', 'not-verified')
  if (action.orderNo === null) return null
  if (order === null || (conversation && order.customerId !== conversation.customerId)) return refused('identity', 'other-order')
  if (expects === null) return refused('stale', 'nothing-expected')
  return isStale(expects, order) ? refused('stale', `status:${order.status}`) : null
}

/** Money: whether it was given before, whether so much is left, and for automatic ones the caps. */
async function mayPay(tx: ReadTx, now: number, known: Order, { action, by, caseId }: Request): Promise<Refusal | null> {
  const amount = amountOf(action)
  if (amount === null) return null
  // What platform or insurer paid in a case stands in no order.
  const order = withPaid(known, await tx.casesOf(known.no))
  const [earlier] = payoutsOf(order)
  // Whoever paid it, the platform and an insurer included: a second payment for one order is a person's to decide.
  if (by.kind === 'autopilot' && earlier) return refused('already', `${earlier.by}:${earlier.kind}:${earlier.amount.amount}`)
  const left = leftToGive(order)
  if (left.amount === 0 && earlier) return refused('already', 'all-given-back')
  if (amount.currency !== left.currency || amount.amount > left.amount) return refused('amount', `left:${left.amount}`)
  if (by.kind !== 'autopilot') return null
  const row = await actionRow(tx, action.kind)
  const cap = row === null ? 'none-set' : await brokenCap(tx, now, order, caseId, row, amount)
  return cap === null ? null : refused('cap', cap)
}
