import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { createModel } from '../../src-engine/adapters/model.ts'
import { draftTraces } from '../../src-engine/flows/draft-account.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { currentDraft } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'
import { hallucination, startModelServer, type ModelServer, type ModelStep } from '../support/model-server.ts'

/** The draft as the desk makes it, with a real HTTP server behind the real adapter. */
let gateway: MemoryGateway
let desk: Desk
let server: ModelServer | null = null
let chen: string

const order = (no: string, customerId: string): Order => ({ ...orderOnItsWay(1_790_000_000_000), no, customerId, status: 'paid', logistics: null, shippedAt: null })

async function open(...script: ModelStep[]): Promise<void> {
  server = script.length > 0 ? await startModelServer(script) : null
  desk = openDesk(gateway, { model: server ? createModel({ baseUrl: server.url, name: 'scripted', key: null }) : null })
  await desk.connect()
}
beforeEach(() => {
  gateway = new MemoryGateway()
  chen = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.publish({ type: 'customer', customer, orders: [order('2188340610072265', 'c001')] })
})
afterEach(async () => {
  expect(desk.errors).toEqual([])
  desk.kill()
  await server?.close()
})

async function finished(seq: number): Promise<Draft> {
  for (let i = 0; i < 400; i++) {
    const draft = currentDraft(desk.engine, chen)
    if (draft && draft.state !== 'streaming' && draft.basedOnSeq === seq) return draft
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('no draft came')
}
const deltas = (): string => desk.patches.flatMap((p) => (p.kind === 'draft-delta' ? [p.text] : [])).join('')

test('E-60 the endpoint’s words stream to the window; one row is saved at the end, with who wrote it', async () => {
  await open({ do: 'tokens', tokens: ['您好,', '稍等', '我看一下。'] })
  gateway.customerWrites(chen, '在吗')
  const draft = await finished(1)
  expect(deltas()).toBe('您好,稍等我看一下。')
  expect(draft).toMatchObject({ state: 'ready', by: 'scripted', text: '您好,稍等我看一下。', problem: null })
})

/** A desk whose endpoint says when it is asked, and when it answers. @param afterMs how long that takes it, in milliseconds */
async function openTelling(steps: string[], afterMs = 0): Promise<void> {
  desk = openDesk(gateway, { model: { name: 'scripted', stream: async () => {
    steps.push('asked')
    if (afterMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, afterMs))
      steps.push('answered')
    }
    return { text: '您好', model: 'scripted', usage: null, toolCalls: [] }
  }, check: async () => undefined } })
  await desk.connect()
}

test('BE-15 the request of a draft leaves before autopilot looks at the case and before routing is told (work that nobody waits for, between request and words)', async () => {
  const steps: string[] = []
  await openTelling(steps)
  const { seatId } = desk.engine
  desk.engine.live.colleagues?.set(seatId, { seatId, accountId: 'local', name: '林', state: 'available', conversationId: null, held: 0, capacity: 5, at: 0 })
  const { link } = desk.engine
  const call = link.call.bind(link)
  link.call = ((name: Parameters<typeof call>[0], params: Parameters<typeof call>[1]) => {
    if (name === 'routing.note') steps.push('noted')
    return call(name, params)
  }) as typeof link.call
  const done = desk.engine.store.jobs.done
  desk.engine.store.jobs.done = (kind, ...rest) => {
    if (kind === 'routine') steps.push('considered')
    return done(kind, ...rest)
  }
  gateway.customerWrites(chen, '物流到哪了')
  await finished(1)
  await desk.idle()
  expect(steps[0]).toBe('asked')
  expect(steps).toEqual(expect.arrayContaining(['considered', 'noted']))
})

test('BE-18 after a message nothing looks round before the endpoint was asked (passes over tables, between a draft and its request)', async () => {
  const steps: string[] = []
  await openTelling(steps)
  const { wake } = desk.engine
  desk.engine.wake = (worker) => {
    steps.push(worker)
    wake(worker)
  }
  gateway.customerWrites(chen, '物流到哪了')
  await finished(1)
  await desk.idle()
  expect(steps.slice(0, 2)).toEqual(['drafts', 'asked'])
  expect(steps).toEqual(expect.arrayContaining(['routine', 'understood', 'workflows', 'outbox', 'wakeups']))
})

