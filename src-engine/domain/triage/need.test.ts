import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NEED_MOST, readNeed } from './need.ts'

const need = (text: string): number => readNeed(text, []).strength
const rest = (text: string): number => readNeed(text, []).rest

test.each(['好的', '嗯嗯', '知道了', 'ok', 'got it', 'sounds good', '谢谢', '好的 谢谢', 'yes', '行吧'])(
  'DS-2 an assent lays down what was before (a curve that stays up after "好的" makes every settled talk look lost): %s', (text) => {
    expect(rest(text)).toBeLessThanOrEqual(0.2)
  })

test.each(['2190087745120033', '[图片]', '😊', '[photo]'])('DS-2 a number, a card or a sticker is an answer, not a wish: %s', (text) => {
  expect(rest(text)).toBeLessThanOrEqual(0.4)
})

test.each([
  ['怎么还没到账', '到账了'], ['取消不了怎么办', '取消了'], ['Why is it still not here?', 'It is here.'], ['没收到', '收到了'], ['在吗', '在的'], ['还是不行', '行'],
])('DS-2 what is open wants more than what is done: %s > %s', (open, done) => {
  expect(need(open) * rest(open)).toBeGreaterThan(need(done) * rest(done))
})

test.each(['能不能开发票', '有没有大一号的', '是不是正品', '不好意思打扰了', '不客气', '没事了', '没问题'])(
  'DS-2 a question with 不 or 没 in it, or a courtesy, is no refusal: %s', (text) => {
    expect(readNeed(text, []).signs).toEqual([])
  })

test('DS-2 a need alone stays under the level of an unhappy message, whatever is typed, and its signs lie in the text', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom('怎么', '还没', '退', '不能', '?', '急', 'still', 'not', ' ', '取消', 'why', '好的', '😊', '12'), { maxLength: 20 }).map((one) => one.join('')), (text) => {
    const { strength, rest: left, signs } = readNeed(text, [])
    expect(strength).toBeLessThanOrEqual(NEED_MOST)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThanOrEqual(1)
    for (const { from, to } of signs) expect(from >= 0 && to <= text.length && from < to).toBe(true)
  }), { seed: 20261127, numRuns: 300 })
})
