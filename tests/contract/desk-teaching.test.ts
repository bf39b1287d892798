import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { correctMessage, takeBackCorrection } from '../../src-engine/flows/correct-message.ts'
import { dismissFlag } from '../../src-engine/flows/dismiss-flag.ts'
import { stateOf } from '../../src-engine/flows/inbox.ts'
import { labelledHistory, listLessons } from '../../src-engine/flows/lessons.ts'
import { exportTopics, ownTopics, removeTopics, tryTopics, useTopics } from '../../src-engine/flows/own-topics.ts'
import { readExampleTable } from '../../src-engine/adapters/example-table.ts'
import type { Told } from '../../src-shared/domain/teaching.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** What agents correct and a shop teaches, on a real encrypted database with triage as it is shipped. */
const GLUE = '胶水刷上去发白了 要怎么弄掉'
const GLUE_AGAIN = '胶水发白了怎么弄掉呀'
const ANGRY = '服了你们!!'

let gateway: MemoryGateway
let desk: Desk
let chen: string

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway, { realTriage: true })
  chen = gateway.open('陈女士')
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

/** The customer writes. @returns the message's id */
async function says(text: string, conversationId = chen): Promise<string> {
  gateway.customerWrites(conversationId, text)
  await desk.idle()
  return newest(conversationId).message.id
}
function newest(conversationId = chen) {
  const [stored] = desk.store.messages.page(conversationId, null, 1)
  if (!stored) throw new Error('no message')
  return stored
}
const topics = (conversationId = chen) => newest(conversationId).verdict?.topics.map(({ label }) => label)
const own = () => newest().verdict?.own?.map(({ label }) => label)
const state = () => {
  const record = desk.store.conversations.get(chen)
  if (!record) throw new Error('no conversation')
  return stateOf(record)
}
async function correct(messageId: string, told: Told, id = v7()): Promise<string> {
  correctMessage(desk.engine, { id, conversationId: chen, messageId, told }, '小雅')
  await desk.idle()
  return id
}
const lessons = () => listLessons(desk.engine, 100).lessons
const topic = (wrong: string | null, right: string | null): Told => ({ layer: 'topic', wrong, right })
const refusals = () => desk.patches.flatMap((patch) => (patch.kind === 'taught' && patch.refused ? [patch.refused] : []))

async function restart(version = 'test'): Promise<void> {
  desk = openDesk(gateway, { dir: desk.kill(), realTriage: true, version })
  desk.engine.wake('lessons')
  await desk.connect()
}

test('LD-6 a correction changes the message and its conversation at once, the next message is told by it, also after a restart (the agent would correct the same thing every morning)', async () => {
  const id = await says(GLUE)
  const wrong = topics()?.[0] ?? null
  expect(wrong).not.toBe('usage_help')
  correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: id, told: topic(wrong, 'usage_help') }, '小雅')
  expect(topics()).toEqual(['usage_help'])
  expect(state().openTopic).toBe('usage_help')
  await desk.idle()
  expect(lessons()).toMatchObject([{ messageId: id, wrong, right: 'usage_help', by: '小雅', state: 'learned' }])
  const li = gateway.open('李先生')
  await says(GLUE_AGAIN, li)
  expect(topics(li)).toContain('usage_help')
  await restart()
  const wang = gateway.open('王先生')
  await says(GLUE_AGAIN, wang)
  expect(topics(wang)).toContain('usage_help')
})

test('LD-6 the same correction sent twice is one; of a message that is not there nothing is kept (a lost answer would teach twice)', async () => {
  const messageId = await says(GLUE)
  const id = v7()
  await correct(messageId, topic(null, 'usage_help'), id)
  await correct(messageId, topic(null, 'usage_help'), id)
  expect(lessons()).toHaveLength(1)
  expect(() => correctMessage(desk.engine, { id: v7(), conversationId: chen, messageId: v7(), told: topic(null, 'usage_help') }, '小雅')).toThrow('not-found')
})

