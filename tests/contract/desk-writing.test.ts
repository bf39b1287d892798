import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Written, WritingTask } from '../../src-shared/contract/writing.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import { stopAsking } from '../../src-engine/flows/ask-model.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { NO_BUDGET } from '../../src-shared/domain/budget.ts'
import { budgetDay, readUsage } from '../../src-engine/flows/model-budget.ts'
import { writingHandlers } from '../../src-engine/writing-handlers.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'
import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'

/** What an agent asks for while writing, with a real HTTP server behind the real adapter. */
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer | null = null
let chen: string
let calls: ReturnType<typeof writingHandlers>

const order = (no: string): Order => ({ ...orderOnItsWay(1_790_000_000_000), no, customerId: 'c001' })

/** The first draft is the local one: the script is for what the agent asks for. */
async function open(asked: string, ...script: ModelStep[]): Promise<void> {
  server = script.length > 0 ? await startModelServer(script) : null
  const model = server ? createModel({ baseUrl: server.url, name: 'scripted', key: null, masking: 'all' }) : null
  // Drafts would take the script's steps: they rest while the agent's own wishes are tried.
  desk = openDesk(gateway, { model })
  desk.store.settings.write('model-rests-until', gateway.now + 3_600_000)
  await desk.connect()
  gateway.customerWrites(chen, asked)
  await desk.idle()
  calls = writingHandlers(desk.engine)
}
beforeEach(() => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [order('2188340610072265')] })
})
afterEach(async () => {
  expect(desk.errors).toEqual([])
  desk.kill()
  await server?.close()
})

const ask = async (task: WritingTask, id = desk.engine.newId()): Promise<Written> => calls['writing.ask']({ id, conversationId: chen, task }, { focused: null })
const streamed = (id: string): string => desk.patches.flatMap((patch) => (patch.kind === 'writing' && patch.id === id ? [patch.text] : [])).join('')
const sent = (): string => JSON.stringify(server?.requests.filter(({ path }) => path.endsWith('completions')).map(({ body }) => body))

test('RW-12 the endpoint’s rewrite streams under the id that the window made, and names its prompt’s manner', async () => {
  await open('怎么还没到', { do: 'tokens', tokens: ['退款', '129元', '已提交。'] })
  const id = desk.engine.newId()
  const written = await ask({ kind: 'rewrite', style: 'shorter', text: '您好，退款129元已经提交了哦~' }, id)
  expect(written).toMatchObject({ text: '退款129元已提交。', by: 'scripted', nothing: null, lost: [], problem: null })
  expect(streamed(id)).toBe('退款129元已提交。')
  expect(sent()).toContain('Shorter.')
})

test('RW-7 a model that makes a figure up is marked in the rewrite, with what the agent had written', async () => {
  await open('怎么还没退', { do: 'tokens', tokens: ['退款', '152元', '，24小时内到账。'] })
  const { findings, lost } = await ask({ kind: 'rewrite', style: 'warmer', text: '退款125元，48小时内到账。' })
  expect(findings.filter(({ kind }) => kind === 'figure')).toMatchObject([{ text: '152元', expected: '125元', severity: 'error' }, { text: '24小时', expected: '48小时' }])
  expect(lost).toEqual(['125元', '48小时'])
})

test.each<[string, ModelStep, string]>([
  ['cut in the middle', { do: 'cut', tokens: ['半句'] }, 'model-cut'],
  ['500', { do: 'status', status: 500 }, 'model-failed'],
  ['a model that says no', { do: 'refusal', text: 'no' }, 'model-refused'],
])('RW-13 an endpoint that fails (%s) leaves the rewrite to the desk, which says so, and none of its half words', async (_name, step, code) => {
  await open('怎么还没到', step)
  const written = await ask({ kind: 'rewrite', style: 'formal', text: '亲，你的包裹明天到哦~' })
  expect(written).toMatchObject({ text: '您好，您的包裹明天到。', by: 'local', problem: code })
})

test('RW-13 without an endpoint the desk rewrites by itself, and says where it cannot', async () => {
  await open('怎么还没到')
  expect(await ask({ kind: 'rewrite', style: 'apologise', text: '我再去核实。' })).toMatchObject({ by: 'local', nothing: null, problem: null })
  expect(await ask({ kind: 'rewrite', style: 'shorter', text: 'Ihr Paket ist unterwegs, vielen Dank für Ihre Geduld.' })).toMatchObject({ text: '', nothing: 'language' })
})

test('RW-14 nothing personal of the words goes to the endpoint, and the answer has it again', async () => {
  await open('电话13800000001', { do: 'tokens', tokens: ['[name-1]您好，订单[order-1]已发货。'] })
  const written = await ask({ kind: 'rewrite', style: 'warmer', text: `${customer.name}，订单2188340610072265已发货。` })
  expect(written.text).toContain('2188340610072265')
  expect(sent()).not.toMatch(new RegExp(`2188340610072265|${customer.name}`))
})

