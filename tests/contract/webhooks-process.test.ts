import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BuiltGateway, kill } from './built-gateway.ts'
import { EventReceiver } from './event-receiver.ts'
import { connectSeat, connectVisitor, eventually } from './gateway-harness.ts'

let built: BuiltGateway
beforeAll(async () => { built = await BuiltGateway.build() }, 60_000)
afterAll(() => built.remove())
afterEach(() => built.killAll())

test('HA-12 a gateway that is killed while it tells tells every event after all, in order, each under one id (what was in the air at a power cut)', async () => {
  const data = join(built.root, 'killed')
  const receiver = new EventReceiver()
  await receiver.open()
  const id = v7()
  const sent: string[] = []
  let cookie: string | undefined
  for (let round = 0; round < 2; round += 1) {
    const { child, ready } = await built.start(data)
    const seat = await connectSeat(ready)
    if (round === 0) await seat.call('integrations.saveWebhook', { id, name: 'ERP', url: receiver.url, events: ['message.received'], words: true, ownNetwork: true })
    const visitor = await connectVisitor(ready, cookie)
    cookie = visitor.cookie
    const target = receiver.received.length + 2
    for (let index = 0; index < 4; index += 1) {
      sent.push(`m${round}.${index}`)
      await visitor.say(sent.at(-1) ?? '')
    }
    await eventually(() => expect(receiver.received.length).toBeGreaterThanOrEqual(target))
    await kill(child)
    seat.close()
    visitor.close()
  }
  await built.start(data)
  await eventually(() => expect(receiver.texts()).toEqual(sent))
  const idsByText = new Map<unknown, Set<string>>()
  for (const { event } of receiver.received) idsByText.set(event.data.text, (idsByText.get(event.data.text) ?? new Set()).add(event.id))
  expect([...idsByText.values()].every((ids) => ids.size === 1)).toBe(true)
  await receiver.close()
})