test('LD-6 a correction taken back leaves message, state and weights as if it had never been, bit for bit (an undo would leave a trace that nobody can find)', async () => {
  const first = await says('漆要刷几遍')
  await correct(first, topic(null, 'usage_help'))
  const weights = desk.store.taught.read('weights')?.body
  const messageId = await says(ANGRY)
  const before = { verdict: newest().verdict, state: state() }
  const id = await correct(messageId, { layer: 'emotion', wrong: 'angry', right: 'calm' })
  expect(newest().verdict?.emotion.level).toBe(0)
  expect(state().flag).toBeNull()
  takeBackCorrection(desk.engine, id)
  expect({ verdict: newest().verdict, state: state() }).toEqual(before)
  await desk.idle()
  expect(desk.store.taught.read('weights')?.body).toEqual(weights)
  expect(lessons()).toHaveLength(1)
})

test('LD-6 of two corrections of one message one is taken back, the other stays (the whole message would jump back)', async () => {
  const messageId = await says(GLUE)
  await correct(messageId, topic(topics()?.[0] ?? null, 'usage_help'))
  const second = await correct(messageId, { layer: 'emotion', wrong: 'calm', right: 'angry' })
  takeBackCorrection(desk.engine, second)
  await desk.idle()
  expect(topics()).toEqual(['usage_help'])
  expect(newest().verdict?.emotion.level).toBeLessThan(3)
})

test('LD-7 a correction that would break what worked is noted for its message and not learned; the agent is told of what, once (a slip would blind the desk, in silence)', async () => {
  const messageId = await says('什么时候发货')
  await correct(messageId, topic('ship_when', 'order_cancel'))
  expect(topics()).toEqual(['order_cancel'])
  expect(lessons()).toMatchObject([{ state: 'refused', refusal: { of: 'guard', layer: 'topic', example: expect.stringContaining('什么时候') as string } }])
  expect(refusals()).toHaveLength(1)
  await says('请问什么时候发货')
  expect(topics()).toEqual(['ship_when'])
  await restart()
  expect(refusals()).toEqual([])
})

test('LD-7 another version of the program learns everything again from what people said (old weights would be added to new confidences)', async () => {
  await correct(await says(GLUE), topic(null, 'usage_help'))
  desk.store.taught.write('weights', new TextEncoder().encode('not what it was'), 'test')
  desk.engine.taught.changed()
  await restart('next')
  await desk.idle()
  expect(desk.store.taught.read('weights')?.about).toBe('next')
  await says(GLUE_AGAIN)
  expect(topics()).toContain('usage_help')
})

test('LD-8 a flag that is dismissed as wrong is learned from, and putting it back forgets that (the same words would alarm again tomorrow)', async () => {
  await says(ANGRY)
  expect(state().flag?.level).toBe(3)
  dismissFlag(desk.engine, chen, true, '小雅')
  await desk.idle()
  expect(state().flagDismissed).toBe(true)
  expect(lessons()).toMatchObject([{ layer: 'emotion', wrong: 'angry', right: 'calm', state: 'learned' }])
  const li = gateway.open('李先生')
  await says(ANGRY, li)
  expect(newest(li).verdict?.emotion.level).toBeLessThan(3)
  dismissFlag(desk.engine, chen, false, '小雅')
  await desk.idle()
  expect(lessons()).toEqual([])
  expect(state()).toMatchObject({ flagDismissed: false, flag: { level: 3 } })
  const wang = gateway.open('王先生')
  await says(ANGRY, wang)
  expect(newest(wang).verdict?.emotion.level).toBe(3)
})

