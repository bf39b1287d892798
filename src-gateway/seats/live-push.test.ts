import { expect, test, vi } from 'vitest'
import type { LogEvent } from '../../src-shared/wire/protocol.ts'
import type { ReadTx, Store } from '../store/store.ts'
import { LivePush } from './live-push.ts'

const event = (n: number): LogEvent => ({ n, at: 1, change: { type: 'autopilot', paused: false, by: String(n) } })

/** A seat's socket whose buffer the test empties, and a log the test fills. */
function setUp() {
  const log: LogEvent[] = []
  const store = { read: <T>(work: (tx: ReadTx) => Promise<T>) => work({ eventsAfter: async (after: number, limit: number) => log.filter((entry) => entry.n > after).slice(0, limit) } as ReadTx) } as Store
  const pushed: number[][] = []
  const listeners: Record<string, (() => void)[]> = { packetCreate: [], drain: [] }
  const fire = (name: string) => { for (const listener of listeners[name] ?? []) listener() }
  const socket = {
    emit: (_event: 'events', { events }: { events: readonly LogEvent[] }) => {
      pushed.push(events.map((entry) => entry.n))
      fire('packetCreate')
    },
    conn: { on: (name: 'packetCreate' | 'drain', listener: () => void) => { listeners[name]?.push(listener) } },
  }
  const push = new LivePush(socket, store, (thrown) => { throw thrown })
  const append = (...numbers: number[]) => {
    const events = numbers.map(event)
    log.push(...events)
    push.offer(events)
  }
  return { push, pushed, append, log, drain: () => { fire('drain') } }
}

test('G-19 a slow seat is pushed nothing until it drained, then everything in order from the log: a memory that fills, or an event lost', async () => {
  const { push, pushed, append, drain } = setUp()
  push.start(0)
  for (let n = 1; n <= 100; n += 1) append(n)
  await vi.waitFor(() => { expect(pushed.flat().at(-1)).toBeGreaterThan(0) })
  for (let n = 101; n <= 200; n += 1) append(n)
  const sentBeforeDrain = pushed.length
  append(201)
  expect(pushed.length).toBe(sentBeforeDrain)
  expect(pushed.length).toBeLessThan(100)
  drain()
  await vi.waitFor(() => { expect(pushed.flat().at(-1)).toBe(201) })
  expect(pushed.flat()).toEqual(Array.from({ length: 201 }, (_, index) => index + 1))
})

test('G-19 what was committed between the head that `live` answers and the first push is pushed too: an event lost at the seam', async () => {
  const { push, pushed, append } = setUp()
  append(1, 2, 3)
  expect(push.live).toBe(false)
  push.start(2)
  await vi.waitFor(() => { expect(pushed.flat()).toEqual([3]) })
})

test('G-19 events that come twice or not at all are put right from the log: a number that the seat gets twice or never', async () => {
  const { push, pushed, append, log } = setUp()
  push.start(0)
  append(1)
  await vi.waitFor(() => { expect(pushed.flat()).toEqual([1]) })
  push.offer([event(1)])
  log.push(event(2), event(3))
  push.offer([event(3)])
  await vi.waitFor(() => { expect(pushed.flat()).toEqual([1, 2, 3]) })
  push.stop()
  append(4)
  expect([push.live, pushed.flat()]).toEqual([false, [1, 2, 3]])
})
