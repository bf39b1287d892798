import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DraftTrace, StepOf, TraceStep } from '../../src-shared/domain/trace.ts'
import { DraftTrace as TraceShape } from '../../src-shared/domain/trace.ts'
import type { Masking } from '../../src-shared/domain/masking.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import { draftTraces } from '../../src-engine/flows/draft-account.ts'
import { draftAgain } from '../../src-engine/flows/draft-reply.ts'
import { budgetDay, readUsage } from '../../src-engine/flows/model-budget.ts'
import { changeSettings } from '../../src-engine/flows/settings.ts'
import { currentDraft } from '../../src-engine/flows/thread.ts'
import { KEPT_OF_ONE } from '../../src-engine/store/traces.ts'
import { NO_BUDGET } from '../../src-shared/domain/budget.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

/** How drafts come about: the trace, what the endpoint reads, what it costs. A real server behind the real adapter. */
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer | null = null
let chen: string

async function open(script: ModelStep[], masking?: Masking): Promise<void> {
  server = script.length > 0 ? await startModelServer(script) : null
  desk = openDesk(gateway, { model: server ? createModel({ baseUrl: server.url, name: 'scripted', key: null, masking }) : null, realTriage: true })
  await desk.connect()
}
beforeEach(() => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
})
afterEach(async () => {
  expect(desk.errors).toEqual([])
  desk.kill()
  await server?.close()
  server = null
})

const traces = (): DraftTrace[] => draftTraces(desk.engine, chen)
const step = <Name extends TraceStep['name']>(trace: DraftTrace | undefined, name: Name) => trace?.steps.find((one): one is StepOf<Name> => one.name === name)
const finished = (seq: number) => expect.poll(() => currentDraft(desk.engine, chen), { timeout: 10_000 }).toMatchObject({ basedOnSeq: seq, state: expect.stringMatching(/ready|none/) as unknown })
/** Waits until the newest trace is over, and gives it. */
async function traceOf(seq: number): Promise<DraftTrace> {
  await finished(seq)
  await expect.poll(() => traces()[0]?.outcome, { timeout: 5000 }).not.toBe('writing')
  return TraceShape.parse(traces()[0])
}

test('TR-6 a trace tells each step with its time: what was read and chosen, what was asked and answered, what the guard said (a draft that nobody can explain)', async () => {
  await open([{ do: 'tool', name: 'get_logistics', json: '{"orderNo":"2188340610072265"}' }, { do: 'tokens', tokens: ['您的包裹到杭州了，', '补您88元。'] }])
  gateway.customerWrites(chen, '我的快递到哪了')
  const trace = await traceOf(1)
  expect(trace.steps.map(({ name }) => name)).toEqual(['understand', 'gather', 'compose', 'guard', 'present'])
  expect(step(trace, 'understand')).toMatchObject({ question: '我的快递到哪了', language: 'zh', topics: [{ label: 'where_is_order' }] })
  expect(step(trace, 'gather')).toMatchObject({ verified: true, orders: 1, order: { no: '2188340610072265', why: 'only' } })
  const compose = step(trace, 'compose')
  expect(compose).toMatchObject({ by: 'scripted', why: 'model', problem: null })
  expect(compose?.rounds.map(({ input, output, estimated }) => ({ input, output, estimated }))).toEqual([{ input: 10, output: 5, estimated: false }, { input: 10, output: 5, estimated: false }])
  expect(compose?.rounds[0]?.tools).toMatchObject([{ name: 'get_logistics', understood: true, args: '{"orderNo":"2188340610072265"}' }])
  expect(compose?.rounds[0]?.tools[0]?.result).toContain('杭州转运中心')
  expect(compose?.rounds.map(({ sent }) => JSON.parse(sent) as unknown)).toEqual(server?.requests.map(({ body }) => body))
  expect(step(trace, 'guard')?.findings.map(({ text }) => text).join()).toContain('88')
  // In their order, and inside the whole. Tenths of milliseconds, whose sums are not exact.
  const times = trace.steps.map(({ at, ms }) => [at, Math.round((at + ms) * 10) / 10])
  expect(times.flat()).toEqual([...times.flat()].sort((a, b) => a - b))
  expect(trace.ms).toBeGreaterThanOrEqual(times.at(-1)?.[1] ?? 0)
})

