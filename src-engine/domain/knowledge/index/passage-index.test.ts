import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKnowledge } from '../index.ts'
import { passagesOf } from '../passages.ts'
import { createConcepts, parseSynonyms } from '../synonyms.ts'
import { count, Field } from './field.ts'
import { PassageIndex, type Section } from './passage-index.ts'
import { Postings } from './postings.ts'
import { Senses } from './senses.ts'
import { Top } from './top.ts'

const section = (title: string, body: string): Section => ({ language: '', title, passages: passagesOf(body) })
const found = (index: PassageIndex, query: string): string[] => index.search(query, { k: 9 }).map(({ id }) => id)

test('KN-1 every posting comes back, however many a term has (a chunk boundary lost the entry at its edge)', () => {
  const postings = new Postings()
  const wanted = new Map<number, number[]>()
  for (let document = 0; document < 5_000; document++) {
    for (const term of [0, 1 + (document % 3), 4 + (document % 997)]) {
      postings.add(term, document, 1 + (document % 300))
      wanted.set(term, [...(wanted.get(term) ?? []), document])
    }
  }
  for (const [term, documents] of wanted) {
    const seen: number[] = []
    postings.each(term, (document, times) => {
      seen.push(document)
      expect(times).toBe(Math.min(255, 1 + (document % 300)))
    })
    expect(seen.sort((a, b) => a - b)).toEqual(documents)
  }
})

test('KN-1 a field that forgot documents scores the others as one that never had them (rarities drifted with every edit)', () => {
  const lines = ['退款 到账', 'refund card', 'refund refund late', '发票']
  const [both, only] = [new Field(), new Field()]
  lines.forEach((line, at) => both.add(at, count(line.split(' '))))
  both.remove(1, count(lines[1]?.split(' ') ?? []))
  ;[0, 2, 3].forEach((at) => only.add(at, count(lines[at]?.split(' ') ?? [])))
  const scores = [both, only].map((field) => {
    const into = new Float32Array(4)
    field.score(count(['refund', '退款']), into)
    return [into[0], into[2], into[3]]
  })
  expect(scores[0]).toEqual(scores[1])
})

test('KN-1 the best of many are those that sorting gives, ties by number', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (scores, most) => {
    const top = new Top(most)
    scores.forEach((score, item) => top.add(item, score))
    expect(top.sorted()).toEqual(scores.map((score, item) => ({ item, score })).sort((a, b) => b.score - a.score || a.item - b.item).slice(0, most))
  }), { seed: 3 })
})

test('KN-2 what is put is found at once, put again it is found by its new words only, removed not at all', () => {
  const index = new PassageIndex(new Senses({}))
  index.put('a', [section('耳机', '左耳没有声音。')])
  index.put('b', [section('水壶', '壶底有水垢。')])
  expect(found(index, '左耳')).toEqual(['a'])
  index.put('a', [section('键盘', '按键失灵。')])
  expect(found(index, '左耳')).toEqual([])
  expect(found(index, '失灵')).toEqual(['a'])
  index.remove('a')
  expect(found(index, '失灵')).toEqual([])
  expect(index.size).toBe(1)
})

test('KN-2 thousands of edits leave the index as a new one of what is there (removed passages piled up for ever)', () => {
  const [edited, fresh] = [new PassageIndex(new Senses({})), new PassageIndex(new Senses({}))]
  for (let round = 0; round < 1_500; round++) edited.put(`a${round % 3}`, [section(`标题${round}`, `退款第${round}次`)])
  for (const round of [1_497, 1_498, 1_499]) fresh.put(`a${round % 3}`, [section(`标题${round}`, `退款第${round}次`)])
  const hits = (index: PassageIndex) => index.search('退款 1499', { k: 3 }).map(({ id, score }) => ({ id, score }))
  expect(edited.size).toBe(3)
  expect(hits(edited)).toEqual(hits(fresh))
})

test('KN-3 synonyms: other words for a thing find it; a gap holds five characters and no more; English ways in any form', () => {
  const read = createConcepts(parseSynonyms('shrink = 缩水, 洗*小, shrink, got smaller ~ laundry # remark\nlaundry = 水洗, wash\n'))
  expect([...read('毛衣洗完之后变小了')]).toEqual([['shrink', 1], ['laundry', 0.35]])
  expect(read('洗了一件很久以前买的很小的').get('shrink')).toBeUndefined()
  expect([...read('It got much smaller when washed').keys()].sort()).toEqual(['laundry', 'shrink'])
  const index = new PassageIndex(new Senses({ concepts: read }))
  index.put('size', [section('Care', 'Wool may shrink.')])
  expect(found(index, '洗完就小了')).toEqual(['size'])
})

test('KN-3 a malformed list is refused by its line, a group that is not there by its name', () => {
  expect(() => parseSynonyms('a = b\nnonsense')).toThrow('line 2')
  expect(() => parseSynonyms('a = b ~ c')).toThrow('no group c')
  expect(() => parseSynonyms('a = b\na = c')).toThrow('two groups')
})

const article = (id: string, more: object) => ({ id, version: 1, title: { zh: '退货', en: 'Returns' }, body: { zh: '七天内可退货。', en: 'Return within seven days.' }, audience: 'customer' as const, topics: [], productIds: [], ...more })

test('KN-4 an article is told within its time and on its channels only; what is not known leaves nothing out', () => {
  const knowledge = createKnowledge([article('now', {}), article('past', { validTo: 100 }), article('later', { validFrom: 200 }), article('jd', { channels: ['jd'] })])
  const ids = (more: object): string[] => knowledge.search('退货', { language: 'zh', k: 9, ...more }).map((hit) => hit.article.id).sort()
  expect(ids({})).toEqual(['jd', 'later', 'now', 'past'])
  expect(ids({ at: 100 })).toEqual(['jd', 'now'])
  expect(ids({ at: 200 })).toEqual(['jd', 'later', 'now'])
  expect(ids({ at: 100, channel: 'taobao' })).toEqual(['now'])
})
