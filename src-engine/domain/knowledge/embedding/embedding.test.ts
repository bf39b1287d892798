import { expect, test } from 'vitest'
import type { Article } from '../../../../src-shared/domain/article.ts'
import { createKnowledge } from '../index.ts'
import { standing } from './standing.ts'
import { cosine, toVector, vectorOf, type Vector } from './vector.ts'

const article = (id: string, zh: string, en = ''): Article =>
  ({ id, version: 1, title: { zh: zh === '' ? '' : id, en: en === '' ? '' : id }, body: { zh, en }, audience: 'customer', topics: [], productIds: [] })
const vector = (...values: number[]): Vector => toVector(values) ?? vectorOf(Int8Array.of(1))
const filled = (articles: readonly Article[], of: (text: string) => Vector | null) => {
  const knowledge = createKnowledge(articles)
  for (const { text, take } of knowledge.unplaced(1000)) {
    const one = of(text)
    if (one) take(one)
  }
  return knowledge
}

test('EM-8 a vector in bytes points where it pointed, at any scale; zeros, infinities and other lengths point nowhere', () => {
  const [one, other] = [vector(0.003, -0.001, 0.002), vector(300, -100, 200)]
  expect(cosine(one, other)).toBeCloseTo(1, 3)
  expect(cosine(one, vector(-3, 1, -2))).toBeCloseTo(-1, 3)
  expect(cosine(one, vector(1, 2))).toBeNull()
  expect([toVector([0, 0]), toVector([]), toVector([1, Infinity]), toVector([NaN, 1])]).toEqual([null, null, null, null])
})

test('EM-8 who stands out does so by the same measure whatever a model calls near, and what has no vector stands in the middle', () => {
  const [wide, narrow] = [standing([0.1, 0.2, 0.3, 0.9]), standing([0.81, 0.82, 0.83, 0.89])]
  expect(wide.of(0.9)).toBeCloseTo(narrow.of(0.89), 5)
  expect(wide.of(null)).toBe(0)
  expect(standing([null, null]).of(null)).toBe(0)
  expect(Math.abs(standing([0.5, 0.5001]).of(0.5001))).toBeLessThan(0.1)
  // While few have been read, being read is no merit.
  expect(standing([0.9, 0.1, ...Array.from({ length: 98 }, () => null)]).of(0.9)).toBeLessThan(0.05)
})

test('EM-9 an article without a vector stays where its words put it (one that was not read yet would vanish)', () => {
  const articles = [article('refund', '退款三到五天'), ...Array.from({ length: 9 }, (_, n) => article(`other${n}`, `别的事情${n}`))]
  const knowledge = filled(articles, (text) => (text.startsWith('refund') ? null : vector(1, Number(/\d/.exec(text)?.[0]) / 20)))
  const [alone, fused] = [null, vector(1, 0)].map((meant) => knowledge.search('退款几天', { language: 'zh', vector: meant, k: 20 }).find((hit) => hit.article.id === 'refund'))
  expect(fused?.score).toBeGreaterThan(0)
  expect(fused?.score).toBe(alone?.score)
})

test('EM-9 an article in the other language alone is a hit by its meaning, in its own language, and never without a vector', () => {
  const articles = [article('refund', '退款三到五天'), ...Array.from({ length: 9 }, (_, n) => article(`other${n}`, '', `something else ${n}`))]
  const knowledge = filled(articles, (text) => (text.startsWith('refund') ? vector(1, 0) : vector(0, 1)))
  expect(knowledge.search('Wo bleibt mein Geld', { language: 'en', k: 3 })).toEqual([])
  expect(knowledge.search('Wo bleibt mein Geld', { language: 'en', vector: vector(1, 0.1), k: 3 })).toMatchObject([{ article: { id: 'refund' }, language: 'zh', passage: '退款三到五天' }])
  expect(knowledge.search('Wo bleibt mein Geld', { language: 'en', vector: vector(1, 0, 0), k: 3 })).toEqual([])
})

test('EM-9 vectors survive that much is edited, and those of another model come anew (a late answer of the old one is not taken)', () => {
  const knowledge = filled(Array.from({ length: 5 }, (_, n) => article(`a${n}`, `第${n}件事`)), () => vector(1, 0))
  for (let n = 0; n < 1200; n++) knowledge.put(article('busy', `第${n}版`))
  expect(knowledge.unplaced(10).map(({ text }) => text)).toEqual(['busy\n第1199版'])
  const late = knowledge.unplaced(1)
  knowledge.forgetVectors()
  late.forEach(({ take }) => take(vector(1, 0)))
  expect(knowledge.vectorLength()).toBeNull()
  expect(knowledge.unplaced(10)).toHaveLength(6)
})
