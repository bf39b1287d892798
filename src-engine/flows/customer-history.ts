import type { CustomerHistory } from '../../src-shared/contract/desk.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Money } from '../../src-shared/domain/text.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { madePromises } from './made-promises.ts'

/** Moods shown. */
const MOODS = 24
/** What was never paid or fell through was not bought. */
const NOT_BOUGHT: ReadonlySet<Order['status']> = new Set(['unpaid', 'cancelled', 'refunded'])

/** What is remembered of a customer over all conversations that this desk knows; of an unverified one, of this conversation alone. */
export function customerHistory(engine: Engine, record: ConversationRecord, orders: readonly Order[]): CustomerHistory {
  const { store } = engine
  const { id, customerId, verification } = record.conversation
  const ids = customerId !== null && verification !== 'none' ? store.conversations.ofCustomer(customerId) : [id]
  const moods = ids.flatMap((one) => store.messages.moods(one, MOODS)).sort((a, b) => a.at - b.at)
  return { conversations: ids.length, bought: orders.filter((order) => !NOT_BOUGHT.has(order.status)).length, spent: sumOf(orders), moods: moods.slice(-MOODS).map(({ level }) => level), promise: lastPromise(engine, ids) }
}

function sumOf(orders: readonly Order[]): Money[] {
  const sums = new Map<Money['currency'], number>()
  for (const { status, total } of orders) if (!NOT_BOUGHT.has(status)) sums.set(total.currency, (sums.get(total.currency) ?? 0) + total.amount)
  return [...sums].map(([currency, amount]) => ({ currency, amount }))
}

/** The newest that is still open. */
function lastPromise(engine: Engine, ids: readonly string[]): CustomerHistory['promise'] {
  const last = madePromises(engine, ids).find(({ isOpen }) => isOpen)
  return last ? { text: last.text, when: last.when, at: last.at } : null
}
