import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '../../src-shared/errors.ts'
import type { Change } from '../../src-shared/wire/protocol.ts'
import type { SeatCall } from '../../src-shared/wire/seat.ts'
import { openResources } from '../../src-engine/adapters/resources.ts'
import { openTriage } from '../../src-engine/open-triage.ts'
import { pullMissed } from '../../src-engine/flows/catch-up.ts'
import { pauseAutopilot } from '../../src-engine/flows/pause-autopilot.ts'
import { sendReply, takeBackReply } from '../../src-engine/flows/send-reply.ts'
import { setStatus } from '../../src-engine/flows/set-status.ts'
import { changeSettings } from '../../src-engine/flows/settings.ts'
import { stopRun } from '../../src-engine/flows/stop-run.ts'
import { readThread } from '../../src-engine/flows/thread.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay, undoPolicy } from '../support/shop.ts'

let gateway: MemoryGateway
let desk: Desk
beforeEach(async () => {
  gateway = new MemoryGateway()
  gateway.publish({ type: 'policy', policy: undoPolicy(60) })
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => { desk.kill() })

const texts = (id: string): string[] => gateway.thread(id).map((m) => m.text)
function reply(conversationId: string, text: string, basedOnSeq = 1): string {
  const id = v7()
  sendReply(desk.engine, { id, conversationId, text, attachments: [], basedOnSeq, draftId: null }, '小林')
  return id
}
/** Holds the given calls on the line until `open()`. */
function gate(which: (call: SeatCall, params: unknown) => boolean): { waiting: () => Promise<void>; open(): void } {
  const inner = desk.engine.link.call
  let open = (): void => undefined
  let arrived = (): void => undefined
  const opened = new Promise<void>((resolve) => { open = resolve })
  const waiting = new Promise<void>((resolve) => { arrived = resolve })
  desk.engine.link.call = async (call, params) => {
    if (which(call, params)) {
      arrived()
      await opened
    }
    return inner(call, params)
  }
  return { waiting: () => waiting, open }
}
function verified(): string {
  gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
  return gateway.open('陈静', { customerId: 'c001', verification: 'channel' })
}
const automatic = (id: string): string[] => gateway.thread(id).filter((m) => m.author.kind === 'autopilot').map((m) => m.text)

describe('taken back', () => {
  test('E-30 a reply taken back while an earlier one is on the line does not leave (the worker acts on a list read before)', async () => {
    const a = gateway.open('A')
    const b = gateway.open('B')
    gateway.customerWrites(a, 'hello')
    gateway.customerWrites(b, 'hello')
    await desk.idle()
    const line = gate((call, params) => call === 'send' && (params as { conversationId: string }).conversationId === a)
    desk.cut()
    reply(a, 'to A')
    const second = reply(b, 'wrong words to B')
    const connected = desk.connect()
    await line.waiting()
    expect(takeBackReply(desk.engine, second).text).toBe('wrong words to B')
    line.open()
    await connected
    expect(texts(b)).toEqual(['hello'])
  })

  test('E-31 a reply whose acknowledgement was lost is not given back as if unsent: corrected and sent again it stands there once', async () => {
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello')
    await desk.idle()
    // The gateway wrote it, then the line broke: neither the acknowledgement nor the event came back.
    const onEvents = gateway.onEvents
    gateway.onEvents = () => undefined
    gateway.fault = () => 'lost-answer'
    const id = reply(a, 'your refund is 100')
    await desk.idle()
    desk.cut()
    gateway.onEvents = onEvents
    gateway.fault = () => 'none'
    let refused = false
    try {
      takeBackReply(desk.engine, id)
    } catch { refused = true }
    if (!refused) reply(a, 'your refund is 10')
    await desk.connect()
    await desk.pass(5_000)
    expect(gateway.thread(a).filter((m) => m.author.kind === 'agent')).toHaveLength(1)
  })

  test('E-32 what is taken back over typed words can still be saved', async () => {
    const { CALLS } = await import('../../src-shared/contract/calls.ts')
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello')
    await desk.idle()
    desk.cut()
    const id = reply(a, 'x'.repeat(3000))
    desk.store.unsent.set(a, 'y'.repeat(2000))
    takeBackReply(desk.engine, id)
    const { unsent } = readThread(desk.engine, a, null, 10)
    expect(CALLS['unsent.save'].params.safeParse({ conversationId: a, text: unsent }).success).toBe(true)
  })
})

describe('autopilot', () => {
  test('E-33 undone by a person while the lease is being asked for: it never leaves', async () => {
    const chen = verified()
    gateway.customerWrites(chen, '我的快递到哪了')
    await desk.idle()
    expect(desk.store.runs.latest(chen)?.state).toBe('undo')
    desk.engine.live.leases.clear()
    const line = gate((call) => call === 'lease')
    const passing = desk.pass(61_000)
    await line.waiting()
    const undone = stopRun(desk.engine, chen, 'undone', 'by-person')
    expect(undone?.state).toBe('undone')
    line.open()
    await passing
    await desk.idle()
    expect(automatic(chen)).toEqual([])
  })

  test('E-33 undone by a person while the send is on the line: either it never leaves, or the person is not told that it was stopped', async () => {
    const chen = verified()
    gateway.customerWrites(chen, '我的快递到哪了')
    await desk.idle()
    const line = gate((call) => call === 'send')
    const passing = desk.pass(61_000)
    await line.waiting()
    const undone = stopRun(desk.engine, chen, 'undone', 'by-person')
    line.open()
    await passing
    await desk.idle()
    expect({ toldStopped: undone !== null, left: automatic(chen).length }).not.toEqual({ toldStopped: true, left: 1 })
  })

  test('E-34 the kill switch pressed while the lease is being asked for: it never leaves', async () => {
    const chen = verified()
    gateway.customerWrites(chen, '我的快递到哪了')
    await desk.idle()
    desk.engine.live.leases.clear()
    const line = gate((call) => call === 'lease')
    const passing = desk.pass(61_000)
    await line.waiting()
    pauseAutopilot(desk.engine, true)
    line.open()
    await passing
    await desk.idle()
    expect(automatic(chen)).toEqual([])
  })

  test('E-35 a resume pressed offline does not lift a kill switch that was pressed at the gateway since', async () => {
    pauseAutopilot(desk.engine, true)
    await desk.idle()
    desk.cut()
    pauseAutopilot(desk.engine, false)
    gateway.online = true
    gateway.onEvents = () => undefined
    // The supervisor at another desk: lifts it and, an hour later, presses it again.
    await gateway.call('pauseAutopilot', { paused: false })
    gateway.now += 3_600_000
    await gateway.call('pauseAutopilot', { paused: true })
    await desk.connect()
    const last = gateway.events.map((e) => e.change).findLast((c) => c.type === 'autopilot')
    expect(last).toMatchObject({ paused: true })
    expect(desk.store.settings.read('autopilot-paused', false)).toBe(true)
  })

  test('E-36 order facts that changed within the undo window are not sent as they were', async () => {
    const chen = verified()
    gateway.customerWrites(chen, '我的快递到哪了')
    await desk.idle()
    expect(desk.store.runs.latest(chen)?.state).toBe('undo')
    const lost = orderOnItsWay(gateway.now)
    gateway.publish({ type: 'customer', customer, orders: [{ ...lost, logistics: lost.logistics && { ...lost.logistics, status: 'lost' } }] })
    await desk.idle()
    await desk.pass(61_000)
    expect(automatic(chen)).toEqual([])
  })

  const real = openTriage(openResources(new URL('../../resources', import.meta.url).pathname))
  test.each([
    ['a threat', '你们再不处理我就打12315投诉'],
    ['a refund', '我要退款,质量有问题'],
    ['a wish for a person', '转人工'],
    ['no delivery', '显示签收了但我没收到货'],
  ])('E-37 %s in the bubble before is not answered over by an automatic "where is it"', async (_name, before) => {
    desk.engine.triage = real
    const chen = verified()
    gateway.customerWrites(chen, before)
    await desk.idle()
    gateway.customerWrites(chen, '我的快递到哪了')
    await desk.idle()
    await desk.pass(61_000)
    expect({ automatic: automatic(chen).length, waiting: desk.store.conversations.get(chen)?.waitingSince !== null }).toEqual({ automatic: 0, waiting: true })
  })
})

describe('the line', () => {
  test('E-38 one reply that the gateway cannot take now holds up nobody else', async () => {
    const a = gateway.open('A')
    const b = gateway.open('B')
    gateway.customerWrites(a, 'hello')
    gateway.customerWrites(b, 'hello')
    await desk.idle()
    const inner = desk.engine.link.call
    desk.engine.link.call = async (call, params) => {
      if (call === 'send' && (params as { conversationId: string }).conversationId === a) {
        throw new AppError({ code: 'attachment-missing', retryable: true, say: { zh: '', en: '' } })
      }
      return inner(call, params)
    }
    reply(a, 'to A')
    reply(b, 'to B')
    await desk.idle()
    for (let i = 0; i < 20; i++) await desk.pass(5_000)
    expect(texts(b)).toEqual(['hello', 'to B'])
  })

  test('E-39 a large gap pulled while live ends live, and drafts go on', async () => {
    const a = gateway.open('A')
    await desk.idle()
    gateway.onEvents = () => undefined
    for (let i = 0; i < 600; i++) gateway.customerWrites(a, `line ${i}`)
    await pullMissed(desk.engine)
    await desk.idle()
    expect(desk.engine.live.caughtUp).toBe(true)
    expect(desk.engine.live.link.state).toBe('live')
    expect(desk.store.jobs.get('draft', a)).toBeNull()
  })

  test('E-40 a gateway restored from a backup (same log, shorter): what customers write from then on is shown', async () => {
    const a = gateway.open('A')
    gateway.customerWrites(a, 'one')
    gateway.customerWrites(a, 'two, lost with the disk')
    await desk.idle()
    desk.cut()
    // The backup: the log without its last entry.
    const restored = new MemoryGateway()
    Object.assign(restored, { logId: gateway.logId, now: gateway.now })
    const kept = gateway.events.slice(0, -1).map((e) => e.change)
    const calls = desk.engine.link.call
    desk.engine.link.call = (call, params) => restored.call(call, params)
    for (const change of kept) restored.publish(change as Change)
    const newer = { ...gateway.thread(a)[1], id: v7(), text: 'where is my parcel?' }
    await desk.connect()
    restored.publish({ type: 'message', message: newer as never })
    await pullMissed(desk.engine)
    desk.engine.link.call = calls
    expect(readThread(desk.engine, a, null, 10).messages.map((m) => m.text)).toContain('where is my parcel?')
  })

  test('E-41 reply, resolve, reopen, all offline: the last wish holds', async () => {
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello')
    await desk.idle()
    desk.cut()
    reply(a, 'done')
    setStatus(desk.engine, a, 'resolved')
    setStatus(desk.engine, a, 'open')
    await desk.connect()
    await desk.pass(5_000)
    const last = gateway.events.map((e) => e.change).findLast((c) => c.type === 'conversation')
    expect(last?.type === 'conversation' && last.conversation.status).toBe('open')
  })

  test('E-47 the same send asked twice does not open a conversation that was resolved in between', async () => {
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello')
    await desk.idle()
    const id = v7()
    const again = (): void => sendReply(desk.engine, { id, conversationId: a, text: 'done', attachments: [], basedOnSeq: 1, draftId: null }, '小林')
    again()
    await desk.idle()
    setStatus(desk.engine, a, 'resolved')
    await desk.idle()
    again()
    await desk.idle()
    expect(desk.store.conversations.get(a)?.conversation.status).toBe('resolved')
  })

  test('E-42 a held reply of a conversation that the new log does not know can be reached by a person', async () => {
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello')
    await desk.idle()
    desk.cut()
    reply(a, 'an hour of work')
    desk.store.unsent.set(a, 'and more words')
    const other = new MemoryGateway()
    other.open('B')
    desk.engine.link.call = (call, params) => other.call(call, params)
    await desk.connect()
    expect(desk.store.outbox.count().held).toBe(1)
    expect(() => readThread(desk.engine, a, null, 10)).not.toThrow()
  })
})

describe('drafts', () => {
  test('E-43 verified by the form after the question: the draft is made anew with the facts', async () => {
    const id = gateway.open('Visitor')
    gateway.customerWrites(id, '我的快递到哪了')
    await desk.idle()
    const before = desk.store.drafts.latest(id)
    // As the gateway writes it (src-gateway/identity.ts bindCustomer): customer, then conversation.
    gateway.publish({ type: 'customer', customer, orders: [orderOnItsWay(gateway.now)] })
    const conversation = { ...(desk.store.conversations.get(id)?.conversation as never as object), customerId: 'c001', verification: 'order-and-phone' }
    gateway.publish({ type: 'conversation', conversation: conversation as never })
    await desk.idle()
    const after = desk.store.drafts.latest(id)
    expect(after?.id).not.toBe(before?.id)
    expect(after?.text).toContain('杭州')
  })

  test('E-44 a draft still streaming when the person has answered is not offered afterwards', async () => {
    desk.kill()
    let started = false
    let finish = (): void => undefined
    const wait = new Promise<void>((resolve) => { finish = resolve })
    desk = openDesk(gateway, { model: { name: 'm', check: async () => undefined, stream: async () => { started = true; await wait; return { text: 'model words', model: 'm', usage: null, toolCalls: [] } } } })
    gateway.online = true
    const connecting = desk.connect()
    const a = gateway.open('A')
    gateway.customerWrites(a, 'hello there')
    await expect.poll(() => started, { timeout: 5000 }).toBe(true)
    reply(a, 'my own words')
    await new Promise((resolve) => setTimeout(resolve, 50))
    finish()
    await connecting
    await desk.idle()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(texts(a)).toContain('my own words')
    const last = desk.patches.findLast((p) => p.kind === 'draft' && p.conversationId === a)
    expect(last).toMatchObject({ draft: null })
  })
})

test('E-48 a backlog of drafts leaves the event loop its turns: else the line, the windows and the heartbeat stand still until all are made', async () => {
  for (let i = 0; i < 200; i++) gateway.customerWrites(gateway.open(`V${i}`), '我的快递到哪了')
  gateway.online = false
  desk.kill()
  gateway = Object.assign(gateway, { online: true })
  desk = openDesk(gateway)
  let turns = 0
  let done = false
  const turn = (): void => {
    turns += 1
    if (!done) setImmediate(turn)
  }
  setImmediate(turn)
  await desk.connect()
  done = true
  expect(desk.store.drafts.count()).toBe(200)
  expect(turns).toBeGreaterThan(20)
})

test('E-45 a new model address does not get the key that was stored for another host', () => {
  changeSettings(desk.engine, { model: { baseUrl: 'https://api.provider.example/v1', name: 'm', key: 'sk-secret' } })
  changeSettings(desk.engine, { model: { baseUrl: 'http://attacker.example/v1', name: 'm' } })
  expect(desk.store.settings.read<{ key: string | null } | null>('model', null)?.key).toBeNull()
})

test('E-46 the log\'s description of an error holds none of its text, however many lines that has', async () => {
  const { describe: inLog } = await import('../../src-engine/adapters/log.ts')
  expect(JSON.stringify(inLog(new Error('bad value\n我的手机号是13800000001')))).not.toContain('13800000001')
})
