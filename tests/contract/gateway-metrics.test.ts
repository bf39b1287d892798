import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { healthOf, ROOM_MIN_BYTES } from '../../src-gateway/metrics/health.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import { makeKey } from './api-caller.ts'
import { openSite, type Seat, type Site } from './gateway-harness.ts'

let site: Site
let seat: Seat
beforeAll(async () => {
  site = await openSite()
  seat = await site.seat()
  await seat.call('live', {})
})
afterAll(() => site.remove())

const metrics = (key: string) => fetch(`${site.ready.openUrl}/metrics`, { headers: { authorization: `Bearer ${key}` } })

/** The figures by name and labels as the text has them. */
async function figures(key: string): Promise<Map<string, number>> {
  const text = await (await metrics(key)).text()
  return new Map(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]))
}

test('HA-17 the figures are those of the gateway, move with what happens, and are shown to a key with metrics:read alone (a gateway that is ill and shows green)', async () => {
  const key = await makeKey(seat, 'Prometheus', ['metrics:read'])
  expect((await metrics('')).status).toBe(401)
  expect((await metrics(await makeKey(seat, 'CRM', ['events:read']))).status).toBe(403)
  const before = await figures(key)
  expect([before.get('deskmate_queue_waiting'), before.get('deskmate_queue_oldest_wait_seconds'), before.get('deskmate_messages_total{author="customer"}'), before.get('deskmate_customer_sockets')]).toEqual([0, 0, 0, 0])
  const visitor = await site.visitor()
  await visitor.say('where is it')
  site.clock.advance(90_000)
  await visitor.say('hello?')
  await seat.heard('hello?')
  const after = await figures(key)
  const { head } = await seat.call('pull', { after: 0, limit: 1 })
  expect(after.get('deskmate_log_cursor')).toBe(head)
  expect([after.get('deskmate_queue_waiting'), after.get('deskmate_queue_oldest_wait_seconds'), after.get('deskmate_messages_total{author="customer"}')]).toEqual([1, 90, 2])
  expect([after.get('deskmate_customer_sockets'), after.get('deskmate_live_seats'), after.get('deskmate_seat_sockets')]).toEqual([1, 1, 1])
  expect(after.get('deskmate_database_bytes{file="main"}')).toBeGreaterThan(0)
  expect(after.get('process_resident_memory_bytes')).toBeGreaterThan(0)
  expect([...after.keys()].some((name) => name.startsWith('nodejs_eventloop_lag_seconds'))).toBe(true)
  const { conversationId, seq } = await seat.heard('hello?')
  await seat.call('send', { id: v7(), conversationId, text: 'here', attachments: [], author: { kind: 'agent', name: 'Amy' }, basedOnSeq: seq })
  const answered = await figures(key)
  expect([answered.get('deskmate_queue_waiting'), answered.get('deskmate_messages_total{author="agent"}')]).toEqual([0, 1])
  expect(await (await metrics(key)).text()).not.toMatch(/where is it|Amy/)
})

test('HA-18 each port tells whether the gateway can do its work, with codes alone of why not (a green light over a full disk)', async () => {
  for (const url of [site.ready.seatUrl, site.ready.chatUrl, site.ready.openUrl]) expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true })
  const store = (works: boolean) => ({ read: async () => { if (!works) throw new Error('closed') } }) as unknown as Store
  const reasons = (works: boolean, room: number | null) => healthOf(store(works), async () => room)()
  expect(await reasons(true, ROOM_MIN_BYTES)).toEqual([])
  expect(await reasons(true, null)).toEqual([])
  expect(await reasons(true, ROOM_MIN_BYTES - 1)).toEqual(['disk'])
  expect(await reasons(false, 0)).toEqual(['store', 'disk'])
})
