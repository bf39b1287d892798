import type { SeatResult } from '../src-shared/wire/seat.ts'
import type { ReadTx } from './store/store.ts'

/** The customers of these order numbers, each once with all orders. */
export async function findOrders(tx: ReadTx, orderNos: readonly string[]): Promise<SeatResult<'orders.find'>> {
  const orders = await Promise.all(orderNos.map((no) => tx.order(no)))
  const ids = new Set(orders.flatMap((order) => order?.customerId ?? []))
  const found = await Promise.all([...ids].map(async (id) => ({ customer: await tx.customer(id), orders: await tx.ordersOf(id) })))
  return { found: found.flatMap(({ customer, orders: all }) => (customer ? [{ customer, orders: all }] : [])) }
}