test('BE-18 while a draft is being asked for, neither what time alone moves nor the runs of workflows are looked through (passes over tables, between request and words)', async () => {
  const steps: string[] = []
  await openTelling(steps, 5)
  const { conversations, workflowRuns } = desk.engine.store
  const [ended, runs] = [conversations.snoozeEnded.bind(conversations), workflowRuns.open.bind(workflowRuns)]
  conversations.snoozeEnded = (...all) => { steps.push('snoozes'); return ended(...all) }
  workflowRuns.open = () => { steps.push('runs'); return runs() }
  gateway.customerWrites(chen, '物流到哪了')
  await finished(1)
  await desk.idle()
  expect(steps.slice(0, 2)).toEqual(['asked', 'answered'])
  expect(steps).toEqual(expect.arrayContaining(['snoozes', 'runs']))
})

test('E-61 a newer message abandons the draft being written and closes its line; the new one answers everything', async () => {
  await open({ do: 'endless', token: '啊' }, { do: 'tokens', tokens: ['第二个答复'] })
  gateway.customerWrites(chen, '在吗')
  for (let i = 0; i < 200 && deltas() === ''; i++) await new Promise((resolve) => setTimeout(resolve, 10))
  gateway.customerWrites(chen, '我要改地址')
  const draft = await finished(2)
  expect(draft.text).toBe('第二个答复')
  for (let i = 0; i < 200 && !server?.requests[0]?.aborted; i++) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(server?.requests[0]?.aborted).toBe(true)
})

test.each<[string, ModelStep]>([
  ['500', { do: 'status', status: 500 }],
  ['401', { do: 'status', status: 401 }],
  ['a line torn in mid-stream', { do: 'cut', tokens: ['半句'] }],
])('E-62 an endpoint that fails (%s) leaves the agent with a local draft that says so, and the desk with the truth', async (_name, step) => {
  await open(step)
  gateway.customerWrites(chen, '物流到哪了')
  const draft = await finished(1)
  expect(draft.by).toBe('local')
  expect(draft.problem).toMatch(/^model-/)
  expect(draft.text).not.toContain('半句')
  expect(desk.engine.live.model.health).toBe('failing')
})

test('E-63 the model asks for orders by a tool and gets this customer’s alone, whatever number it names', async () => {
  gateway.publish({ type: 'customer', customer: { ...customer, id: 'c002', name: '别人' }, orders: [order('2188340699999999', 'c002')] })
  await open(
    { do: 'tool', name: 'get_logistics', json: '{"orderNo":"2188340699999999"}' },
    { do: 'tool', name: 'get_orders', json: '{}' },
    { do: 'answer-from-tools', make: (results) => `看到:${JSON.stringify(results)}` },
  )
  gateway.customerWrites(chen, '帮我查 2188340699999999')
  const draft = await finished(1)
  expect(draft.text).toContain('not found')
  expect(draft.text).toContain('2188340610072265')
  const sent = JSON.stringify(server?.requests.map((r) => r.body))
  expect(sent).not.toContain('别人')
  expect(sent).not.toContain('文三路')
  expect(sent).not.toContain('13800000001')
})

test('D-20 a model that writes at length leaves three bubbles at most; what is too long for them is marked, and nothing is left out (a wall of words was offered as it came)', async () => {
  const paragraphs = ['您好。', '我看了您的情况。', '这里先说明一下。', '耳机可以先充一次电再试。', '充好以后长按三秒。', '有问题再找我。']
  const wall = '这个问题说来话长需要一步一步来看清楚每一处的情况'.repeat(5)
  await open({ do: 'tokens', tokens: paragraphs.map((one) => `${one}\n\n`) }, { do: 'tokens', tokens: [wall] })
  gateway.customerWrites(chen, '耳机充不进电怎么办')
  const short = await finished(1)
  expect(short.text.split('\n\n').length).toBeLessThanOrEqual(3)
  expect(short.text.replace(/\s/g, '')).toBe(paragraphs.join(''))
  expect(short.findings.filter(({ kind }) => kind === 'tone-long')).toEqual([])
  gateway.customerWrites(chen, '那到底怎么弄')
  const long = await finished(2)
  expect(long.text.replace(/\s/g, '')).toBe(wall)
  expect(long.findings).toContainEqual(expect.objectContaining({ kind: 'tone-long', severity: 'info' }))
})