test('RW-14 what a rewrite costs counts for the day; a spent budget leaves it to the desk', async () => {
  await open('在吗', { do: 'tokens', tokens: ['好的。'] })
  await ask({ kind: 'rewrite', style: 'shorter', text: '您好，好的哦~' })
  expect(readUsage(desk.engine).usage).toMatchObject({ requests: 1, input: 10, output: 5 })
  desk.store.usage.add(budgetDay(desk.engine), { requests: 1, input: 2_000, output: 0, estimated: 0 })
  desk.store.settings.write('settings', { budget: { ...NO_BUDGET, tokens: 1_000 } })
  expect(await ask({ kind: 'rewrite', style: 'shorter', text: '您好，我去核实哦~' })).toMatchObject({ by: 'local', text: '我去核实。', problem: 'budget-spent' })
  await expect(ask({ kind: 'translate', text: 'It ships today.' })).rejects.toMatchObject({ code: 'budget-spent' })
  expect(server?.requests).toHaveLength(1)
})

test('RW-12 asked again under the same id it is one request; stopped, its line is closed and the words stay as they are', async () => {
  await open('在吗', { do: 'silence' })
  const id = desk.engine.newId()
  const task: WritingTask = { kind: 'rewrite', style: 'shorter', text: '您好，好的哦~' }
  const both = Promise.allSettled([ask(task, id), ask(task, id)])
  while ((server?.requests.length ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  stopAsking(desk.engine, id)
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(server?.requests).toHaveLength(1)
})

test('RW-15 a reply is translated into the customer’s language, every figure checked; without an endpoint it is none and says so', async () => {
  await open('where is my order 2188340610072265', { do: 'tokens', tokens: ['Your refund of 129 yuan arrives within 24 hours.'] })
  const written = await ask({ kind: 'translate', text: '退款129元，48小时内到账。' })
  expect(written).toMatchObject({ language: 'en', lost: ['48小时'] })
  expect(written.findings.filter(({ kind }) => kind === 'figure')).toMatchObject([{ text: '24 hours' }])
  expect(sent()).toContain('into English')
  desk.kill()
  await open('where is my order')
  expect(await ask({ kind: 'translate', text: '退款129元' })).toMatchObject({ text: '', nothing: 'no-model' })
})

test('RW-15 words that are in the customer’s language already are not translated', async () => {
  await open('在吗', { do: 'tokens', tokens: ['x'] })
  expect(await ask({ kind: 'translate', text: '您好，在的。' })).toMatchObject({ text: '', nothing: 'same-language' })
  expect(sent()).toBe('[]')
})

test('RW-15 the sent reply is in the customer’s language, and the agent’s own words stay beside it, queued and in the log', async () => {
  await open('where is my order')
  const id = desk.engine.newId()
  const params: CallParams<'reply.send'> = { id, conversationId: chen, text: 'It ships today.', attachments: [], basedOnSeq: 1, draftId: null, ownWords: { text: '今天发货。', language: 'zh' } }
  desk.cut()
  sendReply(desk.engine, params, '小雅')
  const shown = () => readThread(desk.engine, chen, null, 20).messages.find((message) => message.id === id)
  expect(shown()).toMatchObject({ delivery: 'queued', text: 'It ships today.', ownWords: { text: '今天发货。' } })
  await desk.connect()
  expect(shown()).toMatchObject({ delivery: 'sent', text: 'It ships today.', ownWords: { text: '今天发货。' } })
  expect(JSON.stringify(gateway)).not.toContain('今天发货')
})

test('RW-16 a customer’s message is translated once and kept; the original is as it was; a figure that changed is told', async () => {
  await open('My refund of 129 yuan is late', { do: 'tokens', tokens: ['我的', '192元', '退款晚了'] }, { do: 'status', status: 500 })
  const [message] = desk.store.messages.page(chen, null, 5)
  const messageId = message?.message.id ?? ''
  const first = await calls['message.translate']({ messageId }, { focused: null })
  expect(first).toMatchObject({ text: '我的192元退款晚了', language: 'zh', lost: ['129 yuan'] })
  expect(first.findings).toMatchObject([{ text: '192元' }])
  expect(await calls['message.translate']({ messageId }, { focused: null })).toEqual(first)
  expect(desk.store.messages.get(messageId)?.message.text).toBe('My refund of 129 yuan is late')
})

test('RW-16 without an endpoint, or with one that fails, the message is refused and nothing is kept', async () => {
  await open('My refund is late', { do: 'cut', tokens: ['我的'] }, { do: 'tokens', tokens: ['我的退款晚了'] })
  const messageId = desk.store.messages.page(chen, null, 5)[0]?.message.id ?? ''
  await expect(calls['message.translate']({ messageId }, { focused: null })).rejects.toMatchObject({ code: 'model-cut' })
  expect(await calls['message.translate']({ messageId }, { focused: null })).toMatchObject({ text: '我的退款晚了' })
  desk.kill()
  await open('My refund is late')
  await expect(async () => calls['message.translate']({ messageId: desk.store.messages.page(chen, null, 5)[0]?.message.id ?? '' }, { focused: null })).rejects.toMatchObject({ code: 'no-model' })
})

test('RW-10 keywords become a reply out of the customer’s own records; an amount that no record holds is marked', async () => {
  await open('我的包裹到哪了')
  const track = await ask({ kind: 'expand', text: '物流 抱歉' })
  expect(track).toMatchObject({ by: 'local', unused: [] })
  expect(track.text).toContain('抱歉')
  expect(track.text).toContain(order('').logistics?.trackingNo ?? 'no parcel')
  expect(track.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect((await ask({ kind: 'expand', text: '退款 8888元' })).findings).toMatchObject([{ kind: 'amount', text: '8888元', severity: 'error' }])
})

test('RW-11 a model that expands keywords is checked against the records, and its numbers in brackets are taken out', async () => {
  await open('我的包裹到哪了', { do: 'tokens', tokens: ['给您添麻烦了，', '退您88元[1]。'] })
  const { text, findings } = await ask({ kind: 'expand', text: '退 抱歉' })
  expect(text).toBe('给您添麻烦了，退您88元。')
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ text: '88元' }])
  expect(sent()).toContain('<keywords>退 抱歉</keywords>')
})

