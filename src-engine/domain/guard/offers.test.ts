import { describe, expect, test } from 'vitest'
import { guard } from './index.ts'

const ORDER = { type: 'order', order_id: '2188340610072265', items: [{ product_name: '台灯', price: '129.00', quantity: 1 }, { product_name: '风扇', price: '59.00', quantity: 2 }], pay_amount: '247.00' }
const amounts = (draft: string, facts: readonly unknown[], passages: Array<{ id: string; text: string }> = []) => guard({ draft, facts, passages, now: '2026-11-24T10:00:00+08:00' }).findings.filter(({ kind }) => kind === 'amount').map(({ text, severity }) => `${severity} ${text}`)

/** One product at 199 yuan, as shops write it. */
const OFFERS: Array<[string, unknown]> = [
  ['ours', { type: 'product', title: { zh: '耳机', en: 'headphones' }, price: { amount: 19_900, currency: 'CNY' } }], ['snake case', { type: 'product', product_id: 'p1', product_name: '耳机', sale_price: '199.00', currency: 'CNY', payment_methods: ['card'] }],
  ['without a type', { title: '耳机', price: 199, stock: 4 }], ['a sheet', { type: '商品', 名称: '耳机', 售价: '199元' }], ['variants', { type: 'product', name: '耳机', variants: { v1: { price: 199, available: true } } }],
  ['a list in a shop', { type: 'shop', products: [{ name: '耳机', price: 199, quantity: 12 }] }], ['a catalogue of items', { type: 'catalog', items: [{ name: '耳机', list_price: 199 }] }],
]

describe('GU-12 what goods are offered at is neither paid nor refunded', () => {
  for (const [shape, offer] of OFFERS) {
    test.each(['已为您申请退款199元', '会退您199元', '退款金额是199元', '您实付的是199元', '您付了199元', '199元已经退还给您', 'You paid ¥199 for it.', 'We will refund ¥199 to you.', 'You were charged ¥199.', 'You get ¥199 back.'])(`GU-12 ${shape}: %s`, (draft) => {
      expect(amounts(draft, [ORDER, offer])).toEqual([expect.stringMatching(/^error .*199/)])
    })
    test.each(['耳机现在199元', '这款售价199元', '换耳机的话是199元,台灯退129元', 'The headphones cost ¥199.', '售价199元的耳机支持退换货'])(`GU-12 ${shape}, its price told as a price: %s`, (draft) => {
      expect(amounts(draft, [ORDER, offer])).toEqual([])
    })
  }

  test.each(['会退您129元', '台灯退59元', '两件一共退118元', '您实付247元', 'We will refund ¥129.', 'You paid ¥59 for each.'])('GU-12 the price of a line of an order was paid, and may go back: %s', (draft) => {
    expect(amounts(draft, [ORDER, OFFERS[0]?.[1]])).toEqual([])
  })

  test('GU-12 a record that tells neither, and a passage, say what they say', () => {
    expect(amounts('会退您199元', [{ price: { amount: 19_900, currency: 'CNY' } }])).toEqual([])
    expect(amounts('会退您199元', [ORDER, OFFERS[0]?.[1]], [{ id: 'a', text: '押金199元可退。' }])).toEqual([])
    expect(amounts('会退您199元', [{ type: 'refund', price: 199 }])).toEqual([])
  })

  test('GU-12 the mark names what the order says where that is near', () => {
    const { findings } = guard({ draft: '会退您139元', facts: [ORDER, { type: 'product', name: '耳机', price: 139 }], passages: [] })
    expect(findings).toEqual([expect.objectContaining({ kind: 'amount', severity: 'error', expected: '129元' })])
  })
})
