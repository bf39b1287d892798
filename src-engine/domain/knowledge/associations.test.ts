import fs from 'node:fs'
import { expect, test } from 'vitest'
import type { Article } from '../../../src-shared/domain/article.ts'
import { createAssociations, type Associations, type CitedTogether, type Related } from './associations.ts'

const article = (id: string, title: string, body: string, productIds: string[] = []): Article =>
  ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds })
const SLOW = article('slow', '充电慢怎么办', '充电慢先看充电头,参见“电池保养须知”。', ['p1'])
const CARE = article('care', '电池保养须知', '避免长期满电存放。')
const WATT = article('watt', '充电头的瓦数', '快充需要六十五瓦氮化镓插座。', ['p1'])
const RECALL = article('recall', '移动电源召回', '批次号见底部,六十五瓦氮化镓插座型号也在内。')
const OTHER = article('other', '发票抬头', '专票需要税号。')
const ALL = [SLOW, CARE, WATT, RECALL, OTHER]

const of = (all: Associations, cited: CitedTogether = []) => (id: string, most: number): Related[] => all(id, most, cited)

test('KN-7 every edge has its reasons, the surer first: named in the text, quoted together, the same product, rare words as they are read', () => {
  const related = of(createAssociations(ALL), [{ a: 'care', b: 'watt', times: 3 }])
  expect(related('slow', 9).map(({ article: { id }, reasons }) => [id, reasons.map(({ kind }) => kind)])).toEqual([['care', ['link']], ['watt', ['product']]])
  expect(related('care', 9).map(({ article: { id }, reasons }) => [id, reasons[0]?.kind])).toEqual([['slow', 'link'], ['watt', 'cited']])
  const words = related('watt', 9).find(({ article: { id } }) => id === 'recall')?.reasons
  expect(words).toMatchObject([{ kind: 'words', words: { zh: ['六十五瓦氮化镓插座'] } }])
})

test('KN-7 an edge is the same from both ends, and what has nothing in common has none', () => {
  const related = of(createAssociations(ALL))
  for (const one of ALL) for (const { article: other, reasons } of related(one.id, 9)) expect(related(other.id, 9).find(({ article: { id } }) => id === one.id)?.reasons).toEqual(reasons)
  expect(related('other', 9)).toEqual([])
  expect(related('gone', 9)).toEqual([])
})

test('KN-14 what translations share in one language alone joins nothing, what both agree on does, a title counting more (a turn of speech of one language once joined half the shop)', () => {
  const both = (id: string, zh: [string, string], en: [string, string]): Article => ({ ...article(id, '', ''), title: { zh: zh[0], en: en[0] }, body: { zh: zh[1], en: en[1] } })
  const related = of(createAssociations([
    both('kettle', ['电热水壶', '倒掉半壶水再烧开一次'], ['Kettles', 'Pour it away and heat once more.']),
    both('flask', ['儿童杯', '倒掉半壶水再烧开一次'], ['Mug', 'Straws come apart for washing.']),
    both('mist', ['加湿器', '柠檬酸泡半小时'], ['Humidifiers', 'Soak citric acid thirty minutes.']),
    both('acid', ['配件清单', '柠檬酸泡半小时可单买'], ['Spare parts', 'Soak citric acid thirty minutes.']),
    both('bill', ['发票', '抬头写公司'], ['Invoices', 'Company names.']),
  ]))
  expect(related('kettle', 9).map(({ article: { id } }) => id)).not.toContain('flask')
  expect(related('mist', 9)[0]).toMatchObject({ article: { id: 'acid' }, reasons: [{ kind: 'words', words: { zh: ['柠檬酸泡半小时'] } }] })
})

test('KN-14 a topic that both answer is a reason, told by its code, unless half the shop answers it', () => {
  const of = (id: string, topics: string[]): Article => ({ ...article(id, id, id), topics })
  const others = Array.from({ length: 20 }, (_, n) => of(`o${String(n)}`, ['usage_help']))
  const related = createAssociations([of('a', ['price_protection', 'usage_help']), of('b', ['price_protection']), ...others])
  expect(related('a', 9, []).map(({ article: { id }, reasons }) => [id, reasons])).toMatchObject([['b', [{ kind: 'topic', topics: ['price_protection'] }]]])
})

const ROOT = new URL('../../../', import.meta.url)
const DEMO = JSON.parse(fs.readFileSync(new URL('resources/demo-shop/articles.json', ROOT), 'utf8')) as Article[]
/** As many as a window shows. */
const SHOWN = 4

const pairOf = (a: string, b: string): string => [a, b].sort().join(' ')
/** FNV-1a of a pair. */
const hashOf = (text: string): number => [...new TextEncoder().encode(text)].reduce((hash, byte) => Math.imul(hash ^ byte, 16_777_619) >>> 0, 2_166_136_261)
const isHeldOut = (pair: string): boolean => (((hashOf(pair) >>> 7) ^ hashOf(pair)) & 1) === 1

/** Of the associations shown for the demo's articles, what share helps whoever reads one: by labels read, never learned. */
function precision(isCounted: (pair: string) => boolean): { share: number; found: number } {
  const helpful = new Set(fs.readFileSync(new URL('tests/fixtures/associations/helpful.txt', ROOT), 'utf8').split('\n').filter((line) => !line.startsWith('#') && line.includes(':')).flatMap((line) => {
    const [one = '', others = ''] = line.split(':')
    return others.trim().split(' ').map((other) => pairOf(one, other))
  }))
  const related = createAssociations(DEMO)
  const shown = DEMO.flatMap(({ id }) => related(id, SHOWN, []).map((one) => pairOf(id, one.article.id))).filter(isCounted)
  const right = shown.filter((pair) => helpful.has(pair))
  return { share: right.length / shown.length, found: new Set(right).size }
}

test('KN-14 of the associations shown for the demo shop, at least as many help as when they were measured, in the half that was tuned on and in the other', () => {
  const [tuned, heldOut] = [precision((pair) => !isHeldOut(pair)), precision(isHeldOut)]
  expect(tuned.share).toBeGreaterThan(0.84)
  expect(heldOut.share).toBeGreaterThan(0.78)
  expect(tuned.found + heldOut.found).toBeGreaterThan(105)
})
