import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Context } from '../../src-gateway/context.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import type { Store } from '../../src-gateway/store/store.ts'
import { LEASE_MS, Webhooks } from '../../src-gateway/webhooks/webhooks.ts'
import { EventReceiver } from './event-receiver.ts'
import { eventually, KEY, TestClock } from './gateway-harness.ts'
import { conversationOf, messageOf } from './gateway-store-suite.ts'

let dir: string
let store: Store
let clock: TestClock
let receiver: EventReceiver
let running: Webhooks[]
const chat = conversationOf()
const id = v7()

/** One gateway's teller, with its own way to the store, which ends when it is killed. */
interface Teller { webhooks: Webhooks; /** Transactions that ended: claims that failed too. */ writes: number; killed: boolean }
function teller(): Teller {
  const self: Teller = { webhooks: undefined as never, writes: 0, killed: false }
  const through = <T>(work: () => Promise<T>): Promise<T> => (self.killed ? Promise.reject(new Error('killed')) : work())
  const own: Store = {
    read: (work) => through(() => store.read(work)),
    write: (work) => through(() => store.write(work)).finally(() => { self.writes += 1 }),
    onAppended: (listener) => store.onAppended(listener),
    close: async () => undefined,
  }
  self.webhooks = new Webhooks({ store: own, clock, log: pino({ level: 'silent' }) } as unknown as Context, () => undefined, () => 0)
  running.push(self.webhooks)
  return self
}

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'webhooks-'))
  store = openSqliteStore({ dataDir: dir, key: KEY, sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null })
  clock = new TestClock()
  receiver = new EventReceiver()
  await receiver.open()
  running = []
  await store.write((tx) => tx.append(1, { type: 'conversation', conversation: chat }))
})
afterEach(async () => {
  await receiver.close()
  await Promise.all(running.map((one) => one.stop()))
  await store.close()
  await rm(dir, { recursive: true, force: true })
})

let seq = 0
beforeEach(() => { seq = 0 })
const says = (text: string) => store.write((tx) => tx.append(clock.now(), { type: 'message', message: messageOf(chat.id, ++seq, { text }) }))
const save = (one: Teller) => one.webhooks.save(store, { id, name: 'ERP', url: receiver.url, events: ['message.received'], words: true, ownNetwork: true })
const row = () => store.read((tx) => tx.integrations.webhook(id))

test('HA-23 two gateways on one store tell each event once, in its order, and either tells what the other was given (an ERP that books every refund twice)', async () => {
  const [a, b] = [teller(), teller()]
  await a.webhooks.start()
  await save(a)
  await b.webhooks.start()
  const texts = Array.from({ length: 30 }, (_, index) => `m${index}`)
  for (const text of texts) await says(text)
  await eventually(async () => {
    clock.advance(1000)
    expect((await row())?.cursor).toBe(await store.read((tx) => tx.head()))
  })
  await Promise.all([a.webhooks.stop(), b.webhooks.stop()])
  expect(receiver.received.map(({ event }) => event.data.text)).toEqual(texts)
  expect((await row())?.lease).toBeNull()
})

test('HA-23 what a gateway that died was telling is told by another once its claim has run out, not before, under the same id (an event that dies with its teller)', async () => {
  const a = teller()
  await a.webhooks.start()
  await save(a)
  receiver.answer = () => null
  await says('m1')
  await eventually(() => expect(receiver.received).toHaveLength(1))
  const claim = (await row())?.lease
  expect(claim?.until).toBe(clock.now() + LEASE_MS)
  a.killed = true
  receiver.answer = () => ({ status: 204 })
  const b = teller()
  await b.webhooks.start()
  await says('m2')
  clock.advance(LEASE_MS - 1)
  const before = b.writes
  await says('m3')
  await eventually(() => expect(b.writes).toBeGreaterThan(before))
  expect([(await row())?.lease, receiver.texts()]).toEqual([claim, ['m1']])
  await eventually(() => {
    clock.advance(1000)
    expect(receiver.texts()).toEqual(['m1', 'm2', 'm3'])
  })
  expect(receiver.ids()).toHaveLength(4)
  expect(receiver.ids()[1]).toBe(receiver.ids()[0])
})

test('HA-23 a gateway that stops in order lets go at once; a webhook that one made is found by the other (a quarter of a minute of silence after each restart)', async () => {
  const [a, b] = [teller(), teller()]
  await a.webhooks.start()
  await b.webhooks.start()
  await save(a)
  receiver.answer = () => null
  await says('m1')
  await eventually(() => expect(receiver.received).toHaveLength(1))
  receiver.answer = () => ({ status: 204 })
  await a.webhooks.stop()
  expect((await row())?.lease).toBeNull()
  await eventually(() => {
    clock.advance(60_000)
    expect(receiver.ids()).toHaveLength(2)
  })
})
