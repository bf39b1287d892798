import fs from 'node:fs'
import { expect, test } from 'vitest'
import type { LearnedAnswer } from '../../../src-shared/domain/learning.ts'
import { draftLocally } from './local.ts'
import { parseTemplates } from './templates.ts'
import { customerSays, EARBUDS, input, LAMP, order, weSay } from './testing.ts'
import type { DraftInput } from './types.ts'

const file = (language: string): unknown => JSON.parse(fs.readFileSync(new URL(`../../../resources/templates/${language}.json`, import.meta.url), 'utf8'))
const TEMPLATES = parseTemplates([file('zh'), file('en')])
const ASKED = '这个耳机戴着睡觉会压耳朵吗？'
const ANSWER: LearnedAnswer = {
  id: 'l1', kind: 'template', topic: 'product_question', language: 'zh', title: '戴着睡觉', question: '耳机戴着睡觉压不压耳朵？', text: '侧睡会有一点压，仰着睡不会。建议睡前取下来。', productIds: [EARBUDS.id],
}
const draft = (change: Parameters<typeof input>[1], answers: Partial<LearnedAnswer>[] = [{}], more: Partial<DraftInput> = {}) =>
  draftLocally({ ...input(TEMPLATES, change), answers: answers.map((one) => ({ ...ANSWER, ...one })), ...more })

test('LR-12 the approved answer to the same question is said, cited as a reply, and not again to who has read it', () => {
  const first = draft({ text: ASKED, topics: ['product_question'] })
  expect(first.text).toContain('侧睡会有一点压')
  expect(first.citations).toEqual([{ n: 1, kind: 'reply', id: 'l1', title: '戴着睡觉' }])
  const again = draft({ history: [customerSays(ASKED), weSay(first.text), customerSays(ASKED)], topics: ['product_question'] })
  expect(again.text).not.toContain('侧睡会有一点压')
})

test('LR-12 an answer about other goods, in another language or to another question is not said (a lamp would be worn to sleep)', () => {
  const about = (answer: Partial<LearnedAnswer>, text = ASKED) => draft({ text, topics: ['product_question'] }, [answer]).text
  expect(about({ productIds: [LAMP.id] })).not.toContain('侧睡')
  expect(about({ language: 'en' })).not.toContain('侧睡')
  expect(about({ question: '' })).not.toContain('侧睡')
  expect(about({}, '这个耳机有几个颜色？')).not.toContain('侧睡')
  expect(about({}, '在吗')).not.toContain('侧睡')
})

test('LR-12 of an order its own facts come first, and a dispute is not settled by a sentence meant for others', () => {
  const answer = { topic: 'where_is_order', question: '我的快递到哪里了？', text: '超过三天没有更新的话，可以找我们催。', productIds: [] }
  const parcel = draft({ text: '我的快递到哪里了呀？', topics: ['where_is_order'], orders: [order()] }, [answer])
  expect(parcel.text.indexOf('杭州')).toBeGreaterThanOrEqual(0)
  expect(parcel.text.indexOf('超过三天')).toBeGreaterThan(parcel.text.indexOf('杭州'))
  expect(draft({ text: '为什么拒绝我的退款？', topics: ['refund_rejected'] }, [{ topic: 'refund_rejected', question: '为什么拒绝我的退款？', productIds: [] }]).text).not.toContain('侧睡')
})

test('LR-12 a gap gets the order’s fact for a verified customer; else its sentence is left out', () => {
  const answer = { text: '侧睡会有一点压。您的订单{order}可以退。' }
  expect(draft({ text: ASKED, topics: ['product_question'] }, [answer]).text).toContain('您的订单2188340610072265可以退。')
  const stranger = draft({ text: '云雀耳机戴着睡觉会压耳朵吗？', topics: ['product_question'], verified: false }, [answer]).text
  expect(stranger).toContain('侧睡会有一点压。')
  expect(stranger).not.toMatch(/订单|[{}]/)
})
