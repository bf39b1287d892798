import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article } from '../../src-shared/domain/article.ts'
import { NO_BUDGET } from '../../src-shared/domain/budget.ts'
import type { StepOf } from '../../src-shared/domain/trace.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import { createEmbeddings } from '../../src-engine/adapters/model/embeddings.ts'
import { draftTraces } from '../../src-engine/flows/draft-account.ts'
import { budgetDay } from '../../src-engine/flows/model-budget.ts'
import { changeSettings, readSettings, storedModel } from '../../src-engine/flows/settings.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { startModelServer, type ModelServer, type VectorStep } from '../support/model-server.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

/** Articles found by what is meant: a real server that speaks the protocol behind the real adapter. */
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer
let chen: string

const article = (id: string, title: string, body: string): Article =>
  ({ id, version: 1, title: { zh: title, en: '' }, body: { zh: body, en: '' }, audience: 'customer', topics: [], productIds: [] })
const ARTICLES = [article('refund', '退款到账', '退款原路退回，三到五天到。'), article('invoice', '开发票', '发票在订单页申请，当天发到邮箱。'), article('size', '选尺码', '尺码看详情页的表，偏大一码。')]

async function open(vectors: VectorStep[], options: { dir?: string; name?: string; articles?: Article[] } = {}): Promise<void> {
  server = await startModelServer([{ do: 'tokens', tokens: ['您好'] }], { vectors })
  const config = { baseUrl: server.url, key: null, masking: 'all' as const }
  desk = openDesk(gateway, { model: createModel({ ...config, name: 'scripted' }), embeddings: createEmbeddings({ ...config, name: options.name ?? 'made-up' }), realTriage: true, ...(options.dir ? { dir: options.dir } : {}) })
  for (const one of options.articles ?? ARTICLES) gateway.publish({ type: 'article', article: one })
  await desk.connect()
  desk.engine.wake('vectors')
  await desk.idle()
}
beforeEach(() => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
})
afterEach(async () => {
  expect(desk.errors).toEqual([])
  desk.kill()
  await server.close()
})

const asked = () => server.requests.filter(({ path }) => path === '/v1/embeddings').map(({ body }) => body['input'] as string[])
/** The step of the newest draft in which articles were looked for. */
async function gathered(seq: number): Promise<StepOf<'gather'>> {
  await expect.poll(() => draftTraces(desk.engine, chen)[0], { timeout: 10_000 }).toMatchObject({ basedOnSeq: seq, outcome: expect.stringMatching(/ready|none/) as unknown })
  const step = draftTraces(desk.engine, chen)[0]?.steps.find((one): one is StepOf<'gather'> => one.name === 'gather')
  if (!step) throw new Error('nothing was gathered')
  return step
}

test('EM-1 a German question finds the article that is written in Chinese only, and the trace says that its meaning did (an agent who reads no Chinese is told that there is nothing)', async () => {
  await open([{ do: 'vectors' }])
  expect(desk.engine.knowledge().unplaced(10)).toEqual([])
  gateway.customerWrites(chen, 'Wann bekomme ich mein Geld zurück?')
  const step = await gathered(1)
  expect(step.passages[0]).toMatchObject({ id: 'refund', title: '退款到账' })
  expect(step.meaning).toMatchObject({ model: 'made-up', sent: 'Wann bekomme ich mein Geld zurück?', problem: null })
  expect(JSON.stringify(server.requests.at(-1)?.body)).toContain('退款原路退回')
})

test('EM-2 what is asked for vectors is masked as what is asked for drafts (a phone number in a request that nobody looks at)', async () => {
  await open([{ do: 'vectors' }])
  gateway.customerWrites(chen, '退款打到13812345678这个号可以吗，我是陈静')
  const step = await gathered(1)
  expect(JSON.stringify(asked())).not.toMatch(/13812345678|陈静/)
  expect(step.meaning?.sent).toMatch(/\[phone-\d\]/)
  expect(asked().at(-1)).toEqual([step.meaning?.sent])
})

test('EM-3 vectors outlive a restart, a changed article alone is asked for anew, and another model reads everything again', async () => {
  await open([{ do: 'vectors' }])
  expect(asked().flat()).toHaveLength(3)
  const dir = desk.kill()
  await server.close()
  await open([{ do: 'vectors' }], { dir, articles: [article('size', '选尺码', '尺码偏小，选大一码。')] })
  expect(asked()).toEqual([['选尺码\n尺码偏小，选大一码。']])
  expect(desk.engine.knowledge().unplaced(10)).toEqual([])
  desk.kill()
  await server.close()
  await open([{ do: 'vectors', dimensions: 16 }], { dir, name: 'another', articles: [] })
  expect(asked().flat()).toHaveLength(3)
  expect(desk.engine.knowledge().vectorLength()).toBe(16)
  desk.store.vectors.forgetOthers('another')
  expect(desk.store.vectors.count()).toBe(3)
})

