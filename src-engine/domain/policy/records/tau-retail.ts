import type { Facts } from '../../../../src-shared/domain/policy-facts.ts'
import { BENCH, entry, listOf, minor, numberAt, textAt, type ReadRecords, type Records } from './records.ts'

const ADDRESS_FIELDS = ['address1', 'city', 'state', 'country', 'zip']

/** One position of a return or exchange: the piece, and what is to come for it. */
function linesOf(order: Records, products: unknown, kwargs: Records): Array<Record<string, unknown>> {
  const items = listOf(order['items']) as readonly Records[]
  const ids = listOf(kwargs['item_ids'])
  const newIds = listOf(kwargs['new_item_ids'])
  const times = (list: readonly unknown[], id: unknown): number => list.filter((one) => one === id).length
  return ids.map((id, n) => {
    const item = items.find((one) => one['item_id'] === id)
    const variants = item === undefined ? null : entry(products, item['product_id'])?.['variants']
    const wanted = entry(variants, newIds[n])
    const [old, price] = [item === undefined ? null : numberAt(item, 'price'), wanted === null ? null : numberAt(wanted, 'price')]
    return {
      inOrder: item !== undefined && times(ids, id) <= times(items.map((one) => one['item_id']), id),
      sameProduct: wanted !== null, available: wanted?.['available'] === true,
      more: old === null || price === null ? null : minor(price) - minor(old),
    }
  })
}

/** What must be on a gift card: the difference of an exchange, or the whole of an order that changes its payment. */
function neededOf(name: string, order: Records, lines: ReadonlyArray<Record<string, unknown>>): number | null {
  if (name === 'modify_pending_order_payment') {
    const paid = numberAt((listOf(order['payment_history'])[0] ?? {}) as Records, 'amount')
    return paid === null ? null : minor(paid)
  }
  return lines.reduce<number | null>((sum, { more }) => (sum === null || typeof more !== 'number' ? null : sum + more), 0)
}

function methodOf(user: Records | null, order: Records, id: unknown, needed: number | null): Record<string, unknown> {
  const method = entry(user?.['payment_methods'], id)
  const balance = method === null ? null : numberAt(method, 'balance')
  const kind = method === null ? null : textAt(method, 'source')
  const original = ((listOf(order['payment_history'])[0] ?? {}) as Records)['payment_method_id']
  return { own: method !== null, kind, original: id === original, covers: kind !== 'gift_card' || (needed !== null && balance !== null && minor(balance) >= needed) }
}

function orderFacts(name: string, kwargs: Records, records: Records, user: Records | null): Facts {
  const order = entry(records['orders'], kwargs['order_id'])
  if (order === null) return { orderKnown: false, orderCertain: false }
  const lines = linesOf(order, records['products'], kwargs)
  return {
    orderKnown: true, orderCertain: true, order, orderStatus: textAt(order, 'status'), owner: textAt(order, 'user_id'), lines, lineCount: lines.length,
    oneForOne: lines.length === listOf(kwargs['new_item_ids']).length, paymentCount: listOf(order['payment_history']).length,
    method: methodOf(user, order, kwargs['payment_method_id'], neededOf(name, order, lines)),
  }
}

/** tau-bench retail: records `users`, `orders`, `products`. The conversation gives `customerId` and `confirmed`. */
export const readTauRetail: ReadRecords = (given, request, records) => {
  const { name, kwargs } = request
  const user = entry(records['users'], given['customerId'])
  return {
    request,
    facts: {
      ...BENCH, verified: user !== null,
      addressComplete: ADDRESS_FIELDS.every((field) => typeof kwargs[field] === 'string' && kwargs[field] !== ''),
      ...('order_id' in kwargs ? orderFacts(name, kwargs, records, user) : {}), ...given, records: undefined,
    },
  }
}
