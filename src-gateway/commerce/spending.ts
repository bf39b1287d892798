import { createHash } from 'node:crypto'
import type { Order } from '../../src-shared/domain/order.ts'
import { acts } from '../../src-shared/domain/policy-ceilings.ts'
import type { Cap } from '../../src-shared/domain/policy-limits.ts'
import type { ActionPolicy } from '../../src-shared/domain/policy.ts'
import type { Money } from '../../src-shared/domain/text.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** Caps look back over this, so that nobody gets twice a day's money around midnight. */
const DAY_MS = 24 * 60 * 60 * 1000
const SHOP = 'shop'

/** What the policy in force says of an action; null: nothing, and then autopilot does not do it. */
export async function actionRow(tx: ReadTx, kind: string): Promise<ActionPolicy | null> {
  const [row] = await tx.statesOf('policy', 1)
  const actions = row?.policy.actions
  return actions !== undefined && Object.hasOwn(actions, kind) ? (actions[kind] ?? null) : null
}

/** Does the policy let autopilot do this at all? */
export const mayDo = (row: ActionPolicy | null): row is ActionPolicy => row !== null && acts(row.level)

const hash = (text: string): string => createHash('sha256').update(text.replace(/[\s,，.。#-]/gu, '').toLowerCase()).digest('hex')

/** Under whom a payment counts: the same household, phone or payer under another account is the same person. */
function personKeys(order: Order): string[] {
  const { region, detail, phone } = order.address
  return [`person:${order.customerId}`, `address:${hash(region + detail)}`, `phone:${hash(phone.replace(/\D/gu, '').slice(-11))}`, `payer:${hash(order.payer ?? order.customerId)}`]
}
const caseKeys = (order: Order, caseId: string | null): string[] => [`order:${order.no}`, ...(caseId === null ? [] : [`case:${caseId}`])]

/** Would this payment go over the cap under any of these keys? The fullest of them holds. */
async function isOver(tx: ReadTx, cap: Cap | undefined, keys: readonly string[], since: number, amount: number): Promise<boolean> {
  if (cap === undefined) return false
  for (const key of keys) {
    const paid = await tx.spent(key, since)
    if (cap.amount !== undefined && paid.amount + amount > cap.amount) return true
    if (cap.count !== undefined && paid.count >= cap.count) return true
  }
  return false
}

/** Which cap of the action's row an automatic payment would break; null: none. Without caps nothing is paid automatically. */
export async function brokenCap(tx: ReadTx, now: number, order: Order, caseId: string | null, { caps }: ActionPolicy, amount: Money): Promise<string | null> {
  if (caps === undefined) return 'none-set'
  if (caps.currency !== amount.currency) return `currency:${caps.currency}`
  const said = (name: string, cap: Cap | undefined): string => `${name}:${cap?.amount ?? ''}${cap?.count === undefined ? '' : `/${cap.count}`}`
  if (await isOver(tx, caps.perCase, caseKeys(order, caseId), -1, amount.amount)) return said('case', caps.perCase)
  if (await isOver(tx, caps.perCustomerDay, personKeys(order), now - DAY_MS, amount.amount)) return said('customer-day', caps.perCustomerDay)
  return (await isOver(tx, caps.perShopDay, [SHOP], now - DAY_MS, amount.amount)) ? said('shop-day', caps.perShopDay) : null
}

/** Counts a payment. What people pay counts for the customer and the case; the shop's day is autopilot's alone. */
export async function countSpending(tx: WriteTx, now: number, order: Order, { id, caseId, by }: SeatParams<'perform'>, amount: number): Promise<void> {
  await tx.addSpending([...caseKeys(order, caseId), ...personKeys(order), ...(by.kind === 'autopilot' ? [SHOP] : [])], id, now, amount)
}
