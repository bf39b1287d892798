import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectVisitor, openSite, ORDER, type Site } from '../contract/gateway-harness.ts'

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

test('G-63 a browser that asks for its history again and again and reads nothing does not fill the memory', async () => {
  const visitor = await site.visitor()
  const text = '长'.repeat(4000)
  for (let i = 0; i < 400; i++) {
    if (i % 19 === 0) site.clock.advance(10_001)
    await visitor.say(text)
  }
  const before = process.memoryUsage().rss
  const again = await connectVisitor(site.ready, visitor.cookie)
  // The browser stops reading; its calls still go out.
  const raw = (again.socket.io.engine as unknown as { transport: { ws: { pause(): void } } }).transport.ws
  raw.pause()
  for (let i = 0; i < 60; i++) again.socket.emit('hello', { after: 0, language: 'zh' }, () => undefined)
  for (let i = 0; i < 40; i++) await visitor.call('hello', { after: 399, language: 'zh' }).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
  again.close()
  expect(grown).toBeLessThan(150)
})
