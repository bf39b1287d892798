import type { OrderReason } from '../../../src-shared/domain/trace.ts'
import { byNumber, byProduct, chooseOrder } from './choose-order.ts'
import { matterOf } from './matter.ts'
import type { DraftInput } from './types.ts'

/** Which order a draft would speak about, and how that was told; the drafter's own choice, put into words. */
export function orderAndWhy(input: DraftInput): { no: string | null; certain: boolean; why: OrderReason } {
  const matter = matterOf(input)
  if (!matter.verified) return { no: null, certain: false, why: 'unverified' }
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  const choice = chooseOrder({ text: matter.words, history: input.history, orders, topic: matter.topics[0] ?? null, denied: matter.acts.has('deny_correct') && !matter.first, earlier: input.earlier })
  const { order, certain } = choice
  const why = (): OrderReason => {
    if (choice.unknownNumber) return 'unknown-number'
    if (!order) return choice.ask.length > 0 ? 'ask' : 'none'
    if (byNumber(matter.words, orders) === order) return 'number'
    if (byProduct(matter.words, orders).includes(order)) return 'goods'
    if (orders.length === 1) return 'only'
    const before = chooseOrder({ text: '', history: input.history, orders, topic: null, denied: false })
    return before.order === order && isSpokenOf(input, order.no) ? 'earlier' : 'state'
  }
  return { no: order?.no ?? null, certain, why: why() }
}

const isSpokenOf = (input: DraftInput, no: string): boolean => input.history.slice(0, -1).some((turn) => {
  const orders = input.orders.filter((order) => order.customerId === input.customer?.id)
  return byNumber(turn.text, orders)?.no === no || byProduct(turn.text, orders).some((order) => order.no === no)
})