test('LD-9 the corrected messages are a labelled history: what was told at the time, what people say, and the turns before (nobody could measure triage on this shop)', async () => {
  await says('你好')
  const messageId = await says(GLUE)
  const told = topics() ?? []
  await correct(messageId, topic(told[0] ?? null, 'usage_help'))
  await correct(messageId, { layer: 'emotion', wrong: 'calm', right: 'disappointed' })
  expect(labelledHistory(desk.engine).messages).toMatchObject([
    { messageId, text: GLUE, history: [{ role: 'customer', text: '你好' }], told: { topics: told, emotion: 'calm' }, expected: { topics: ['usage_help'], emotion: 'disappointed' } },
  ])
})

const TABLE = [
  'text,label', '这个茶用多少度的水泡,冲泡方法', '第一泡要倒掉吗,冲泡方法', '泡茶的水温多少合适,冲泡方法', '一次放几克茶叶,冲泡方法', '能用保温杯闷泡吗,冲泡方法',
  '茶叶怎么保存,储存保鲜', '要放冰箱里吗,储存保鲜', '开封以后能放多久,储存保鲜', '受潮了还能喝吗,储存保鲜', '存放要避光吗,储存保鲜',
].join('\n')
const learn = async (text: string) => tryTopics(desk.engine, 'tea.csv', await readExampleTable(new TextEncoder().encode(text)))

test('LD-10 own topics are learned, looked at, and in use from the next message on; they survive a restart, go again, and are corrected like others (a shop would have to ask for a release)', async () => {
  await says('泡茶用几度的水')
  const tried = await learn(TABLE)
  expect(tried.sample).toEqual([{ text: '泡茶用几度的水', label: '冲泡方法' }])
  expect(tried.report.topics.map(({ label }) => label).sort()).toEqual(['储存保鲜', '冲泡方法'])
  await says('泡茶的水温多少度')
  expect(own()).toBeUndefined()
  useTopics(desk.engine, tried.token)
  await says('泡茶的水用多少度合适')
  expect(own()).toEqual(['冲泡方法'])
  expect(state().own).toEqual(['冲泡方法'])
  await restart()
  await says('我要退货')
  expect(own()).toEqual([])
  await correct(newest().message.id, { layer: 'own', wrong: null, right: '储存保鲜' })
  expect(own()).toEqual(['储存保鲜'])
  expect(ownTopics(desk.engine).topics).toMatchObject({ fileName: 'tea.csv', broken: false, report: { examples: 10 } })
  expect(exportTopics(desk.engine).csv).toContain('茶叶怎么保存,储存保鲜')
  removeTopics(desk.engine)
  await says('泡茶的水温多少合适呢')
  expect(own()).toBeUndefined()
  expect(ownTopics(desk.engine).topics).toBeNull()
})

test('LD-10 a stored model that cannot be read is named and skipped, its examples can still be exported (the desk would not start)', async () => {
  useTopics(desk.engine, (await learn(TABLE)).token)
  const about = desk.store.taught.read('own-topics')?.about ?? ''
  desk.store.taught.write('own-topics', new TextEncoder().encode('broken'), about)
  await restart()
  await says('泡茶用几度的水')
  expect(own()).toBeUndefined()
  expect(ownTopics(desk.engine).topics).toMatchObject({ broken: true, fileName: 'tea.csv' })
  expect(exportTopics(desk.engine).csv).toContain('冲泡方法')
})

test('LD-10 JSON Lines are read as well; a table without the two columns or with one topic is refused in a sentence, and nothing is in use (half a table would replace a good one)', async () => {
  const lines = TABLE.split('\n').slice(1).map((line) => JSON.stringify({ text: line.split(',')[0], label: line.split(',')[1] }))
  expect((await learn([...lines, '{"text": 5}', '{broken'].join('\n'))).problems).toEqual([{ line: 11, reason: 'quotes' }, { line: 12, reason: 'quotes' }])
  await expect(learn('a,b\nc,d')).rejects.toThrow('examples-columns')
  await expect(learn('text,label\na,x\nb,x')).rejects.toThrow('examples-few')
  expect(() => useTopics(desk.engine, v7())).toThrow('topics-forgotten')
  expect(ownTopics(desk.engine).topics).toBeNull()
})
