import { v7 } from 'uuid'
import { afterEach, expect, test } from 'vitest'
import { DemoState } from '../../src-shared/domain/demo-play.ts'
import type { DemoConversation } from '../../src-shared/domain/demo-shop.ts'
import { eventually, openSite, type Seat, type Site } from './gateway-harness.ts'

let site: Site
afterEach(() => site.remove())

const script = (id: string, steps: DemoConversation['steps'], changes: Partial<DemoConversation> = {}): DemoConversation =>
  ({ id, customerId: 'c001', displayName: `Customer ${id}`, kind: 'routine', angry: false, steps, ...changes })
const DAY = [
  script('d01', [{ text: 'morning', at: 10 }, { text: 'morning goes on', at: 40 }]), script('d02', [{ text: 'noon', at: 10_800 }]),
  script('d03', [{ text: 'peak', at: 38_700 }]), script('d04', [{ text: 'furious!!', at: 39_000 }], { kind: 'angry', angry: true }),
]

async function playing(demoFrom = 0): Promise<Seat> {
  site = await openSite({ conversations: DAY, demoSpeed: 1, demoFrom })
  return enter()
}

/** A live seat. Any wish is answered only when the demo runs: from then on the test's clock is the demo's. */
async function enter(): Promise<Seat> {
  const seat = await site.seat()
  await seat.call('live', {})
  await seat.call('demo', { action: 'resume' })
  return seat
}

const texts = async (seat: Seat): Promise<string[]> =>
  (await seat.call('pull', { after: 0, limit: 1000 })).events.flatMap(({ change }) => (change.type === 'message' ? [change.message.text] : []))
const demoOf = async (seat: Seat) => DemoState.parse((await seat.call('live', {})).demo)

test('Y-5 a gateway without a demo tells null, and answers its control not-found: a real shop with a toy in its top line', async () => {
  site = await openSite()
  const seat = await site.seat()
  expect((await seat.call('live', {})).demo).toBeNull()
  expect(await seat.ask('demo', { action: 'pause' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
})

test('Y-6 paused, the demo’s time and customers stand still and real customers do not; resumed it goes on where it stood', async () => {
  const seat = await playing()
  expect(await seat.call('demo', { action: 'pause' })).toMatchObject({ playing: false, at: 0, started: 0, total: 4 })
  site.clock.advance(3_600_000)
  expect((await demoOf(seat)).at).toBe(0)
  const customer = await site.visitor()
  await customer.say('a real question')
  await seat.heard('a real question')
  expect(await texts(seat)).toEqual(['a real question'])
  await seat.call('demo', { action: 'resume' })
  site.clock.advance(10_000)
  await seat.heard('morning')
})

test('Y-7 a speed holds from now on and is told to every desk with the time it holds from: a clock that jumps when the speed changes', async () => {
  const seat = await playing()
  const other = await site.seat({ seatId: 'seat-2' })
  await other.call('live', {})
  site.clock.advance(4000)
  expect(await seat.call('demo', { action: 'speed', speed: 60 })).toMatchObject({ speed: 60, at: 4, asOf: site.clock.now() })
  site.clock.advance(100)
  await seat.heard('morning')
  expect(await demoOf(seat)).toMatchObject({ at: 10, speed: 60, started: 1 })
  await eventually(() => { expect(other.demo.at(-1)).toMatchObject({ speed: 60, started: 1, total: 4 }) })
  expect(await seat.ask('demo', { action: 'speed', speed: 0 })).toMatchObject({ ok: false, error: { code: 'bad-request' } })
})

test('Y-8 a jump skips whoever’s time has passed and lets the running go on at their own pace, also over a restart: noon’s customers at the peak', async () => {
  let seat = await playing()
  site.clock.advance(10_000)
  await seat.heard('morning')
  expect(await seat.call('demo', { action: 'jump', to: 38_700 })).toMatchObject({ at: 38_700, playing: true })
  await seat.heard('peak')
  expect(await texts(seat)).toEqual(['morning', 'peak'])
  site.clock.advance(29_000)
  await seat.call('demo', { action: 'pause' })
  await site.restart()
  seat = await enter()
  expect(await demoOf(seat)).toMatchObject({ at: 38_729, playing: true, started: 2 })
  site.clock.advance(1000)
  await seat.heard('morning goes on')
  expect(await texts(seat)).toEqual(['morning', 'peak', 'morning goes on'])
})

test('Y-2 after a jump back the day’s customers come again as new conversations: a demonstration that can be given once', async () => {
  const seat = await playing(38_700)
  const first = await seat.heard('peak')
  await seat.call('demo', { action: 'jump', to: 38_699 })
  site.clock.advance(1000)
  await eventually(async () => { expect(await texts(seat)).toEqual(['peak', 'peak']) })
  const again = seat.events.flatMap(({ change }) => (change.type === 'message' ? [change.message] : [])).at(-1)
  expect([again?.seq, again?.conversationId === first.conversationId]).toEqual([1, false])
})

test('Y-2 set back, the day brings again whom a desk has resolved, and not whom it still has to answer: a demonstration of an empty queue', async () => {
  const asking = (id: string, text: string) => script(id, [{ text, at: 38_700 }, { text: 'thanks', afterReply: 5 }])
  site = await openSite({ conversations: [asking('d01', 'resolved'), asking('d02', 'open')], demoSpeed: 1, demoFrom: 38_700 })
  const seat = await enter()
  const { conversationId } = await seat.heard('resolved')
  await seat.heard('open')
  await seat.call('status', { id: v7(), conversationId, status: 'resolved' })
  await seat.call('demo', { action: 'jump', to: 38_699 })
  site.clock.advance(1000)
  await seat.call('demo', { action: 'pause' })
  expect((await texts(seat)).toSorted()).toEqual(['open', 'resolved', 'resolved'])
})

test('Y-4 an angry customer comes at once, also while paused, and again as a new conversation when all have come: a button that works once', async () => {
  const seat = await playing(38_700)
  await seat.heard('peak')
  await seat.call('demo', { action: 'pause' })
  await seat.call('demo', { action: 'angry' })
  const first = await seat.heard('furious!!')
  await seat.call('demo', { action: 'angry' })
  expect((await texts(seat)).filter((text) => text === 'furious!!')).toHaveLength(2)
  const both = seat.events.flatMap(({ change }) => (change.type === 'message' && change.message.text === 'furious!!' ? [change.message.conversationId] : []))
  expect(new Set(both).size).toBe(2)
  await seat.call('demo', { action: 'resume' })
  site.clock.advance(301_000)
  expect(await seat.call('demo', { action: 'pause' })).toMatchObject({ at: 39_001, started: 2 })
  expect((await texts(seat)).filter((text) => text === 'furious!!')).toHaveLength(2)
  const report = await site.gateway.report()
  expect(report.demoSentIds.toSorted()).toEqual(report.customerMessageIds.toSorted())
  expect(report.demoAngry).toContain(first.conversationId)
})
