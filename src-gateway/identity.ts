import { createHash, timingSafeEqual } from 'node:crypto'
import type { Verification } from '../src-shared/domain/conversation.ts'
import { appendConversation, conversationOrRefuse } from './append.ts'
import { findIdentityClaim, type IdentityClaim } from './identity-text.ts'
import type { WriteTx } from './store/store.ts'

export const TRIES = 5
export const TRIES_WINDOW_MS = 60 * 60 * 1000
/** Over all visitors, so that fresh cookies do not buy fresh tries at one order. */
const TRIES_PER_ORDER = 20
/** Over all visitors and orders, so that fresh cookies do not buy guesses sprayed over many orders. */
export const FAILURES_PER_SHOP = 300
const FAILURES = 'verify-failed'

export interface VerifyResult { verified: boolean; triesLeft: number; customerId: string | null }

/**
 * One try to prove who one is. It counts whether the order exists or not, and both are answered alike after the same
 * work, so that nobody can list order numbers with it. The digits are those of the account that ordered: the recipient
 * of a gift is somebody else, who must not see the giver's orders. A visitor who is out of tries counts nowhere, else
 * they could use up an order's tries for its owner. Appends nothing; the caller binds the customer (`bindCustomer`).
 * @param visitor whose five tries an hour these are.
 */
export async function tryIdentity(tx: WriteTx, now: number, visitor: string, claim: IdentityClaim): Promise<VerifyResult> {
  const ofVisitor = `verify:${visitor}`
  const used = await tx.counted(ofVisitor, TRIES_WINDOW_MS, now)
  const failures = await tx.counted(FAILURES, TRIES_WINDOW_MS, now)
  if (used >= TRIES || failures >= FAILURES_PER_SHOP) return { verified: false, triesLeft: 0, customerId: null }
  const triesLeft = TRIES - await tx.count(ofVisitor, TRIES_WINDOW_MS, now)
  const triesOnOrder = await tx.count(`verify-order:${sha256(claim.orderNo)}`, TRIES_WINDOW_MS, now)
  const order = await tx.order(claim.orderNo)
  const customer = await tx.customer(order?.customerId ?? '')
  const right = sameDigits(claim.phoneLast4, customer?.phone ?? '')
  const customerId = right && triesOnOrder <= TRIES_PER_ORDER ? customer?.id ?? null : null
  if (customerId === null) await tx.count(FAILURES, TRIES_WINDOW_MS, now)
  return { verified: customerId !== null, triesLeft, customerId }
}

/** Ties a conversation to a customer: first what the shop knows of the customer, then the conversation that points there. */
export async function bindCustomer(tx: WriteTx, now: number, conversationId: string, customerId: string, how: Verification): Promise<void> {
  const row = await conversationOrRefuse(tx, conversationId)
  await appendCustomer(tx, now, customerId)
  await appendConversation(tx, now, row, { customerId, verification: how })
}

/** Puts a customer with all orders into the log, for the desks. */
export async function appendCustomer(tx: WriteTx, now: number, customerId: string): Promise<void> {
  const customer = await tx.customer(customerId)
  if (customer === null) throw new Error(`the shop has no customer ${customerId}`)
  await tx.append(now, { type: 'customer', customer, orders: await tx.ordersOf(customerId) })
}

/**
 * Reads what a customer of an unverified conversation writes; an order number with the right four digits verifies them.
 * To be called before the message is appended, so that a desk knows the customer when it reads the message.
 * @returns whether the customer was verified by this text.
 */
export async function recogniseCustomer(tx: WriteTx, now: number, visitor: string, conversationId: string, text: string): Promise<boolean> {
  const { conversation, lastCustomerSeq } = await conversationOrRefuse(tx, conversationId)
  if (conversation.verification !== 'none') return false
  const previous = lastCustomerSeq === 0 ? null : await tx.messageAt(conversationId, lastCustomerSeq)
  const claim = findIdentityClaim(previous?.text ?? null, text)
  if (claim === null) return false
  const { customerId } = await tryIdentity(tx, now, visitor, claim)
  if (customerId === null) return false
  await bindCustomer(tx, now, conversationId, customerId, 'order-and-phone')
  return true
}

function sameDigits(last4: string, phone: string): boolean {
  const digits = phone.replace(/\D/g, '')
  const same = timingSafeEqual(digest(last4), digest(digits.slice(-4)))
  return same && digits.length >= 4
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
const sha256 = (text: string): string => digest(text).toString('hex')