test('TR-19 the trace names what of the customer was heeded: all that an endpoint was told, of the local draft what shaped it, and nothing of somebody unverified', async () => {
  await open([{ do: 'tokens', tokens: ['在的，您说。'] }])
  gateway.publish({ type: 'customer', customer: { ...customer, level: 'gold', note: '请发文字，不要打电话' }, orders: [orderOnItsWay(gateway.now)] })
  gateway.customerWrites(chen, '会员积分怎么用')
  expect(step(await traceOf(1), 'compose')).toMatchObject({ by: 'scripted', heeded: ['member', 'no-calls'] })
  desk.kill()
  await server?.close()
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  const delivered = { ...orderOnItsWay(gateway.now), status: 'delivered' as const, deliveredAt: gateway.now - 1000 }
  const trouble = { ...delivered, no: '2188340610079999', afterSale: { id: 'a1', kind: 'refund' as const, status: 'paid' as const, amount: delivered.total, requestedAt: gateway.now - 5000 } }
  gateway.publish({ type: 'customer', customer: { ...customer, level: 'gold' }, orders: [delivered, trouble] })
  await open([])
  gateway.customerWrites(chen, '2188340610072265 收到就碎了')
  expect(step(await traceOf(1), 'compose')).toMatchObject({ by: 'local', heeded: ['again'] })
  desk.kill()
  gateway = new MemoryGateway()
  chen = gateway.open('访客', {})
  await open([])
  gateway.customerWrites(chen, '会员积分怎么用')
  expect(step(await traceOf(1), 'compose')?.heeded).toEqual([])
})

test('TR-7 a draft that a newer message abandoned has a trace as far as it came, and its tokens are counted', async () => {
  await open([{ do: 'endless', token: '啊' }, { do: 'tokens', tokens: ['第二个答复'] }])
  gateway.customerWrites(chen, '在吗')
  await expect.poll(() => desk.patches.some(({ kind }) => kind === 'draft-delta'), { timeout: 10_000 }).toBe(true)
  expect(traces()[0]?.outcome).toBe('writing')
  gateway.customerWrites(chen, '我要改地址')
  await traceOf(2)
  const [second, first] = traces()
  expect([second?.outcome, first?.outcome]).toEqual(['ready', 'abandoned'])
  expect(step(first, 'compose')?.rounds[0]).toMatchObject({ estimated: true })
  const cut = step(first, 'compose')?.rounds[0]
  expect(readUsage(desk.engine).usage).toEqual({ requests: 2, input: 10 + (cut?.input ?? 0), output: 5 + (cut?.output ?? 0), estimated: (cut?.input ?? 0) + (cut?.output ?? 0) })
})

test('TR-7 the local drafter leaves a trace that says why it was asked; the newest of a conversation are kept, and none when the log is forgotten', async () => {
  await open([])
  for (let seq = 1; seq <= KEPT_OF_ONE + 2; seq++) {
    gateway.customerWrites(chen, `物流到哪了 ${seq}`)
    expect(step(await traceOf(seq), 'compose')).toMatchObject({ by: 'local', why: 'no-model', rounds: [] })
  }
  expect(traces()).toHaveLength(KEPT_OF_ONE)
  expect(traces()[0]?.basedOnSeq).toBe(KEPT_OF_ONE + 2)
  desk.store.forgetLog()
  expect(traces()).toEqual([])
})

test('TR-8 to an endpoint far away nothing personal leaves: words, facts, arguments and results are placeholders, and the window reads the words (an order number in the logs of a model shop)', async () => {
  await open([
    { do: 'tool', name: 'get_logistics', json: '{"orderNo":"[order-1]"}' },
    { do: 'answer-from-tools', make: (results) => `订单[order-1]，单号${String((results[0] as { logistics: { trackingNo: string } }).logistics.trackingNo)}，会打[phone-1]` },
  ], 'all')
  gateway.customerWrites(chen, '我是陈静，电话13800000001，2188340610072265 到哪了')
  const trace = await traceOf(1)
  const draft = currentDraft(desk.engine, chen)
  expect(draft?.text).toBe('订单2188340610072265，单号73100299881726，会打138****0001')
  expect(desk.patches.flatMap((patch) => (patch.kind === 'draft-delta' ? [patch.text] : [])).join('')).toBe(draft?.text)
  const sent = JSON.stringify(server?.requests.map(({ body }) => body))
  expect(sent).not.toMatch(/陈静|陈\*|13800000001|138\*{4}0001|2188340610072265|73100299881726|文三路/)
  expect(sent).toContain('[tracking-1]')
  // The recipient's number with its stars and the one that the customer wrote are one thing.
  expect(sent).toContain('[phone-1.2]')
  const compose = step(trace, 'compose')
  expect(compose?.masking).toBe('all')
  expect(compose?.marks).toContainEqual({ mark: '[order-1]', kind: 'order', value: '2188340610072265' })
  expect(compose?.rounds.map((round) => round.sent + round.answer + JSON.stringify(round.tools)).join()).not.toMatch(/13800000001|2188340610072265/)
})

