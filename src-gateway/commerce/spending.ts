import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Order } from '../../src-shared/domain/order.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** Caps look back over this, so that nobody gets twice a day's money around midnight. */
const DAY_MS = 24 * 60 * 60 * 1000
const SHOP = 'shop'

/** What autopilot may pay out at most, in minor units; what is absent has no limit of its own. */
const Caps = z.object({ perCase: z.number().nonnegative().optional(), perCustomerDay: z.number().nonnegative().optional(), perShopDay: z.number().nonnegative().optional() })
type Caps = z.infer<typeof Caps>

/** The caps of the policy in force; null: it has none. A policy whose caps cannot be read has none either. */
async function capsOf(tx: ReadTx): Promise<Caps | null> {
  const [row] = await tx.states({ kind: 'policy', key: '' }, 1)
  if (row?.change.type !== 'policy') return null
  const { caps } = row.change.policy as { caps?: unknown }
  return caps === undefined ? null : (Caps.safeParse(caps).data ?? null)
}

const hash = (text: string): string => createHash('sha256').update(text.replace(/[\s,，.。#-]/gu, '').toLowerCase()).digest('hex')

/** Under whom a payment counts: the same household, phone or payer under another account is the same person. */
function personKeys(order: Order): string[] {
  const { region, detail, phone } = order.address
  return [`person:${order.customerId}`, `address:${hash(region + detail)}`, `phone:${hash(phone.replace(/\D/gu, '').slice(-11))}`, `payer:${hash(order.payer ?? order.customerId)}`]
}
const caseKeys = (order: Order, caseId: string | null): string[] => [`order:${order.no}`, ...(caseId === null ? [] : [`case:${caseId}`])]

async function worst(tx: ReadTx, keys: readonly string[], since: number): Promise<number> {
  let most = 0
  for (const key of keys) most = Math.max(most, await tx.spent(key, since))
  return most
}

/**
 * Which cap an automatic payment of so much would break; null: none. Without caps nothing is paid automatically.
 * @param amount minor units
 */
export async function brokenCap(tx: ReadTx, now: number, order: Order, caseId: string | null, amount: number): Promise<string | null> {
  const caps = await capsOf(tx)
  if (caps === null) return 'none-set'
  const over = async (limit: number | undefined, keys: readonly string[], since: number): Promise<boolean> => limit !== undefined && (await worst(tx, keys, since)) + amount > limit
  if (await over(caps.perCase, caseKeys(order, caseId), -1)) return `case:${caps.perCase ?? 0}`
  if (await over(caps.perCustomerDay, personKeys(order), now - DAY_MS)) return `customer-day:${caps.perCustomerDay ?? 0}`
  return (await over(caps.perShopDay, [SHOP], now - DAY_MS)) ? `shop-day:${caps.perShopDay ?? 0}` : null
}

/** Counts a payment. What people pay counts for the customer and the case; the shop's day is autopilot's alone. */
export async function countSpending(tx: WriteTx, now: number, order: Order, { id, caseId, by }: SeatParams<'perform'>, amount: number): Promise<void> {
  await tx.addSpending([...caseKeys(order, caseId), ...personKeys(order), ...(by.kind === 'autopilot' ? [SHOP] : [])], id, now, amount)
}