test('RW-9 guard and tone look at one’s own words together, each in its place, and the gravest first where they meet', async () => {
  await open('我的包裹到哪了')
  const { findings } = await calls['reply.check']({ conversationId: chen, text: '你自己去看！！退您88元。' }, { focused: null })
  expect(findings.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(['tone-cold info', 'tone-shouting warning', 'amount error'])
  expect((await calls['reply.check']({ conversationId: chen, text: '您好，我去核实。' }, { focused: null })).findings).toEqual([])
})

test('RW-24 what is checked by oneself names its source as the composer does: the order and its field, the rule and its law', async () => {
  await open('我的包裹到哪了')
  const { findings } = await calls['reply.check']({ conversationId: chen, text: '您的订单实付 199 元，我们是全网第一。' }, { focused: null })
  expect(findings.find(({ kind }) => kind === 'amount')).toMatchObject({ text: '199 元', origin: { kind: 'order', no: '2188340610072265', field: 'total' } })
  expect(findings.find(({ kind }) => kind === 'rule')).toMatchObject({ origin: { kind: 'rule', law: expect.stringContaining('广告法') } })
})

test('RW-23 what is rewritten, expanded or checked is held to the shop’s policy as a draft is: its caps, and what it grants', async () => {
  gateway.publish({ type: 'policy', policy: { id: 'default', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] }, guard: { compensationCap: 20, currency: 'CNY', freeShipping: true } } })
  await open('我的包裹到哪了', { do: 'tokens', tokens: ['给您补偿50元，', '免运费重发。'] })
  const rewritten = await ask({ kind: 'rewrite', style: 'warmer', text: '补偿50元，免运费重发。' })
  expect(rewritten.findings).toContainEqual(expect.objectContaining({ kind: 'over-cap', severity: 'error', text: '50元', expected: '20元' }))
  expect(rewritten.findings.filter(({ kind }) => kind === 'policy')).toEqual([])
  const check = async (text: string) => (await calls['reply.check']({ conversationId: chen, text }, { focused: null })).findings
  expect(await check('给您补偿50元')).toContainEqual(expect.objectContaining({ kind: 'over-cap', severity: 'error', text: '50元', expected: '20元' }))
  expect((await check('给您补偿15元')).filter(({ severity }) => severity === 'error')).toEqual([])
})

test('TR-17 of a rewrite, a translation and one that the endpoint broke off it is kept what was sent, masked, and why nothing came', async () => {
  await open('Where is my refund?', { do: 'tokens', tokens: ['[name-1]，退款已提交。'] }, { do: 'cut', tokens: ['半句'] }, { do: 'tokens', tokens: ['我的退款在哪里？'] })
  const [rewritten, failed] = [desk.engine.newId(), desk.engine.newId()]
  await ask({ kind: 'rewrite', style: 'shorter', text: '陈静您好，退款已经提交了' }, rewritten)
  await ask({ kind: 'rewrite', style: 'warmer', text: '陈静，退款已提交' }, failed)
  const messageId = gateway.thread(chen)[0]?.id ?? ''
  await calls['message.translate']({ messageId }, { focused: null })
  const traces = [rewritten, failed, messageId].map((id) => desk.store.traces.asked(id))
  expect(traces.map((trace) => [trace?.outcome, trace?.steps.map((step) => (step.name === 'compose' ? [step.why, step.problem, step.rounds.length > 0] : step.name))])).toEqual([
    ['ready', [['model', null, true]]], ['failed', [['fault', 'model-cut', true]]], ['ready', [['model', null, true]]],
  ])
  expect(JSON.stringify(traces.flatMap((trace) => trace?.steps.flatMap((step) => (step.name === 'compose' ? step.rounds : [])) ?? []))).not.toContain('陈静')
})
