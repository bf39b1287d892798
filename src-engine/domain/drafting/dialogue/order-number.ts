import type { Order } from '../../../../src-shared/domain/order.ts'

/** A number that is called an order's. */
const CALLED = /(?:订单(?:编?号|号码)?|单号|(?<![a-z])order(?: ?(?:number|no\.?|id))?)\s*(?:是|为|is|:|：|#)?\s*#?([A-Za-z]{0,6}-?\d[A-Za-z\d-]{4,24})(?![A-Za-z\d])/gi
const LONG = /(?<!\d)\d{16}(?!\d)/g

/** `#W2611340` has the shape `A0000000`. */
const shapeOf = (no: string): string => no.toUpperCase().replace(/^#/, '').replace(/[A-Z]/g, 'A').replace(/\d/g, '0')

/** Numbers of orders that a text writes: called so, of sixteen digits, or in the shape of the shop's own numbers. */
export function orderNumbersIn(text: string, orders: readonly Pick<Order, 'no'>[] = []): string[] {
  const plain = text.normalize('NFKC')
  const shapes = new Set(orders.map(({ no }) => shapeOf(no)).filter((shape) => shape.length >= 6))
  const shaped = shapes.size === 0 ? [] : [...plain.matchAll(/(?<![A-Za-z\d])#?[A-Za-z]{0,6}-?\d[A-Za-z\d-]{4,24}(?![A-Za-z\d])/g)].map(([word]) => word).filter((word) => shapes.has(shapeOf(word)))
  return [...new Set([...[...plain.matchAll(CALLED)].map((match) => match[1] ?? ''), ...(plain.match(LONG) ?? []), ...shaped])]
}

/** A number that stands for an order, though it is none of these. */
export const looksLikeOrderNo = (text: string, orders: readonly Pick<Order, 'no'>[]): boolean => orderNumbersIn(text, orders).length > 0
