import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createModel } from '../../src-engine/adapters/model.ts'
import { controlDemo, hearDemo, learnDemo } from '../../src-engine/flows/control-demo.ts'
import { deskState } from '../../src-engine/flows/inbox.ts'
import { setModelDown } from '../../src-engine/flows/model-drill.ts'
import { modelChosen } from '../../src-engine/flows/model-health.ts'
import { cutNetwork, mendNetwork } from '../../src-engine/flows/network-drill.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { currentDraft, readThread } from '../../src-engine/flows/thread.ts'
import type { DemoState } from '../../src-shared/domain/demo-play.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'

const PLAYED: DemoState = { playing: true, speed: 10, at: 38_700, asOf: 0, started: 1, total: 40 }
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer | null = null
let chen: string

async function open({ demo = true, model = [] }: { demo?: boolean; model?: ModelStep[] } = {}): Promise<void> {
  gateway.demo = demo ? PLAYED : null
  server = model.length > 0 ? await startModelServer(model) : null
  desk = openDesk(gateway, { model: server ? createModel({ baseUrl: server.url, name: 'scripted', key: null }) : null })
  await desk.connect()
}
beforeEach(() => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静')
})
afterEach(async () => {
  expect(desk.errors).toEqual([])
  desk.kill()
  await server?.close()
  server = null
})

const state = () => deskState(desk.engine)
/** The refusal's code; what is not refused fails the test. */
async function refusal(work: () => unknown): Promise<unknown> {
  try {
    await work()
  } catch (thrown) {
    return (thrown as { code?: unknown }).code
  }
  throw new Error('it was not refused')
}
const reply = (text: string, basedOnSeq: number) => sendReply(desk.engine, { id: v7(), conversationId: chen, text, attachments: [], basedOnSeq, draftId: null }, '小雅')
const deliveries = () => readThread(desk.engine, chen, null, 50).messages.filter((m) => m.author.kind === 'agent').map((m) => [m.text, m.delivery, m.holdReason])

test('Y-9 the desk tells how the demo stands, as the gateway says at the catch-up, by push and in answer to a wish, the newest of them: a clock that stays at its first time', async () => {
  await open()
  expect(state().demo).toEqual(PLAYED)
  hearDemo(desk.engine, { ...PLAYED, started: 2 })
  expect(desk.patches.at(-1)).toMatchObject({ kind: 'desk', state: { demo: { started: 2 } } })
  await learnDemo(desk.engine, async () => {
    hearDemo(desk.engine, { ...PLAYED, started: 3 })
    return PLAYED
  })
  expect(state().demo?.started).toBe(3)
  await controlDemo(desk.engine, { action: 'pause' })
  expect(state().demo?.playing).toBe(false)
  desk.cut()
  expect(await refusal(() => controlDemo(desk.engine, { action: 'resume' }))).toBe('demo-offline')
})

test('Y-10 at a gateway without a demo there is nothing to control and no drill to begin: a real desk that an agent cuts off for fun', async () => {
  await open({ demo: false, model: [{ do: 'tokens', tokens: ['好'] }] })
  expect(state()).toMatchObject({ demo: null, drill: { network: null, model: false } })
  expect(await refusal(() => controlDemo(desk.engine, { action: 'pause' }))).toBe('no-demo')
  expect(await refusal(() => cutNetwork(desk.engine, 20))).toBe('no-demo')
  expect(await refusal(() => setModelDown(desk.engine, true))).toBe('no-demo')
  expect(state()).toMatchObject({ link: { state: 'live' }, drill: { network: null, model: false } })
})

test('Y-11 the cut of the drill is a real one: replies wait, what the customer wrote meanwhile is caught up and holds them, and it ends by itself after 20 s', async () => {
  await open()
  gateway.customerWrites(chen, '在吗')
  await desk.idle()
  cutNetwork(desk.engine, 20)
  expect(state()).toMatchObject({ link: { state: 'offline' }, drill: { network: { until: desk.engine.clock.now() + 20_000 } } })
  reply('在的', 1)
  await desk.idle()
  expect([deliveries(), state().waiting]).toEqual([[['在的', 'queued', null]], 1])
  gateway.customerWrites(chen, '算了我要退货')
  await desk.pass(18_000)
  expect(state().link.state).toBe('offline')
  await desk.pass(2_000)
  await vi.waitFor(() => expect(state()).toMatchObject({ link: { state: 'live' }, drill: { network: null } }))
  await desk.idle()
  expect(deliveries()).toEqual([['在的', 'held', 'newer-message']])
})

test('Y-12 a cut that lasts until it is put back is not ended by the clock of an earlier one, and putting back twice is nothing', async () => {
  await open()
  cutNetwork(desk.engine, 20)
  cutNetwork(desk.engine, null)
  await desk.pass(60_000)
  expect(state()).toMatchObject({ link: { state: 'offline' }, drill: { network: { until: null } } })
  mendNetwork(desk.engine)
  mendNetwork(desk.engine)
  await vi.waitFor(() => expect(state()).toMatchObject({ link: { state: 'live' }, drill: { network: null } }))
})

test('Y-13 while the model is down it is asked nothing, the top line says failing at once and drafts are local and say why; back, the next draft is the model’s', async () => {
  await open({ model: [{ do: 'tokens', tokens: ['模型', '的话'] }] })
  setModelDown(desk.engine, true)
  expect(desk.patches.at(-1)).toMatchObject({ kind: 'desk', state: { drill: { model: true }, model: { name: 'scripted', health: 'failing', problem: 'model-unreachable' } } })
  gateway.customerWrites(chen, '你好')
  await drafted(1)
  expect(currentDraft(desk.engine, chen)).toMatchObject({ by: 'local', problem: 'model-unreachable' })
  expect(server?.requests).toHaveLength(0)
  setModelDown(desk.engine, false)
  expect(state()).toMatchObject({ drill: { model: false }, model: { health: 'untried', problem: null } })
  gateway.customerWrites(chen, '在吗')
  await drafted(2)
  expect(currentDraft(desk.engine, chen)).toMatchObject({ by: 'scripted', text: '模型的话' })
  expect(state().model.health).toBe('ok')
})

test('Y-14 a draft that the model is just writing is made anew by the local drafter: words of a model that is gone', async () => {
  await open({ model: [{ do: 'endless', token: '啊' }] })
  gateway.customerWrites(chen, '你好')
  for (let i = 0; i < 400 && !desk.patches.some((p) => p.kind === 'draft-delta'); i++) await new Promise((resolve) => setTimeout(resolve, 10))
  setModelDown(desk.engine, true)
  await drafted(1)
  expect(currentDraft(desk.engine, chen)).toMatchObject({ by: 'local', problem: 'model-unreachable' })
})

test('Y-15 without a model there is none to take away, and a model that is taken away ends its drill: a mark that nobody can take off', async () => {
  await open()
  expect(await refusal(() => setModelDown(desk.engine, true))).toBe('no-model')
  desk.engine.live.drill.model = true
  modelChosen(desk.engine, 'another')
  expect(state()).toMatchObject({ drill: { model: true }, model: { health: 'failing' } })
  modelChosen(desk.engine, null)
  expect(state()).toMatchObject({ drill: { model: false }, model: { name: null, health: 'none' } })
})

async function drafted(seq: number): Promise<void> {
  for (let i = 0; i < 400; i++) {
    const draft = currentDraft(desk.engine, chen)
    if (draft && draft.state !== 'streaming' && draft.basedOnSeq === seq) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('no draft came')
}
