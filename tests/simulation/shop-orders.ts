import { createHash } from 'node:crypto'
import type { Customer } from '../../src-shared/domain/customer.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import type { Product } from '../../src-shared/domain/product.ts'
import type { Script, ScriptOrder } from './script.ts'

const DAY = 24 * 3_600_000
const digits = (text: string, count: number): string => BigInt(`0x${createHash('sha256').update(text).digest('hex')}`).toString().slice(0, count)

/** Sixteen figures, the same for a script's order whenever it is played. */
export const orderNo = (scriptId: string, key: string): string => `2188${digits(`${scriptId} ${key}`, 12)}`

/** Somebody of whom the shop knows nothing but their orders. */
export function customerOf({ id, language }: Pick<Script, 'id' | 'language'>, now: number): Customer {
  return { id: `c-${id}`, name: language === 'zh' ? '陈静' : 'Emma Reed', language, level: 'regular', phone: `138${digits(id, 8)}`, since: now - 200 * DAY, note: '' }
}

function itemOf(goods: string, products: ReadonlyMap<string, Product>): Order['items'][number] {
  const [, id = '', variant = '0', pieces = '1', price] = /^(p\d\d)(?:\/(\d))?(?:x(\d))?(?:@(\d+))?$/u.exec(goods) ?? []
  const product = products.get(id)
  const chosen = product?.variants[Number(variant)]
  if (!product || !chosen) throw new Error(`no such goods: ${goods}`)
  return { productId: id, title: product.title, variant: chosen, quantity: Number(pieces), price: { ...product.price, amount: Number(price ?? product.price.amount) } }
}

/** An order as a script describes it, standing as it would on that day. */
export function orderOf(no: string, customer: Customer, given: ScriptOrder, products: ReadonlyMap<string, Product>, now: number): Order {
  const items = given.has.map((goods) => itemOf(goods, products))
  const total = { amount: items.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0), currency: items[0]?.price.currency ?? 'CNY' } as Order['total']
  const isSent = given.is !== 'unpaid' && given.is !== 'paid'
  const isThere = isSent && given.is !== 'shipped'
  const deliveredAt = isThere ? now - given.days * DAY : null
  const placedAt = (deliveredAt ?? now) - 3 * DAY
  const zh = customer.language === 'zh'
  const money = (amount: number): Order['total'] => ({ ...total, amount })
  return {
    no, customerId: customer.id, status: given.is, items, total, placedAt, paidAt: given.is === 'unpaid' ? null : placedAt, promisedShipBy: now + DAY,
    shippedAt: isSent ? placedAt + DAY : null, deliveredAt,
    address: { name: customer.name, phone: customer.phone, region: zh ? '浙江省杭州市' : 'London', detail: zh ? `文三路${digits(customer.id, 3)}号` : `${digits(customer.id, 3)} Baker Street` },
    logistics: !isSent ? null : {
      carrier: { zh: '中通', en: 'ZTO' }, trackingNo: `73${digits(`t ${no}`, 12)}`, status: isThere ? 'delivered' : 'in-transit', etaAt: isThere ? null : now + DAY,
      events: [
        { at: placedAt + DAY, text: { zh: '已揽收', en: 'Picked up' } },
        { at: deliveredAt ?? now - DAY / 4, text: isThere ? { zh: '已签收', en: 'Delivered' } : { zh: '到达【杭州转运中心】', en: 'Arrived at Hangzhou hub' } },
      ],
    },
    afterSale: given.case ? { id: `as-${no}`, kind: given.case.kind, status: given.case.status, amount: money(given.case.amount), requestedAt: now - DAY } : null, memo: '',
    ...(given.paid === undefined ? {} : { payouts: [{ reference: `P${no}`, kind: 'price-difference' as const, by: 'shop' as const, amount: money(given.paid), at: now - 2 * DAY }] }),
  }
}