const FAULTS: [name: string, step: VectorStep, code: string][] = [
  ['slow', { do: 'silence' }, 'model-slow'], ['429', { do: 'status', status: 429, headers: { 'retry-after': '60' } }, 'model-rate-limited'], ['500', { do: 'status', status: 500 }, 'model-failed'],
  ['401', { do: 'status', status: 401 }, 'model-unauthorised'], ['gone', { do: 'gone' }, 'model-unreachable'], ['a web page', { do: 'page' }, 'model-strange'],
  ['uneven vectors', { do: 'uneven' }, 'model-strange'], ['too few', { do: 'too-few' }, 'model-strange'], ['other dimensions', { do: 'vectors', dimensions: 16 }, 'model-strange'],
]
test.each(FAULTS)('EM-4 an endpoint that fails at the question (%s): words alone find, the trace says why, the next draft does not wait for it, and the model is not blamed', async (_, step, code) => {
  await open([{ do: 'vectors' }, step])
  gateway.customerWrites(chen, '退款几天到')
  const first = await gathered(1)
  expect(first.passages[0]?.id).toBe('refund')
  expect(first.meaning).toMatchObject({ problem: code, sent: '退款几天到' })
  expect(desk.engine.live.model.health).toBe('ok')
  gateway.customerWrites(chen, '发票怎么开')
  const second = await gathered(2)
  expect(second.meaning).toMatchObject({ problem: code, sent: null })
  expect(second.passages.map(({ id }) => id)).toEqual(expect.arrayContaining(['refund', 'invoice']))
})

const MANY = Array.from({ length: 300 }, (_, n) => article(`a${n}`, `第${n}篇`, `这里说的是第${n}件事，${n % 2 ? '发票' : '尺码'}。`))

test('EM-5 an endpoint that goes in the middle of 300 articles: what it read is kept, search goes on, and the rest follows once it is back', async () => {
  await open([{ do: 'vectors' }, { do: 'vectors' }, { do: 'vectors' }, { do: 'gone' }, { do: 'status', status: 500 }, { do: 'vectors' }], { articles: MANY })
  expect(desk.store.vectors.count()).toBe(96)
  expect(desk.engine.knowledge().unplaced(1000)).toHaveLength(204)
  expect(desk.engine.knowledge().search('第250件事', { language: 'zh', k: 1 })[0]?.article.id).toBe('a250')
  await desk.pass(15_000)
  expect(desk.store.vectors.count()).toBe(96)
  await desk.pass(15_000)
  expect(desk.store.vectors.count()).toBe(300)
  expect(desk.engine.knowledge().unplaced(1)).toEqual([])
  // No passage was asked for twice, but those of the two requests that failed.
  expect(asked().flat()).toHaveLength(300 + 2 * 32)
})

test('EM-5 an answer of other dimensions in the middle is not mixed in (half of the articles that can no longer be compared)', async () => {
  await open([{ do: 'vectors' }, { do: 'vectors', dimensions: 16 }], { articles: MANY })
  expect(desk.store.vectors.count()).toBe(32)
  expect(desk.engine.live.vectorsRest.problem).toBe('model-strange')
})

test('EM-6 tokens of vectors are on the day\'s account, counted or estimated, and a spent budget asks for none', async () => {
  await open([{ do: 'vectors' }, { do: 'vectors', usage: false }])
  const usage = () => desk.store.usage.of(budgetDay(desk.engine))
  expect(usage()).toEqual({ requests: 1, input: 21, output: 0, estimated: 0 })
  gateway.publish({ type: 'article', article: article('postage', '运费', '运费八元。') })
  await desk.idle()
  desk.engine.wake('vectors')
  await desk.idle()
  expect(usage()).toMatchObject({ requests: 2, output: 0 })
  expect(usage().estimated).toBeGreaterThan(0)
  changeSettings(desk.engine, { budget: { ...NO_BUDGET, tokens: 1000 } })
  desk.store.usage.add(budgetDay(desk.engine), { requests: 1, input: 1000, output: 0, estimated: 0 })
  const before = asked().length
  gateway.customerWrites(chen, '退款几天到')
  expect((await gathered(1)).meaning).toMatchObject({ problem: 'budget-spent', sent: null })
  expect(asked()).toHaveLength(before)
})

test('EM-7 the model for meaning is kept with its host, off when emptied, and goes to no other host unasked', async () => {
  await open([])
  const saved = () => readSettings(desk.engine, null).model.embeddings
  changeSettings(desk.engine, { model: { baseUrl: 'http://127.0.0.1:11434/v1', name: 'qwen3', embeddings: 'bge-m3' } })
  expect(saved()).toBe('bge-m3')
  changeSettings(desk.engine, { model: { baseUrl: 'http://127.0.0.1:11434/v1', name: 'qwen4' } })
  expect(saved()).toBe('bge-m3')
  changeSettings(desk.engine, { model: { baseUrl: 'https://api.example.com/v1', name: 'qwen4' } })
  expect(saved()).toBe('')
  changeSettings(desk.engine, { model: { baseUrl: 'https://api.example.com/v1', name: 'qwen4', embeddings: '' } })
  expect(storedModel(desk.engine)).not.toHaveProperty('embeddings')
})