test('D-21 a sentence that the same customer read in another conversation is not written again; another customer\'s conversation counts for nothing (only this conversation was looked at)', async () => {
  await open({ do: 'tokens', tokens: ['退货地址已经发到您的手机。', '七天内寄出就可以。'] })
  const say = async (to: string, words: string): Promise<void> => {
    gateway.customerWrites(to, '在吗')
    await desk.idle()
    sendReply(desk.engine, { id: v7(), conversationId: to, text: words, attachments: [], basedOnSeq: 1, draftId: null }, '小林')
    await desk.idle()
  }
  await say(gateway.open('陈静', { customerId: 'c001', verification: 'channel' }), '退货地址已经发到您的手机。')
  await say(gateway.open('别人', { customerId: 'c002', verification: 'channel' }), '七天内寄出就可以。')
  gateway.customerWrites(chen, '退货怎么寄')
  expect((await finished(1)).text).toBe('七天内寄出就可以。')
})

test('D-23 the endpoint reads what is still promised, the last contact, the goods and the policy\'s limit, all of it masked, and the trace says that it was read (a promise made yesterday was made again with another day)', async () => {
  gateway.publish({ type: 'policy', policy: { id: 'default', version: 1, intents: {}, alwaysPerson: { topics: [], marks: [], acts: [] }, guard: { compensationCap: 20, currency: 'CNY' } } })
  server = await startModelServer([{ do: 'tokens', tokens: ['您好，我看一下。'] }])
  desk = openDesk(gateway, { model: createModel({ baseUrl: server.url, name: 'scripted', key: null, masking: 'all' }) })
  await desk.connect()
  const earlier = gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
  gateway.customerWrites(earlier, '我是陈静，退货地址写到13800000001这个手机')
  await desk.idle()
  sendReply(desk.engine, { id: v7(), conversationId: earlier, text: '好的，明天18:00前给您回电。', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
  await desk.idle()
  gateway.customerWrites(chen, '在吗')
  await finished(1)
  const sent = server?.requests.map(({ body }) => JSON.stringify(body)).findLast((body) => body.includes('在吗')) ?? ''
  expect(sent).toContain('Last contact')
  expect(sent).toContain('Still promised')
  expect(sent).toContain('明天18:00前给您回电')
  expect(sent).toContain('goodwill of at most')
  expect(sent).not.toMatch(/13800000001|陈静|138\*/)
  const gathered = draftTraces(desk.engine, chen)[0]?.steps.find(({ name }) => name === 'gather')
  expect(gathered).toMatchObject({ remembered: { conversations: 1, promised: 1 }, allowed: { goodwill: { amount: 2_000, currency: 'CNY' }, refund: null } })
})

test('E-64 an amount that no fact holds is marked before the agent can take it for true', async () => {
  await open(hallucination('88元'))
  gateway.customerWrites(chen, '能退多少')
  const draft = await finished(1)
  expect(draft.findings.filter((f) => f.severity === 'error').map((f) => f.text).join()).toContain('88')
})

test('E-65 without an endpoint the local drafter answers, and knows nothing of an unverified customer’s orders', async () => {
  await open()
  const stranger = gateway.open('访客')
  gateway.customerWrites(stranger, '物流到哪了 2188340610072265')
  await desk.idle()
  const draft = currentDraft(desk.engine, stranger)
  expect(draft).toMatchObject({ by: 'local', state: 'ready' })
  expect(draft?.text).not.toMatch(/耳机|杭州|129/)
})

test('E-66 a draft that was being written when the engine was killed is written by the next one', async () => {
  await open({ do: 'silence' })
  gateway.customerWrites(chen, '物流到哪了')
  await desk.idle()
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  await desk.connect()
  expect((await finished(1)).by).toBe('local')
})
