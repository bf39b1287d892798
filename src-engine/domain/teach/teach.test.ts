import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Told } from '../../../src-shared/domain/teaching.ts'
import { createHeads, createTriage, parseLexicon } from '../triage/index.ts'
import { asTold, createAdjuster } from './adjuster.ts'
import { allowedOf, parseGuardLines, prepare } from './guard.ts'
import type { Taught } from './learn.ts'
import { readingOf } from './reading.ts'
import { takeUp, type Outcome } from './take-up.ts'
import { createVectors } from './vectors.ts'
import { NOTHING_LEARNED, parseWeights, writeWeights, type Weights } from './weights.ts'

const read = (name: string) => readFileSync(new URL(`../../../resources/triage/${name}`, import.meta.url), 'utf8')
const lexicon = parseLexicon(JSON.parse(read('lexicon.json')))
const learned = { heads: createHeads(readFileSync(new URL('../../../resources/models/triage.bin', import.meta.url))) }
const untaught = createTriage(lexicon, undefined, learned)
const lines = parseGuardLines(read('guard-set.jsonl'))
const toVector = createVectors(lines.map(({ text }) => text))
const input = (text: string) => ({ text, at: 0, attachments: 0, history: [] })
const guarded = lines.map((line) => prepare(line, untaught(input(line.text)), toVector))

const lesson = (text: string, told: Told): Taught => ({ id: text, text, ...told, vector: toVector(text), reading: readingOf(untaught(input(text))) })
const topic = (text: string, wrong: string | null, right: string | null): Taught => lesson(text, { layer: 'topic', wrong, right })

/** Takes lessons up one after the other. */
function teach(lessons: readonly Taught[]): { weights: Weights; states: Outcome['state'][]; last: Outcome } {
  let last: Outcome = { state: 'learned', weights: NOTHING_LEARNED }
  const states: Outcome['state'][] = []
  const earlier: Taught[] = []
  for (const one of lessons) {
    last = takeUp(last.weights, one, earlier, guarded)
    states.push(last.state)
    if (last.state !== 'refused') earlier.push(one)
  }
  return { weights: last.weights, states, last }
}
const taughtTriage = (weights: Weights) => {
  const triage = createTriage(lexicon, undefined, learned, createAdjuster(weights, toVector))
  return (text: string) => triage(input(text))
}
const topicsOf = (weights: Weights, text: string) => taughtTriage(weights)(text).topics.map(({ label }) => label)

const GLUE = '胶水刷上去发白了 要怎么弄掉'

test('LD-1 a corrected topic holds for the same words and for a paraphrase, and for nothing else (a correction that only remembers its sentence would have to be made every day)', () => {
  expect(untaught(input(GLUE)).topics.map(({ label }) => label)).not.toContain('usage_help')
  const { weights, states } = teach([topic(GLUE, null, 'usage_help')])
  expect(states).toEqual(['learned'])
  expect(topicsOf(weights, GLUE)).toEqual(['usage_help'])
  expect(topicsOf(weights, '胶水发白了怎么弄掉呀')).toEqual(['usage_help'])
  for (const other of ['衣服发黄', '退款要怎么弄', '今天天气真好']) expect(topicsOf(weights, other)).toEqual(untaught(input(other)).topics.map(({ label }) => label))
})

test('LD-1 a wrong topic goes and the right one comes in the same update, in English too (the wrong one would stand beside the right one for ever)', () => {
  const text = 'Did it go through on your side, the thing from last night'
  const wrong = untaught(input(text)).topics[0]?.label ?? null
  expect(wrong).not.toBe('order_lookup')
  const { weights } = teach([topic(text, wrong, 'order_lookup')])
  expect(topicsOf(weights, text)).toEqual(['order_lookup'])
})

test('LD-1 marks, acts and the emotion can be taught as well: “not angry” also takes the alarm and its evidence away (the next calm shouter would be red again)', () => {
  const text = '太可怕了这个味道 受不了 快给我换个香型!!!!!!'
  const before = untaught(input(text))
  const { weights } = teach([lesson(text, { layer: 'emotion', wrong: before.emotion.label, right: before.emotion.level === 3 ? 'calm' : 'angry' })])
  const after = taughtTriage(weights)(text)
  expect(after.emotion.level).toBe(before.emotion.level === 3 ? 0 : 3)
  const shout = '你们这是店大欺客吧 我真的受够了这种包装'
  expect(untaught(input(shout)).emotion.level).toBe(3)
  const calm = taughtTriage(teach([lesson(shout, { layer: 'emotion', wrong: 'angry', right: 'calm' })]).weights)(shout)
  expect(calm.emotion).toMatchObject({ label: 'calm', level: 0 })
  expect(calm.anger).toBeLessThan(0.5)
  expect(calm.evidence.filter(({ why }) => why.startsWith('anger.'))).toEqual([])
  const threat = '我表弟就是管市场这一块的 你们看着办'
  const marked = taughtTriage(teach([lesson(threat, { layer: 'mark', wrong: null, right: 'threat_authority' })]).weights)
  expect(marked(threat).marks.map(({ label }) => label)).toContain('threat_authority')
  expect(marked(threat).escalation).toBeGreaterThan(untaught(input(threat)).escalation)
})