test('TR-8 placeholders stay the same from one draft of a conversation to the next, over a restart as well', async () => {
  await open([{ do: 'tokens', tokens: ['好的'] }], 'all')
  gateway.customerWrites(chen, '电话13912345678')
  await traceOf(1)
  const dir = desk.kill()
  desk = openDesk(gateway, { dir, model: createModel({ baseUrl: server?.url ?? '', name: 'scripted', key: null, masking: 'all' }), realTriage: true })
  await desk.connect()
  gateway.customerWrites(chen, '不对，是13712345678，别打13912345678')
  const marks = step(await traceOf(2), 'compose')?.marks.filter(({ value }) => value.startsWith('13')) ?? []
  expect(marks.find(({ value }) => value === '13912345678')?.mark).not.toBe(marks.find(({ value }) => value === '13712345678')?.mark)
  const [before, after] = [traces()[1], traces()[0]].map((trace) => step(trace, 'compose')?.marks.find(({ value }) => value === '13912345678')?.mark)
  expect(after).toBe(before)
})

test('TR-4 a placeholder that the model made up is marked as an error before anybody sends it', async () => {
  await open([{ do: 'tokens', tokens: ['请联系[pho', 'ne-42]。'] }], 'all')
  gateway.customerWrites(chen, '在吗')
  await traceOf(1)
  expect(currentDraft(desk.engine, chen)?.findings).toContainEqual({ kind: 'placeholder', severity: 'error', text: '[phone-42]', start: 3, end: 13 })
})

test('TR-9 a spent budget makes drafts here and says so, at once and without a request; the next day asks again', async () => {
  await open([{ do: 'tokens', tokens: ['好的'] }])
  changeSettings(desk.engine, { budget: { ...NO_BUDGET, tokens: 1000 } })
  desk.store.usage.add(Date.parse('2000-01-01'), { requests: 1, input: 5000, output: 0, estimated: 0 })
  gateway.customerWrites(chen, '物流到哪了')
  expect(await traceOf(1)).toMatchObject({ outcome: 'ready' })
  expect(currentDraft(desk.engine, chen)?.by).toBe('scripted')
  // Another 985 tokens, and the day's thousand are gone.
  const day = readUsage(desk.engine)
  expect(day).toMatchObject({ spent: false, usage: { input: 10, output: 5 } })
  desk.store.usage.add(budgetDay(desk.engine), { requests: 1, input: 985, output: 0, estimated: 0 })
  gateway.customerWrites(chen, '物流呢')
  const trace = await traceOf(2)
  expect(step(trace, 'compose')).toMatchObject({ by: 'local', why: 'budget', rounds: [] })
  expect(currentDraft(desk.engine, chen)).toMatchObject({ by: 'local', problem: 'budget-spent' })
  expect(server?.requests).toHaveLength(1)
  await desk.pass(24 * 3_600_000)
  gateway.customerWrites(chen, '还没到？')
  await traceOf(3)
  expect(currentDraft(desk.engine, chen)?.by).toBe('scripted')
})

test('TR-9 money counts by the prices that were entered, and is no limit without one; an endpoint that does not count is estimated and said so', async () => {
  await open([{ do: 'tokens', tokens: ['好的'], usage: false }])
  changeSettings(desk.engine, { budget: { ...NO_BUDGET, money: 0.000_001 } })
  gateway.customerWrites(chen, '物流到哪了')
  const trace = await traceOf(1)
  expect(step(trace, 'compose')?.rounds[0]).toMatchObject({ estimated: true })
  const { usage, spent } = readUsage(desk.engine)
  expect(usage.estimated).toBe(usage.input + usage.output)
  expect(usage.input).toBeGreaterThan(500)
  expect(spent).toBe(false)
  changeSettings(desk.engine, { budget: { ...NO_BUDGET, money: 0.000_001, priceIn: 2 } })
  expect(readUsage(desk.engine).spent).toBe(true)
  draftAgain(desk.engine, chen)
  await expect.poll(() => currentDraft(desk.engine, chen)?.problem, { timeout: 5000 }).toBe('budget-spent')
})
