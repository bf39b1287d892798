// What the shop itself says: articles and phrases.
import { expect, test } from 'vitest'
import { TOPICS } from '../../src-shared/domain/triage.ts'
import { ids, readPart, wrong } from './read-shop.mjs'

const [products, articles, phrases] = ['products', 'articles', 'phrases'].map(readPart)
const product = new Map(products.map((p) => [p.id, p]))
const article = (id) => articles.find((a) => a.id === id)
const customer = articles.filter((a) => a.audience === 'customer')

/** Blocked everywhere, blocked on Chinese platforms, bare promises, empty times, absolute claims. */
const FORBIDDEN = [
  '最终解释权', '签收即视为', '概不退换', '赠品不售后', '拆封不退', '特价商品不退', '开票加税点', '丢件与我们无关', '加黑名单', '曝光您', '报警抓', '爱买不买',
  '加微信', '加V', '扫码加', 'QQ号', '私下转账', '支付宝转我', '收款码', '退款走微信', '别走平台', '打我电话', '好评返现', '撤销售后才', '先确认收货', '我先点发货',
  '爱退不退', '不可能', '没办法', '规定就是', '去找快递公司', '你去投诉', '一定', '肯定', '保证', '马上', '尽快', '过两天', '稍后', '绝对', '永不', '史上最', '全网最', '国家级', '最高级', '最佳', '第一品牌', '100%', '100 %',
]
const FORBIDDEN_EN = ['no refunds', 'all sales final', 'contact the carrier, not us', '5 stars', 'friends and family', 'whatsapp', 'guarantee', "that's our policy", 'calm down', 'as soon as possible', 'asap', 'the best', '100%']

test('J-5 articles: known topics, real products, right length: an article that no question finds', () => {
  expect(wrong(articles, (a) => a.topics.length > 0 && a.topics.every((t) => TOPICS.includes(t)))).toEqual([])
  expect(wrong(articles, (a) => a.productIds.every((p) => product.has(p)))).toEqual([])
  expect(wrong(articles, (a) => [...a.body.zh].length >= 80 && [...a.body.zh].length <= 300)).toEqual([])
  expect(wrong(articles, (a) => a.body.en.length >= 200 && a.body.en.length <= 800)).toEqual([])
  expect(customer.length).toBeGreaterThanOrEqual(55)
  expect(articles.length - customer.length).toBeGreaterThanOrEqual(8)
})

test('J-5 nothing that a shop may not say or cannot keep stands in an article for customers or in a phrase: an empty promise on a key', () => {
  const texts = [...customer.map((a) => [a.id, a.title, a.body]), ...phrases.map((p) => [p.code, p.title, p.text])]
  expect(texts.flatMap(([id, title, body]) => [
    ...FORBIDDEN.filter((w) => `${title.zh}\n${body.zh}`.includes(w)), ...FORBIDDEN_EN.filter((w) => `${title.en}\n${body.en}`.toLowerCase().includes(w)),
  ].map((w) => `${id}: ${w}`))).toEqual([])
})

/** Which goods each warranty article speaks for. The articles name none themselves: whoever owns a kettle would get them for any question about it. */
const WARRANTIES = {
  'warranty-electronics': ['p01', 'p02', 'p03', 'p04', 'p06', 'p21', 'p22', 'p23', 'p24', 'p25', 'p26'],
  'warranty-home': ['p05', 'p07', 'p08', 'p09', 'p10', 'p11', 'p12', 'p27', 'p28', 'p29', 'p30', 'p31', 'p32'],
  'warranty-bags': ['p13', 'p14', 'p15', 'p16', 'p33', 'p34', 'p35', 'p36'],
  'warranty-outdoor': ['p17', 'p18', 'p19', 'p20', 'p37', 'p38', 'p39', 'p40'],
}
test('J-5 the warranty that articles tell is the products\': two answers to one question', () => {
  expect(article('warranty-repair').body.zh).toContain('充电器 18 个月')
  expect(Object.values(WARRANTIES).flat().toSorted()).toEqual(ids(products).toSorted())
  for (const [id, goods] of Object.entries(WARRANTIES)) {
    const told = new Set([...article(id).body.zh.matchAll(/(\d+) 个月/g)].map((m) => Number(m[1])))
    const real = new Set(goods.map((no) => product.get(no).warrantyMonths).filter((n) => n > 0))
    expect([id, [...told].sort()]).toEqual([id, [...real].sort()])
  }
})

test('J-5 prices and sizes that articles quote are the products\': a filter at two prices', () => {
  const price = (id) => product.get(id).price.amount / 100
  expect(article('filter-jug').body.zh).toContain(`两支装 ${price('p27')} 元`)
  expect(article('purifier-filter').body.zh).toContain(`单支 ${price('p28')} 元`)
  const spec = (id, name) => product.get(id).specs.find((s) => s.name.zh === name).value.zh
  expect(article('suitcases').body.zh).toContain(spec('p14', '外形尺寸'))
  expect(article('suitcases').body.zh).toContain(spec('p33', '外形尺寸').replace('(含轮)', ''))
  expect(article('bedding-pillow').body.zh).toContain(spec('p30', '1.5 m 款被套'))
  expect(article('bedding-pillow').body.zh).toContain(spec('p30', '1.8 m 款被套'))
  expect(article('cables-chargers').body.zh).toContain(spec('p24', '两口同用'))
})

test('J-5 a phrase has a short code of its own and the same variables in both languages: a key that types somebody else\'s answer, or {order} unfilled', () => {
  const KNOWN = ['customer', 'order', 'product', 'carrier', 'tracking', 'eta', 'agent', 'shop', 'amount']
  const variables = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]))].sort()
  expect(phrases.length).toBeGreaterThanOrEqual(40)
  for (const key of ['id', 'code']) expect(new Set(ids(phrases, key)).size).toBe(phrases.length)
  expect(wrong(phrases, (p) => /^[a-z]{2}\d{1,2}$/.test(p.code) && ['shop', 'team'].includes(p.scope))).toEqual([])
  expect(wrong(phrases, (p) => variables(p.text.zh).join() === variables(p.text.en).join() && variables(p.text.zh).every((v) => KNOWN.includes(v)))).toEqual([])
  expect(wrong(phrases, (p) => [p.group, p.title, p.text].every((t) => t.zh.trim() && t.en.trim()))).toEqual([])
  expect(KNOWN.filter((v) => !phrases.some((p) => p.text.zh.includes(`{${v}}`)))).toEqual([])
})
