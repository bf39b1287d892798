import type { SeatParams } from '../src-shared/wire/seat.ts'
import { conversationOrRefuse } from './append.ts'
import { appendCustomer } from './identity.ts'
import { once } from './once.ts'
import { refuse } from './refusals.ts'
import type { WriteTx } from './store/store.ts'

/**
 * Flags an order and adds to its memo, once per request id; the desks hear of it as of any change of the customer's orders.
 * @throws AppError `not-found` when the order is not one of the conversation's verified customer.
 */
export async function markOrder(tx: WriteTx, now: number, request: SeatParams<'markOrder'>): Promise<number> {
  return once(tx, request.id, async () => {
    const { conversation } = await conversationOrRefuse(tx, request.conversationId)
    const order = await tx.order(request.orderNo)
    if (order === null || conversation.verification === 'none' || order.customerId !== conversation.customerId) throw refuse('not-found')
    await tx.putOrder({ ...order, ...(request.flag === undefined ? {} : { flag: request.flag }), memo: withLine(order.memo, request.memo) })
    await appendCustomer(tx, now, order.customerId)
    return tx.head()
  })
}

/** Platforms overwrite a memo when it is set; here what others wrote stays. */
function withLine(before: string, line: string | undefined): string {
  if (line === undefined) return before
  return before === '' ? line : `${before}\n${line}`
}
