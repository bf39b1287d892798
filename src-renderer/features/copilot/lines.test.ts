import { describe, expect, test } from 'vitest'
import type { CopilotFound } from '../../../src-shared/contract/copilot.ts'
import { chosenOf, groupsOf, insertOf, linesOf, NOTHING, stepFrom, type Line } from './lines.ts'

const ORDER = { no: '2188340610072265', noSpans: [], title: { zh: '耳机', en: 'Earbuds' }, titleSpans: { zh: [], en: [] }, status: 'shipped' as const, total: { amount: 1, currency: 'CNY' as const }, placedAt: 0, conversationId: 'c', displayName: '陈静', own: true }
const ARTICLE = { article: { id: 'a', title: { zh: '甲', en: 'A' }, body: { zh: '', en: '' }, audience: 'internal' as const, holds: 'now' as const, titleSpans: { zh: [], en: [] } }, text: '', spans: [], insert: null }
const FOUND: CopilotFound = { ...NOTHING, orders: [ORDER], articles: [ARTICLE] }

describe('the lines under the box', () => {
  test('CO-1 a question is asked with Enter, plain words open what was found; asking is one step away in both (Enter on a name asked the model)', () => {
    expect(linesOf(groupsOf(FOUND, '耳机')).map(({ kind }) => kind)).toEqual(['order', 'article', 'ask'])
    expect(linesOf(groupsOf({ ...FOUND, question: true }, '耳机到哪了')).map(({ kind }) => kind)).toEqual(['ask', 'order', 'article'])
    expect(groupsOf(FOUND, '  ')).toEqual([])
    expect(linesOf(groupsOf(NOTHING, '火星')).map(({ kind }) => kind)).toEqual(['ask'])
  })

  test('CO-1 steps go round the ends, and a line that is gone leaves the first one chosen', () => {
    const lines = linesOf(groupsOf(FOUND, '耳机'))
    expect(stepFrom(lines, lines[0]?.id ?? null, -1)).toBe('ask')
    expect(stepFrom(lines, 'ask', 1)).toBe(lines[0]?.id)
    expect(chosenOf(lines, 'gone')).toBe(lines[0])
    expect(chosenOf([], null)).toBeNull()
  })

  test('CO-17 what belongs to the first article stands right under it, is stepped to like a hit, and goes into a reply unless it is internal (it was seen in an opened article only)', () => {
    const one = (id: string, insert: string | null) => ({ ...ARTICLE, article: { ...ARTICLE.article, id }, insert })
    const found: CopilotFound = { ...NOTHING, articles: [one('a', '甲'), one('b', '乙')], beside: [{ ...one('c', '丙'), reasons: [{ kind: 'link' }] }, { ...one('d', null), reasons: [{ kind: 'cited', times: 4 }] }] }
    const lines = linesOf(groupsOf(found, '充电慢'))
    expect(lines.map(({ id }) => id)).toEqual(['article-a', 'beside-c', 'beside-d', 'article-b', 'ask'])
    expect(stepFrom(lines, 'article-a', 1)).toBe('beside-c')
    expect(lines.map(insertOf)).toEqual(['甲', '丙', null, '乙', null])
  })

  test('CO-6 nothing internal and no number of a stranger goes into a reply (one key would have told it)', () => {
    const order = (own: boolean): Line => ({ id: 'o', kind: 'order', order: { ...ORDER, own } })
    expect([insertOf(order(true)), insertOf(order(false)), insertOf({ id: 'a', kind: 'article', passage: ARTICLE }), insertOf({ id: 'ask', kind: 'ask' })]).toEqual([ORDER.no, null, null, null])
  })
})
