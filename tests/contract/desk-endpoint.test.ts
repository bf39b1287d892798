import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Limits } from '../../src-engine/adapters/model/deadline.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import { draftTraces } from '../../src-engine/flows/draft-account.ts'
import { draftAgain } from '../../src-engine/flows/draft-reply.ts'
import { currentDraft } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { hallucination, startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

/** What an endpoint may do to a draft. */
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer
let chen: string

async function open(script: ModelStep[], limits: Partial<Limits> = {}): Promise<void> {
  server = await startModelServer(script)
  desk = openDesk(gateway, { model: createModel({ baseUrl: server.url, name: 'scripted', key: null }, { limits }) })
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
  await server.close()
})

async function finished(seq: number): Promise<Draft> {
  let draft: Draft | null = null
  await expect.poll(() => {
    draft = currentDraft(desk.engine, chen)
    return draft && draft.basedOnSeq === seq ? draft.state : null
  }, { timeout: 15_000 }).toBe('ready')
  return draft as unknown as Draft
}
const streamed = (): string => desk.patches.flatMap((patch) => (patch.kind === 'draft-delta' ? [patch.text] : [])).join('')

test.each<[string, ModelStep, string, Partial<Limits>]>([
  ['cut in mid-stream', { do: 'cut', tokens: ['您的包', '裹已'] }, 'model-cut', {}],
  ['ended politely in mid-stream', { do: 'cut', tokens: ['您的包', '裹已'], politely: true }, 'model-cut', {}],
  ['slow without end', { do: 'tokens', tokens: Array.from({ length: 500 }, () => '慢'), delayMs: 20 }, 'model-slow', { totalMs: 300 }],
  ['an endless stream', { do: 'endless', token: '喂喂喂喂喂喂喂喂' }, 'model-endless', {}],
  ['endless thoughts', { do: 'endless', token: '想一想再想一想', as: 'thought' }, 'model-endless', {}],
  ['an endless tool call', { do: 'endless', token: '{{{{{{{{', as: 'arguments' }, 'model-endless', {}],
  ['a malformed tool call, twice', { do: 'tool', name: 'get_orders', json: '{"orderNo":' }, 'model-failed', {}],
  ['a refusal', { do: 'refusal', text: 'I cannot help with that.' }, 'model-refused', {}],
  ['a web page', { do: 'page' }, 'model-strange', {}],
  ['500', { do: 'status', status: 500 }, 'model-failed', {}],
  ['silence', { do: 'silence' }, 'model-unreachable', { firstTokenMs: 100 }],
])('TR-10 %s: the local draft replaces what had come, says why, and nothing of the half one is left (half a sentence that the agent sends)', async (_name, fault, code, limits) => {
  await open([fault], limits)
  gateway.customerWrites(chen, '物流到哪了')
  const draft = await finished(1)
  expect(draft).toMatchObject({ by: 'local', problem: code })
  expect(draft.text).toContain('杭州')
  for (const half of ['裹已', '慢慢', '喂喂']) expect(draft.text).not.toContain(half)
  // The window is told the whole new draft, under the id of the one that was streaming.
  expect(desk.patches.findLast((patch) => patch.kind === 'draft')).toMatchObject({ draft: { id: draft.id, by: 'local', text: draft.text } })
  await expect.poll(() => draftTraces(desk.engine, chen)[0]?.outcome, { timeout: 5000 }).toBe('ready')
  expect(draftTraces(desk.engine, chen)[0]?.steps.find(({ name }) => name === 'compose')).toMatchObject({ by: 'local', why: 'fault', problem: code })
  expect(desk.engine.live.model).toMatchObject({ health: 'failing', problem: code })
})

test('TR-10 slow tokens are shown as they come, and end as a draft of the model', async () => {
  await open([{ do: 'tokens', tokens: ['您的', '包裹', '在路上'], delayMs: 60 }])
  gateway.customerWrites(chen, '物流到哪了')
  await expect.poll(streamed, { timeout: 5000 }).toBe('您的')
  expect(await finished(1)).toMatchObject({ by: 'scripted', text: '您的包裹在路上', problem: null })
})

test('TR-10 one malformed tool call is told to the model, which may still answer', async () => {
  await open([{ do: 'tool', name: 'get_orders', json: '{"x' }, { do: 'tokens', tokens: ['我查一下'] }])
  gateway.customerWrites(chen, '物流到哪了')
  expect(await finished(1)).toMatchObject({ by: 'scripted', text: '我查一下' })
  await expect.poll(() => draftTraces(desk.engine, chen)[0]?.outcome, { timeout: 5000 }).toBe('ready')
  const compose = draftTraces(desk.engine, chen)[0]?.steps.find(({ name }) => name === 'compose')
  expect(compose).toMatchObject({ rounds: [{ tools: [{ understood: false }] }, { tools: [] }] })
})

test('TR-11 a busy endpoint is left alone for as long as it asked, by later customers and by the wish for another draft; then it is asked again', async () => {
  await open([{ do: 'status', status: 429, headers: { 'retry-after': '90' } }, { do: 'tokens', tokens: ['我来了'] }])
  gateway.customerWrites(chen, '物流到哪了')
  const until = gateway.now + 90_000
  expect(await finished(1)).toMatchObject({ by: 'local', problem: 'model-rate-limited', problemUntil: until })
  await desk.pass(60_000)
  gateway.customerWrites(chen, '快递呢')
  expect(await finished(2)).toMatchObject({ by: 'local', problem: 'model-rate-limited', problemUntil: until })
  draftAgain(desk.engine, chen)
  await desk.idle()
  expect(server.requests).toHaveLength(1)
  await desk.pass(31_000)
  gateway.customerWrites(chen, '喂')
  expect(await finished(3)).toMatchObject({ by: 'scripted', text: '我来了' })
})

test('TR-11 the rest that an endpoint asked for outlives a restart', async () => {
  await open([{ do: 'status', status: 429, headers: { 'retry-after': '3600' } }, { do: 'tokens', tokens: ['太早'] }])
  gateway.customerWrites(chen, '物流到哪了')
  await finished(1)
  const dir = desk.kill()
  desk = openDesk(gateway, { dir, model: createModel({ baseUrl: server.url, name: 'scripted', key: null }) })
  await desk.connect()
  gateway.customerWrites(chen, '快递呢')
  expect(await finished(2)).toMatchObject({ by: 'local', problem: 'model-rate-limited' })
  expect(server.requests).toHaveLength(1)
})

test('TR-10 an amount that the model made up is marked, however it was streamed', async () => {
  await open([hallucination('88元')])
  gateway.customerWrites(chen, '能退多少')
  const draft = await finished(1)
  const found = draft.findings.filter(({ severity }) => severity === 'error')
  expect(found.map(({ start, end }) => [...draft.text].slice(start, end).join('')).join()).toContain('88')
})
