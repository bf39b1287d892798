import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { guardFacts } from '../../domain/drafting/guard-facts.ts'
import { guard, parseRulePacks } from '../../domain/guard/index.ts'
import { catalogueDrafts, catalogueOf } from './catalogue.ts'
import { measureGuard } from './measure.ts'

const folder = new URL('../../../resources/', import.meta.url)
const json = (name: string): unknown => JSON.parse(fs.readFileSync(new URL(name, folder), 'utf8'))
const rules = parseRulePacks(fs.readdirSync(new URL('rules/', folder)).map((name) => json(`rules/${name}`)))
const SEED = 20_261_201

describe('GU-12 a catalogue is no source', () => {
  test.each([40, 2_000])('GU-12 of a shop with %i products: what another product says is marked, what this one says is not (a made-up refund that some price happens to match)', { timeout: 120_000 }, (count) => {
    const { found, markedRight, missed, falselyMarked } = measureGuard(catalogueDrafts(catalogueOf(count, 7), SEED, 20, 'spoken of'), rules)
    // Where what was bought is sold out, what would be sent instead may be told as well.
    expect({ missed: missed.length <= 2 ? [] : missed.map((one) => `${one.error}: ${one.input.draft}`), falselyMarked }).toEqual({ missed: [], falselyMarked: [] })
    expect([found >= 0.99, markedRight]).toEqual([true, 0])
  })

  test('GU-12 the demo shop: of 129 yuan no other price is refunded or was paid, and no colour and warranty of goods that nobody spoke of is told', () => {
    const products = json('demo-shop/products.json') as never[]
    const order = { no: '2188340610072265', customerId: 'c1', status: 'delivered', items: [{ productId: 'p05', title: { zh: '晨读 桌面台灯', en: 'Morning desk lamp' }, variant: { zh: '米白', en: 'off-white' }, quantity: 1, price: { amount: 12_900, currency: 'CNY' } }], total: { amount: 12_900, currency: 'CNY' } }
    const marks = (draft: string, asked = '能退吗') => guard({ draft, facts: guardFacts({ customer: { id: 'c1', name: '李雷' } as never, orders: [order] as never, products, texts: [asked] }, draft), passages: [], now: '2026-11-24T10:00:00+08:00' }).findings.map(({ kind, severity, text }) => `${kind} ${severity} ${text}`)
    expect(['已为您申请退款199元', '会退您269元', '您实付的是329元'].map((draft) => marks(draft))).toEqual([['amount error 199元'], ['amount error 269元'], ['amount error 329元']])
    expect(['已为您申请退款129元', '会退您129元', '您实付的是129元', '云雀 S2 真无线耳机现在199元'].map((draft) => marks(draft))).toEqual([[], [], [], []])
    expect(marks('云雀 S2 真无线耳机我们退您199元')).toEqual(['amount error 199元'])
  })
})

/** Median of nine rounds over the drafts, after one that warms up: milliseconds a check, with the choice of its facts. */
function timed(count: number): number {
  const catalogue = catalogueOf(count, 7)
  const orders = [{ no: '2188340610072265', customerId: 'c1', items: [{ productId: 'g3', title: { zh: '北岸 轻便键盘', en: '' }, variant: { zh: '黑色', en: '' }, quantity: 1, price: { amount: 12_900, currency: 'CNY' } }], total: { amount: 12_900, currency: 'CNY' } }] as never
  const drafts = ['已为您申请退款129元,原路退回。', '您实付的是129元,台灯您可以看看白露的。', 'You paid ¥129 for the keyboard, we will refund it.', '北岸 轻便键盘保修12个月。']
  const one = (): number => {
    const began = performance.now()
    for (const draft of drafts) for (let again = 0; again < 10; again += 1) guard({ draft, facts: guardFacts({ customer: { id: 'c1', name: '李雷' } as never, orders, products: catalogue, texts: ['键盘能退吗'] }, draft), passages: [], now: '2026-11-24T10:00:00+08:00', rules })
    return (performance.now() - began) / drafts.length / 10
  }
  one()
  return Array.from({ length: 9 }, one).sort((a, b) => a - b)[4] ?? 0
}

test('GU-12 a check of a shop with 2,000 products takes little more than one of a shop with none (300 ms under the fingers)', { timeout: 60_000 }, () => {
  const [none, some, many] = [0, 40, 2_000].map(timed) as [number, number, number]
  expect(some / none).toBeLessThan(3)
  expect(many / none).toBeLessThan(6)
})
