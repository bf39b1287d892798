import { expect, test } from 'vitest'
import { learn, type Example } from './learn.ts'
import { parseClassifier, writeClassifier } from './file.ts'
import { createClassifier } from './model.ts'

const of = (label: string | null, ...texts: string[]): Example[] => texts.map((text) => ({ text, label }))
/** Written for this test: a small shop's own topics, in two languages. */
const EXAMPLES: Example[] = [
  ...of('engraving', '可以刻字吗', '刻字要多久', '想在杯子上刻名字', '刻错字了怎么办', 'can you engrave a name', 'how long does engraving take', 'my engraving has a typo', 'engrave it for my mom'),
  ...of('gift_wrap', '有礼盒吗', '帮我包装一下送人', '礼品包装多少钱', '可以放贺卡吗', 'do you gift wrap', 'add a card please', 'is the gift box free', 'wrap it as a present'),
  ...of('pickup', '能到店自提吗', '门店在哪', '我自己去拿', '自提几点关门', 'can i pick it up in the shop', 'where is your store', 'pick up today', 'until when can i collect it'),
]
const OUTSIDE = of(null, '今天天气不错', '你是机器人吗', '讲个笑话', '哈哈哈', 'what a lovely day', 'tell me a joke', 'who won the match', 'lol')

const told = (texts: string[], examples = EXAMPLES) => texts.map((text) => createClassifier(learn(examples, 1).model)(text).label)

test('C-1 a handful of examples is enough to tell new words of the same topics, Chinese and English', () => {
  expect(told(['杯子上刻字可以吗', '要个礼盒包装', '我来店里自提', 'engraving on the cup', 'gift box please', 'collect it in your store'])).toEqual(['engraving', 'gift_wrap', 'pickup', 'engraving', 'gift_wrap', 'pickup'])
})

test('C-2 the same examples and seed make the same file bit for bit, and what was written answers as what was learned', () => {
  const { model } = learn(EXAMPLES, 3)
  const bytes = writeClassifier(model)
  expect(bytes).toEqual(writeClassifier(learn(EXAMPLES, 3).model))
  const [before, after] = [createClassifier(model), createClassifier(parseClassifier(bytes))]
  for (const { text } of EXAMPLES) {
    expect(after(text).label).toBe(before(text).label)
    expect(after(text).confidence).toBeCloseTo(before(text).confidence, 1)
  }
})

test('C-3 no label is withheld unless out-of-scope was learned or a floor is given: a shop that never asked for it would miss its topics', () => {
  const { model } = learn(EXAMPLES, 1)
  expect(createClassifier(model)('xyz').label).not.toBeNull()
  expect(createClassifier(model, 1)('xyz').label).toBeNull()
  const learned = createClassifier(learn([...EXAMPLES, ...OUTSIDE], 1).model)
  expect(learned('讲个笑话吧').label).toBeNull()
  expect(learned('可以刻字吗').label).toBe('engraving')
})

test('C-4 alternatives are sorted, hold the winner, and the probabilities of a model without a floor sum to at most one', () => {
  const { label, confidence, alternatives } = createClassifier(learn(EXAMPLES, 1).model)('刻字')
  expect(alternatives[0]).toEqual({ label, confidence })
  expect(alternatives.map((one) => one.confidence)).toEqual(alternatives.map((one) => one.confidence).toSorted((a, b) => b - a))
  expect(alternatives.reduce((sum, one) => sum + one.confidence, 0)).toBeLessThanOrEqual(1.000001)
})

test('C-5 the estimate is of examples that the judge has not seen: labels given by chance are told no better than chance', () => {
  const chance = EXAMPLES.map(({ text }, i) => ({ text, label: ['a', 'b', 'c'][(i * 7919) % 3] ?? 'a' }))
  expect(learn(EXAMPLES, 1).estimate.accuracy).toBeGreaterThan(0.5)
  expect(learn(chance, 1).estimate.accuracy).toBeLessThan(0.5)
})

test('C-6 one label, none at all, and a file that is cut off or something else are refused in one sentence', () => {
  expect(() => learn(of('only', 'a', 'b'), 1)).toThrow('at least two labels')
  expect(() => learn(OUTSIDE, 1)).toThrow('at least two labels')
  const bytes = writeClassifier(learn(EXAMPLES, 1).model)
  expect(() => parseClassifier(bytes.subarray(0, bytes.length - 1))).toThrow('cut off')
  expect(() => parseClassifier(new TextEncoder().encode('{"labels":["a","b"]}'))).toThrow('not a classifier')
})

test('C-7 any text has an answer: empty, emoji alone, a hundred thousand letters', () => {
  const classify = createClassifier(learn(EXAMPLES, 1).model)
  for (const text of ['', '😀😀', '字'.repeat(100_000), '\u0000\ud800']) expect(classify(text).confidence).toBeGreaterThan(0)
})
