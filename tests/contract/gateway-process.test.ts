import { once } from 'node:events'
import { readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { BuiltGateway } from './built-gateway.ts'
import { connectSeat, connectVisitor, KEY, newCookie, TOKEN } from './gateway-harness.ts'

let built: BuiltGateway
let data: string
beforeAll(async () => { built = await BuiltGateway.build() }, 60_000)
afterAll(() => built.remove())
afterEach(() => built.killAll())

const start = (env?: NodeJS.ProcessEnv) => built.start(data, env)
const failedStart = (env: NodeJS.ProcessEnv, args?: readonly string[]) => built.failedStart(data, env, args)

test('G-7 kill -9 between sends loses nothing that was acknowledged and doubles nothing that was retried: an acknowledgement before the disk', async () => {
  data = join(built.root, 'killed')
  let cookie = ''
  const acknowledged = new Map<string, number>()
  const sent: string[] = []
  for (let round = 0; round < 3; round += 1) {
    const { child, ready } = await start()
    cookie ||= await newCookie(ready)
    const visitor = await connectVisitor(ready, cookie)
    for (const id of sent.slice(-2)) {
      const { seq, duplicate } = await visitor.call('send', { id, text: id, attachments: [] })
      expect(duplicate || !acknowledged.has(id)).toBe(true)
      if (acknowledged.has(id)) expect(seq).toBe(acknowledged.get(id))
      acknowledged.set(id, seq)
    }
    for (let index = 0; index < 5; index += 1) {
      const id = v7()
      sent.push(id)
      acknowledged.set(id, (await visitor.call('send', { id, text: id, attachments: [] })).seq)
    }
    const inFlight = v7()
    sent.push(inFlight)
    visitor.socket.emit('send', { id: inFlight, text: inFlight, attachments: [] })
    child.kill('SIGKILL')
    await once(child, 'exit')
    visitor.close()
  }
  const { ready } = await start()
  const seat = await connectSeat(ready)
  const { events, head } = await seat.call('pull', { after: 0, limit: 1000 })
  expect(events.map((event) => event.n)).toEqual(Array.from({ length: head }, (_, index) => index + 1))
  const messages = events.flatMap(({ change }) => (change.type === 'message' ? [change.message] : []))
  expect(new Set(messages.map((message) => message.id)).size).toBe(messages.length)
  expect(messages.map((message) => message.seq)).toEqual(messages.map((_, index) => index + 1))
  const found = new Map(messages.map((message) => [message.id, message.seq]))
  for (const [id, seq] of acknowledged) expect([id, found.get(id)]).toEqual([id, seq])
  seat.close()
})

test('G-18 alone it makes a 0600 key and token file and says so, stops on SIGTERM, and refuses a lost key: a key that lies open, or a new one over old data', async () => {
  data = join(built.root, 'alone')
  const first = await start({})
  expect(first.warnings()).toMatch(/^warning: the database key lies in a file \(.*key\)/)
  for (const name of ['key', 'seat-token', 'gateway.db']) expect((await stat(join(data, name))).mode & 0o777).toBe(0o600)
  const token = (await readFile(join(data, 'seat-token'), 'utf8')).trim()
  const seat = await connectSeat(first.ready, { token })
  const { logId } = await seat.call('hello', { logId: null, cursor: 0 })
  seat.close()
  first.child.kill('SIGTERM')
  expect(await once(first.child, 'exit')).toEqual([0, null])
  const second = await start({})
  const again = await connectSeat(second.ready, { token })
  expect((await again.call('hello', { logId, cursor: 1 })).mode).toBe('events')
  again.close()
  second.child.kill('SIGINT')
  expect(await once(second.child, 'exit')).toEqual([0, null])
  const database = await readFile(join(data, 'gateway.db'))
  await rm(join(data, 'key'))
  expect(await failedStart({})).toMatchObject({ code: 1, said: expect.stringContaining('its key is missing') })
  expect(await failedStart({ DESKMATE_KEY: KEY })).toMatchObject({ code: 1, said: expect.stringContaining('does not fit') })
  expect(await readFile(join(data, 'gateway.db'))).toEqual(database)
})

test('G-18 wrong arguments and a taken folder end with one clear sentence: a gateway that starts half', async () => {
  data = join(built.root, 'taken')
  const env = { DESKMATE_KEY: KEY, DESKMATE_SEAT_TOKEN: TOKEN }
  for (const args of [['--demo', 'fast'], ['--seat-port', '70000'], ['--unknown']]) {
    expect(await failedStart(env, args)).toMatchObject({ code: 1, said: expect.stringContaining('Usage: gateway') })
  }
  expect(await failedStart({ DESKMATE_KEY: 'short' })).toMatchObject({ code: 1, said: expect.stringContaining('64 hexadecimal digits') })
  const { ready } = await start(env)
  expect(await failedStart(env)).toMatchObject({ code: 1, said: expect.stringContaining('Another gateway') })
  data = join(built.root, 'taken-port')
  expect(await failedStart(env, ['--seat-port', new URL(ready.seatUrl).port])).toMatchObject({ code: 1, said: expect.stringContaining('port is already in use') })
})