test('LD-2 a poisonous correction is refused, names what it would have broken, and changes nothing (one slip of a finger would blind the desk for refunds)', () => {
  for (const text of ['什么时候发货', '什么时候发货？？']) {
    const { last } = teach([topic(text, 'ship_when', 'order_cancel')])
    expect(last).toMatchObject({ state: 'refused', weights: NOTHING_LEARNED, refusal: { of: 'guard', layer: 'topic' } })
  }
  const { last } = teach([lesson('我要打12315', { layer: 'mark', wrong: 'threat_authority', right: null })])
  expect(last).toMatchObject({ state: 'refused', refusal: { layer: 'mark', label: 'threat_authority' } })
})

test('LD-2 a lesson that would reach too far is learned with a smaller step (all or nothing would refuse what can be learned)', () => {
  const reaching = ['Where is my order number', 'Where is my order no', 'where is my order', 'wheres the order'].map((text) => ({ text, ...teach([topic(text, 'where_is_order', 'order_lookup')]) }))
  const weaker = reaching.filter(({ states }) => states[0] === 'weaker')
  expect(weaker.length).toBeGreaterThan(0)
  for (const { text, weights } of weaker) {
    expect(topicsOf(weights, text)).toEqual(['order_lookup'])
    expect(topicsOf(weights, 'Where is my parcel?')).toEqual(['where_is_order'])
  }
})

test('LD-2 no lesson that was taken up turns more than 0.5 % of the guard set wrong, however many there are (a slow drift would break what worked)', () => {
  const { weights } = teach(lines.slice(0, 40).map(({ text }) => topic(`${text} 好吗`, null, 'documents')))
  const triage = taughtTriage(weights)
  const wrong = lines.filter((line, at) => guarded[at]?.held.includes('topic') && triage(line.text).topics.some(({ label }) => label === 'documents') && !line.topics.includes('documents'))
  expect(wrong.length).toBeLessThanOrEqual(allowedOf(lines.length))
})

test('LD-2 what was taught before stays right, unless the new lesson is about the same words (two agents would undo each other without being told)', () => {
  const first = topic(GLUE, null, 'usage_help')
  const { states, last } = teach([first, topic('要怎么弄掉 胶水刷上去发白了', 'usage_help', null)])
  expect(states[0]).toBe('learned')
  expect(last.state === 'refused' ? last.refusal.of : last.state).toBe('earlier')
  const changed = teach([first, topic(GLUE, 'usage_help', 'quality_defect')])
  expect(changed.states).toEqual(['learned', 'learned'])
  expect(topicsOf(changed.weights, GLUE)).toEqual(['quality_defect'])
})

test('LD-2 lessons that are worded alike and say different things are all kept (the second would be refused, or undo the first)', () => {
  const said = [['胶水发白了 帮我看看怎么弄', 'usage_help'], ['屏幕卡住了 帮我看看怎么弄', 'quality_defect'], ['雨伞歪了 帮我看看怎么弄', 'warranty_repair'], ['插座松了 帮我看看怎么弄', 'parts_accessory']] as const
  const lessons: Taught[] = []
  for (const [text, right] of said) lessons.push(topic(text, topicsOf(teach(lessons).weights, text).find((label) => label !== right) ?? null, right))
  const { states, weights } = teach(lessons)
  expect(states).not.toContain('refused')
  for (const [text, right] of said) expect(topicsOf(weights, text)).toContain(right)
})

test('LD-3 the same lessons in the same order give the same weights, bit for bit, also through the store (two starts of the desk would not agree)', () => {
  const lessons = [topic(GLUE, null, 'usage_help'), topic('这个漆要刷几遍', null, 'usage_help'), lesson('我真的受够了这种包装', { layer: 'emotion', wrong: 'angry', right: 'disappointed' })]
  const stored = writeWeights(teach(lessons).weights)
  expect(writeWeights(teach(lessons).weights)).toBe(stored)
  const again = parseWeights(stored)
  expect(again && writeWeights(again)).toBe(stored)
  expect(parseWeights('{"version":2}')).toBeNull()
})

test('LD-3 without a lesson nothing changes, to the last bit (a desk that was taught nothing must judge as it was shipped)', () => {
  const plain = taughtTriage(NOTHING_LEARNED)
  for (const { text } of lines) expect(plain(text)).toEqual(untaught(input(text)))
})

test('LD-4 what a person said of a message holds for this message, whatever its words (the label would jump back at the next look)', () => {
  const told = asTold([{ layer: 'topic', wrong: 'refund_progress', right: 'invoice_request' }, { layer: 'emotion', wrong: 'calm', right: 'angry' }, { layer: 'mark', wrong: null, right: 'churn' }])
  const verdict = untaught({ ...input('退款什么时候到账'), told })
  expect(verdict.topics).toEqual([{ label: 'invoice_request', confidence: 1 }])
  expect(verdict.emotion).toMatchObject({ label: 'angry', level: 3 })
  expect(verdict.marks).toEqual([{ label: 'churn', confidence: 1 }])
})
