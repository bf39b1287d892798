import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Server, type Socket } from 'socket.io'
import { v7 } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { boot, type RunningEngine } from '../../src-engine/boot.ts'
import type { PortReply } from '../../src-shared/contract/port.ts'

const TOKEN = 'a-seat-token-of-enough-characters-0123456789'
const closing: (() => void | Promise<void>)[] = []
afterEach(async () => { for (const close of closing.splice(0).reverse()) await close() })

function start(url: string): { engine: RunningEngine; links: string[]; call(call: string, params: unknown): void } {
  const links: string[] = []
  const engine = boot({
    kind: 'start', dataDir: mkdtempSync(path.join(tmpdir(), 'deskmate-fault-')), key: 'ab'.repeat(32), resourcesDir: path.resolve('resources'),
    sqliteBinding: process.env['DESKMATE_SQLITE_BINDING'] ?? null, gateway: { url, token: TOKEN }, seatId: 'seat-1', embeddedGateway: false, appVersion: '0', warnings: [], locale: 'en', model: null, selfWork: false,
  }, () => undefined)
  closing.push(() => engine.close())
  const window = engine.connect({ post: (reply: PortReply) => {
    if (reply.t === 'patches') for (const patch of reply.patches) if (patch.kind === 'desk') links.push(patch.state.link.state)
  } })
  let id = 0
  return { engine, links, call: (call, params) => window.request({ t: 'call', id: ++id, call, params }) }
}

/** A gateway whose answers take `delay` ms; `on` may answer by itself. */
async function slowGateway(delay: number, on: (call: string, socket: Socket, connection: number) => unknown = () => undefined) {
  const http = createServer()
  const io = new Server(http)
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve) })
  const seen: string[] = []
  const logId = v7()
  let connections = 0
  io.on('connection', (socket) => {
    const connection = ++connections
    socket.onAny((call: string, _params: unknown, ack?: (answer: unknown) => void) => {
      seen.push(`${connection}:${call}`)
      const own = on(call, socket, connection)
      if (own === 'cut') { socket.conn.close(); return }
      const results: Record<string, unknown> = {
        hello: { protocol: '1.1', logId, head: 0, mode: 'events', now: Date.now() }, pull: { events: [], head: 0 }, live: { head: 0 }, snapshot: { changes: [], next: null, cursor: 0 },
      }
      setTimeout(() => ack?.({ ok: true, result: own ?? results[call] ?? {} }), delay)
    })
  })
  closing.push(() => { io.close() })
  return { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`, seen, connections: () => connections }
}

test('L-10 one cut in the middle of a catch-up on a slow line (300 ms): the desk gets live on the next connection', async () => {
  const gateway = await slowGateway(300, (call, _socket, connection) => (call === 'pull' && connection === 1 ? 'cut' : undefined))
  const desk = start(gateway.url)
  await vi.waitFor(() => expect(desk.links.at(-1)).toBe('live'), { timeout: 15_000, interval: 50 }).catch(() => undefined)
  expect({ link: desk.links.at(-1), connections: gateway.connections() }).toEqual({ link: 'live', connections: 2 })
})

test('L-13 the new start that a failed catch-up asked for does not tear down the line that has come back by itself', async () => {
  const gateway = await slowGateway(0, (call, _socket, connection) => (call === 'pull' && connection === 1 ? 'cut' : undefined))
  const desk = start(gateway.url)
  await vi.waitFor(() => expect(desk.links.at(-1)).toBe('live'), { timeout: 15_000, interval: 20 })
  await vi.waitFor(() => expect(gateway.connections()).toBeGreaterThan(2), { timeout: 3_000, interval: 50 }).catch(() => undefined)
  expect(gateway.connections()).toBe(2)
})

test('L-11 a change of a type that this desk does not know is skipped: the desk gets live', async () => {
  const unknown = { n: 1, at: 1, change: { type: 'of-a-later-version', thing: { id: 'x' } } }
  const gateway = await slowGateway(0, (call) => (call === 'pull' ? { events: [unknown], head: 1 } : call === 'hello' ? { protocol: '1.1', logId: v7(), head: 1, mode: 'events', now: Date.now() } : undefined))
  const desk = start(gateway.url)
  await vi.waitFor(() => expect(desk.links.at(-1)).toBe('live'), { timeout: 6_000, interval: 50 }).catch(() => undefined)
  expect({ link: desk.links.at(-1), connections: gateway.connections() }).toEqual({ link: 'live', connections: 1 })
})

test('L-12 refused for a while (a token being changed, a gateway being rolled back): the desk tries again by itself', async () => {
  const http = createServer()
  const io = new Server(http)
  await new Promise<void>((resolve) => { http.listen(0, '127.0.0.1', resolve) })
  closing.push(() => { io.close() })
  let refuse = true
  let tries = 0
  io.use((_socket, next) => { tries += 1; next(refuse ? Object.assign(new Error('unauthorized'), { data: { code: 'unauthorized' } }) : undefined) })
  start(`http://127.0.0.1:${(http.address() as AddressInfo).port}`)
  await vi.waitFor(() => expect(tries).toBe(1), { timeout: 5_000 })
  refuse = false
  await vi.waitFor(() => expect(tries).toBeGreaterThan(1), { timeout: 12_000, interval: 100 })
})
