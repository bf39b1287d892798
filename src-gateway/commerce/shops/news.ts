import { v5 as uuidv5 } from 'uuid'
import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import { appendCustomer } from '../../identity.ts'
import type { WriteTx } from '../../store/store.ts'
import { caseOf } from '../outside/begin.ts'
import type { ShopNews } from '../shop-kind.ts'

const NAMESPACE = '8f0f7c9a-6d34-5d1b-bf40-5f8a2b1f7c63'

/** What the platform says of a case beside what we know of it: our own steps stay, its state and deadline hold. */
function merged(known: AfterSaleCase | null, now: AfterSaleCase): AfterSaleCase | null {
  if (known === null) return now
  const next: AfterSaleCase = { ...now, conversationId: known.conversationId, history: known.history, pictures: known.pictures.length > 0 ? known.pictures : now.pictures, revision: known.revision }
  return JSON.stringify(next) === JSON.stringify(known) ? null : { ...next, revision: known.revision + 1 }
}

/**
 * Keeps what was read of a shop. Read again, or in another order, it changes nothing; an older state of an order never takes
 * the place of a newer one, and an order of another connection is left to that one.
 */
export async function keepNews(tx: WriteTx, now: number, connectionId: string, { orders, cases, broken }: ShopNews): Promise<void> {
  const changed = new Set<string>()
  for (const { order, customer } of orders) {
    const owner = await tx.shops.connectionOf(order.no)
    const known = await tx.order(order.no)
    if (owner === null ? known !== null : owner !== connectionId) continue
    if (known && (known.revision ?? 0) > (order.revision ?? 0)) continue
    const before = await tx.customer(customer.id)
    if (JSON.stringify(known) === JSON.stringify(order) && before !== null) continue
    await tx.shops.putOwner(order.no, connectionId)
    // What people of the shop noted about a customer is theirs, and no platform knows it.
    await tx.putCustomer(before ? { ...customer, note: before.note, level: before.level, ...(before.blacklisted === undefined ? {} : { blacklisted: before.blacklisted }), ...(before.watch === undefined ? {} : { watch: before.watch }) } : customer)
    await tx.putOrder(order)
    changed.add(customer.id)
  }
  for (const id of changed) await appendCustomer(tx, now, id)
  for (const one of cases) {
    if (await tx.shops.connectionOf(one.orderNo) !== connectionId) continue
    const next = merged(await caseOf(tx, one.id), one)
    if (next) await tx.append(now, { type: 'case', case: next })
  }
  for (const { externalId, why, body } of broken) await tx.shops.putLetter({ id: uuidv5(`${connectionId}/${externalId}`, NAMESPACE), connectionId, at: now, externalId, why, body: body.slice(0, 20_000) })
}
