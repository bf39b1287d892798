import { afterEach, expect, test } from 'vitest'
import type { DemoConversation } from '../../src-shared/domain/demo-shop.ts'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import { eventually, openSite, ORDER, type Seat, type Site } from './gateway-harness.ts'

let site: Site
afterEach(() => site.remove())

const script = (id: string, steps: DemoConversation['steps'], changes: Partial<DemoConversation> = {}): DemoConversation =>
  ({ id, customerId: 'c001', displayName: `Customer ${id}`, kind: 'routine', angry: false, steps, ...changes })

async function liveSeat(): Promise<Seat> {
  const seat = await site.seat()
  await seat.call('live', {})
  return seat
}

const texts = (events: readonly LogEvent[]): string[] => events.flatMap(({ change }) => (change.type === 'message' ? [change.message.text] : []))
const allTexts = async (seat: Seat): Promise<string[]> => texts((await seat.call('pull', { after: 0, limit: 1000 })).events)

/** Lets the recording go on second by second until a text is in the log, by at most `limit` seconds. */
async function playUntil(seat: Seat, text: string, limit: number): Promise<void> {
  for (let second = 0; second <= limit; second += 1) {
    if ((await allTexts(seat)).includes(text)) return
    site.clock.advance(1000)
    await site.gateway.report()
  }
  await eventually(async () => { expect(await allTexts(seat)).toContain(text) })
}

test('G-17 nothing is played before the first seat is live: messages that the first window never sees arrive', async () => {
  site = await openSite({ conversations: [script('d01', [{ text: 'first', at: 0 }])], demoSpeed: 30 })
  site.clock.advance(600_000)
  const seat = await site.seat()
  await seat.call('hello', { logId: null, cursor: 0 })
  expect(await allTexts(seat)).toEqual([])
  await seat.call('live', {})
  expect(await seat.heard('first')).toMatchObject({ seq: 1 })
})

test('G-17 over restarts each step is played once and the recording goes on where it stood: the demo that starts anew, or repeats a line', async () => {
  const steps = [{ text: 's0', at: 0 }, { text: 's10', at: 10 }, { text: 's20', at: 20 }, { text: 's30', at: 30 }]
  site = await openSite({ conversations: [script('d01', steps), script('d02', [{ text: 'other', at: 15 }])], demoSpeed: 1 })
  let seat = await liveSeat()
  await seat.heard('s0')
  for (const text of ['s10', 's20', 's30']) {
    await playUntil(seat, text, 12)
    await site.restart()
    site.clock.advance(3_600_000)
    seat = await liveSeat()
    await seat.call('pull', { after: 0, limit: 1 })
  }
  await eventually(async () => { expect((await site.gateway.report()).demoDone).toBe(true) })
  expect((await allTexts(seat)).sort()).toEqual(['other', 's0', 's10', 's20', 's30'])
  const report = await site.gateway.report()
  expect(report.demoSentIds.toSorted()).toEqual(report.customerMessageIds.toSorted())
  expect(new Set(report.demoSentIds).size).toBe(5)
})

test('G-17 a customer who waits for an answer goes on after it, and one who got none asks again: a recording deaf to the desk', async () => {
  const steps = [{ text: 'q', at: 0 }, { text: 'impatient', ifNoReply: 20 }, { text: 'thanks', afterReply: 5 }]
  site = await openSite({ conversations: [script('d01', steps), script('d02', steps.map((step) => ({ ...step, text: `${step.text}2` })))], demoSpeed: 1 })
  const seat = await liveSeat()
  await seat.reply(await seat.heard('q'), { text: 'answer' })
  await seat.heard('q2')
  await playUntil(seat, 'thanks', 30)
  await playUntil(seat, 'impatient2', 30)
  expect(await allTexts(seat)).not.toContain('impatient')
  await seat.reply(await seat.heard('impatient2'), { text: 'sorry' })
  await playUntil(seat, 'thanks2', 30)
})

test('G-17 a recorded customer is known from the first message on, and a stranger by what they write: facts that come after the question', async () => {
  site = await openSite({
    conversations: [script('d01', [{ text: 'where is it', at: 0, picture: 'pixel.png' }], { angry: true }), script('d02', [{ text: 'hi', at: 5 }, { text: `${ORDER.no} ${ORDER.last4}`, at: 6 }], { customerId: null })],
    demoSpeed: 1,
  })
  const seat = await liveSeat()
  const message = await seat.heard('where is it')
  expect(seat.events.map((event) => event.change)).toMatchObject([
    { type: 'customer', customer: { id: 'c001' } }, { type: 'conversation', conversation: { channel: 'demo', customerId: 'c001', verification: 'channel', displayName: 'Customer d01' } },
    { type: 'message', message: { attachments: [{ type: 'image/png', width: 1, height: 1 }] } },
  ])
  await playUntil(seat, `${ORDER.no} ${ORDER.last4}`, 10)
  await eventually(() => {
    const last = seat.events.map((event) => event.change).findLast((change) => change.type === 'conversation')
    expect(last).toMatchObject({ conversation: { displayName: 'Customer d02', customerId: 'c001', verification: 'order-and-phone' } })
  })
  expect((await site.gateway.report()).demoAngry).toEqual([message.conversationId])
})
