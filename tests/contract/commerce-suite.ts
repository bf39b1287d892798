import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ActionKind, CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { CommercePort, Performed, Wish } from '../../src-shared/domain/commerce-port.ts'
import type { Order } from '../../src-shared/domain/order.ts'

/** A shop in which an order exists that allows `allowed`, and, as it stands, not `refused`. */
export interface Harness {
  port: CommercePort
  orderNo: string
  allowed: CommerceAction
  /** Does the order show that `allowed` was done? */
  shows: (order: Order) => boolean
  refused: CommerceAction
  /** A kind that this shop cannot do; null: it can do all. */
  unknown: ActionKind | null
  /** Everything that the shop holds. */
  state: () => unknown
  close: () => Promise<void>
}

/** What every shop behind the commerce port promises, whatever is behind it. */
export function commerceSuite(name: string, open: () => Promise<Harness>): void {
  let shop: Harness
  beforeEach(async () => { shop = await open() })
  afterEach(() => shop.close())

  const found = async (): Promise<Order> => {
    const order = await shop.port.order(shop.orderNo)
    if (!order) throw new Error('the order is gone')
    return order
  }
  const wish = async (action: CommerceAction, over: Partial<Wish> = {}): Promise<Wish> => {
    const { status, revision } = await found()
    return { id: v7(), action, expects: { status, ...(revision === undefined ? {} : { revision }) }, by: 'Amy', ...over }
  }
  /** Asks for what must be refused, and looks that nothing was changed by it. */
  const refused = async (one: Wish): Promise<Extract<Performed, { state: 'refused' }>> => {
    const before = structuredClone(shop.state())
    const answer = await shop.port.perform(one)
    if (answer.state !== 'refused') throw new Error('it was done')
    expect(shop.state()).toEqual(before)
    return answer
  }

  test(`CM-13 ${name}: customer, orders, order and goods are read, and what is not there is nothing (a desk that shows a stranger's order)`, async () => {
    const { port, orderNo } = shop
    const order = await found()
    expect(await port.findCustomer({ orderNo })).toMatchObject({ id: order.customerId })
    expect((await port.orders(order.customerId)).map(({ no }) => no)).toContain(orderNo)
    expect((await port.products(order.items.map(({ productId }) => productId))).map(({ id }) => id)).toContain(order.items[0]?.productId)
    expect([await port.order('nowhere'), await port.findCustomer({ orderNo: 'nowhere' }), await port.products(['nothing'])]).toEqual([null, null, []])
  })

  test(`CM-13 ${name}: what is done shows on the order, once per id (an answer that was lost makes it two)`, async () => {
    const one = await wish(shop.allowed)
    const first = await shop.port.perform(one)
    expect(first.state).toBe('done')
    expect(shop.shows(await found())).toBe(true)
    const after = structuredClone(shop.state())
    expect(await shop.port.perform(one)).toEqual(first)
    expect(shop.state()).toEqual(after)
  })

  test(`CM-13 ${name}: what the shop refuses has a reason and leaves everything as it was (half a change)`, async () => {
    expect((await refused(await wish(shop.refused))).detail).not.toBe('')
    expect((await refused(await wish(shop.allowed, { action: { ...shop.allowed, orderNo: 'nowhere' } as CommerceAction }))).reason).toBe('state')
    expect((await refused(await wish(shop.allowed, { expects: { status: 'refunding' } }))).reason).toBe('stale')
    if (shop.unknown === null) return
    const { action } = await wish(shop.allowed)
    expect(await refused(await wish({ ...action, kind: shop.unknown, title: 't', text: 't', amount: { amount: 1, currency: 'CNY' }, reason: '' } as CommerceAction))).toMatchObject({ reason: 'unsupported' })
  })
}
