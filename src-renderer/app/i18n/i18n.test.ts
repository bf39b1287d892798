import { expect, test } from 'vitest'
import { en } from './en.ts'
import { zh } from './zh.ts'

const keys = Object.keys(en) as (keyof typeof en)[]
const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).sort()

test('W-22 both languages fill in the same values (else a name or a number is missing in one)', () => {
  // A sentence for exactly one may leave the number out.
  const differing = keys.filter((key) => JSON.stringify(holes(en[key]).filter((h) => h !== 'count')) !== JSON.stringify(holes(zh[key]).filter((h) => h !== 'count')))
  expect(differing).toEqual([])
})

test('W-22 no sentence is empty and every count has both its numbers', () => {
  expect(keys.filter((key) => en[key].trim() === '' || zh[key].trim() === '')).toEqual([])
  const unpaired = keys.filter((key) => key.endsWith('_one') && !(key.replace(/_one$/, '_other') in en))
  expect(unpaired).toEqual([])
})

// Said of more than one alone: where they are shown there are two or more, or the number is a fixed one.
const ALWAYS_MANY: readonly string[] = ['demo.about', 'mood.summary', 'mood.summary.steady', 'quote.pictures', 'send.apart', 'settings.voice.from', 'stopped.reason.send', 'stopped.reason.copy', 'understanding.topics.more']

test('W-60 where one can be counted, English has a sentence for one (“1 cases wait for you”)', () => {
  const many = keys.filter((key) => !/_(one|other)$/.test(key) && /\{\{(count|over|minutes|hours|days|total)\}\} (?:[a-z]+ )?[a-z]{3,}s\b/.test(en[key]))
  expect(many.filter((key) => !ALWAYS_MANY.includes(key))).toEqual([])
})

test('W-22 Chinese sentences use Chinese punctuation', () => {
  expect(keys.filter((key) => /[一-鿿][,;!?:]|[,;!?:][一-鿿]/.test(zh[key]))).toEqual([])
})

test('W-58 undoing is not called what taking a message back from the customer is called', () => {
  expect([zh.undo, zh['help.undo'], zh['recall.this']]).toEqual(['撤销', expect.stringContaining('撤销'), '撤回'])
})
