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
  const failures: unknown[] = []
  const push = new LivePush(socket, store, (thrown) => { failures.push(thrown) })
  const append = (...numbers: number[]) => {
    const events = numbers.map(event)
    log.push(...events)
    push.offer(events)
  }
  return { push, pushed, append, drain: () => { fire('drain') }, failures }
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

test('G-19 events before `live`, known ones and gaps are handled from the log: a number that comes twice or never', async () => {
  const { push, pushed, append } = setUp()
  append(1, 2)
  expect(push.live).toBe(false)
  push.start(2)
  append(2)
  append(3)
  push.offer([event(3)])
  await vi.waitFor(() => { expect(pushed.flat()).toEqual([3]) })
  push.stop()
  append(4)
  expect([push.live, pushed.flat()]).toEqual([false, [3]])
})
