import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../src-shared/domain/article.ts'
import { guardReply } from '../../src-engine/flows/guard-reply.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

/** Words of an internal text, and words that everybody says, as the desk's own search brings them together. */
let gateway: MemoryGateway
let desk: Desk
let chen: string

const INTERNAL: Article = {
  id: 'night', version: 1, audience: 'internal', topics: [], productIds: [], title: { zh: '内部：大促夜包裹口径', en: 'Internal: parcels on the night of the sale' },
  body: {
    zh: '豆栗的包裹明天、后天集中派送，24小时内外呼，3-5天结案。晚到的给10元，实付129元以上的给35元，由售后主管批。',
    en: 'Doulee parcels go out tomorrow, within 24 hours, or in 3-5 days. Late ones get 10 yuan, dear ones 35 yuan, approved by the after-sales lead alone.',
  },
}
beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'article', article: INTERNAL })
  const order = orderOnItsWay(gateway.now)
  gateway.publish({ type: 'customer', customer, orders: [{ ...order, items: order.items.map((item) => ({ ...item, price: { amount: 1000, currency: 'CNY' } })) }] })
  gateway.customerWrites(chen, '我的包裹到哪了')
  await desk.idle()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})
const kinds = (text: string): string[] => guardReply(desk.engine, { conversationId: chen, text }).findings.map(({ kind }) => kind)
const today = (): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', month: 'long', day: 'numeric' }).format(desk.engine.clock.now())

test('GU-23 everyday words and figures that an internal text about the same matter has too are not marked as its words (a draft with "明天" was stopped)', () => {
  const said = [
    '包裹明天送到。', '包裹后天派送。', '包裹24小时内派送。', '包裹3-5天送到。', `包裹${today()}派送。`, '豆栗的包裹。', '这件10元，实付129元。',
    'Your parcel arrives tomorrow.', 'Your parcel goes out within 24 hours.', 'Doulee parcels take 3-5 days.',
  ]
  expect(said.filter((text) => kinds(text).includes('internal-passage'))).toEqual([])
})

test('GU-23 a sentence of it is, in either language, and so is an amount that nothing else gives', () => {
  const said = ['晚到的给10元，实付129元以上的给35元，由售后主管批。', '包裹晚到的给您35元。', 'Late ones get 10 yuan, dear ones 35 yuan, approved by the after-sales lead alone.']
  expect(said.filter((text) => !kinds(text).includes('internal-passage'))).toEqual([])
})
