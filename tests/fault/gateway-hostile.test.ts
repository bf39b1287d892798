import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, openSite, ORDER, type Site, type Visitor } from '../contract/gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

test('G-60 one visitor without tries left cannot lock an order for its owner', async () => {
  const hostile = await site.visitor()
  for (let i = 0; i < 25; i++) await hostile.call('verify', { orderNo: ORDER.no, phoneLast4: '0000' })
  const owner = await site.visitor()
  expect(await owner.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })).toMatchObject({ verified: true })
})

test('G-61 a form of a visitor who is out of tries costs no write: calls without end must not hold up the desks', async () => {
  const hostile = await site.visitor()
  let answered = 0
  for (let i = 0; i < 200; i++) {
    const answer = await hostile.ask('verify', { orderNo: String(2188000000001000 + i), phoneLast4: '0000' })
    if (answer.ok) answered += 1
  }
  expect(answered).toBeLessThan(70)
})

test('G-62 the clock was wrong and is set back: a customer may go on writing', async () => {
  const visitor = await site.visitor()
  for (let i = 0; i < 10; i++) await visitor.say(`before ${i}`)
  site.clock.advance(-365 * 24 * 3_600_000)
  for (let i = 0; i < 30; i++) {
    await visitor.say(`after ${i}`)
    site.clock.advance(5_000)
  }
})

/** 400 messages of 12 kB each: all of them at once is 5 MB. */
async function longHistory(): Promise<Visitor> {
  const visitor = await site.visitor()
  for (let i = 0; i < 400; i++) {
    if (i % 19 === 0) site.clock.advance(10_001)
    await visitor.say('长'.repeat(4000))
  }
  return visitor
}

/** The browser stops reading; its calls still go out. */
function stopReading(visitor: Visitor): { resume(): void; terminate(): void } {
  const { ws } = (visitor.socket.io.engine as unknown as { transport: { ws: { pause(): void; resume(): void; terminate(): void } } }).transport
  ws.pause()
  return ws
}

test('G-63 a browser that asks for its history again and again at once gets one bounded answer after the other: hundreds of megabytes for a few bytes', async () => {
  const { cookie } = await longHistory()
  const tabs = await Promise.all([1, 2, 3].map(() => site.visitor(cookie)))
  const answers = await Promise.all(tabs.flatMap((tab) => Array.from({ length: 60 }, () => tab.ask('hello', { after: 0, language: 'zh' }))))
  const bytes = answers.map((answer) => Buffer.byteLength(JSON.stringify(answer)))
  expect(Math.max(...bytes)).toBeLessThan(300_000)
  expect(bytes.reduce((sum, of) => sum + of, 0)).toBeLessThan(35_000_000)
  expect(answers.filter((answer) => answer.ok).length).toBeLessThanOrEqual(120)
  expect(answers.some((answer) => answer.ok)).toBe(true)
})

test('G-63 a browser that asks and reads nothing is dropped, and gets everything when it comes back: its answers fill the gateway\'s memory', async () => {
  const other = await site.visitor()
  const { cookie } = await longHistory()
  const tab = await site.visitor(cookie)
  const line = stopReading(tab)
  for (let i = 0; i < 300; i++) {
    if (i % 50 === 0) site.clock.advance(10_001)
    tab.socket.emit('hello', { after: 0, language: 'zh' }, () => undefined)
    // One more call through the same queue, so that the questions come one after the other and not at once.
    await other.call('typing', {})
  }
  line.resume()
  await eventually(() => { expect(tab.socket.connected).toBe(false) })
  const back = await site.visitor(cookie)
  expect(await back.call('hello', { after: 0, language: 'zh' })).toMatchObject({ more: true })
})

test('G-67 a browser that reads nothing does not hold up the stop: a gateway that must be killed', async () => {
  const visitor = await longHistory()
  const tab = await site.visitor(visitor.cookie)
  const line = stopReading(tab)
  for (let i = 0; i < 20; i++) tab.socket.emit('hello', { after: 0, language: 'zh' }, () => undefined)
  await visitor.call('hello', { after: 399, language: 'zh' })
  const deadline = new Promise((resolve) => setTimeout(resolve, 10_000, 'held up').unref())
  expect(await Promise.race([site.gateway.close().then(() => 'stopped'), deadline])).toBe('stopped')
  line.terminate()
})
