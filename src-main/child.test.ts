import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Backoff } from './backoff.ts'
import { Child } from './child.ts'
import { FakeProcess } from './fake-process.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

function family() {
  const born: FakeProcess[] = []
  const waits: number[] = []
  const lines: string[] = []
  const child = new Child('engine', () => {
    const process = new FakeProcess()
    born.push(process)
    return process
  }, { onSpawn: () => child.post({ kind: 'start' }), onMessage: () => undefined, onLost: (ms) => waits.push(ms) }, { write: (_, line) => lines.push(line) })
  child.start()
  const last = () => {
    const process = born.at(-1)
    if (!process) throw new Error('none was started')
    return process
  }
  return { child, born, waits, lines, last }
}

describe('back-off', () => {
  test('S-6 grows from 0.2 s to 10 s and not beyond', () => {
    const backoff = new Backoff()
    expect(Array.from({ length: 9 }, () => backoff.next(1000))).toEqual([200, 500, 1000, 2000, 4000, 8000, 10_000, 10_000, 10_000])
  })
  test('S-6 begins anew after a minute of life, so that one crash a day is never waited for long', () => {
    const backoff = new Backoff()
    for (let i = 0; i < 5; i++) backoff.next(1000)
    expect(backoff.next(60_000)).toBe(200)
    expect(backoff.next(59_999)).toBe(500)
  })
})

describe('child process', () => {
  test('S-6 that died is started again after the wait, and gets its start message again', () => {
    const { born, waits, last } = family()
    last().emit('spawn')
    last().emit('exit', 1)
    expect(waits).toEqual([200])
    vi.advanceTimersByTime(199)
    expect(born).toHaveLength(1)
    vi.advanceTimersByTime(1)
    expect(born).toHaveLength(2)
    last().emit('spawn')
    expect(last().posted).toEqual([{ kind: 'start' }])
  })
  test('S-6 a message to a dead process is reported as not delivered instead of vanishing', () => {
    const { child, last } = family()
    expect(child.post('a')).toBe(true)
    last().emit('exit', 1)
    expect(child.post('b')).toBe(false)
  })
  test('S-18 that is stopped is asked first and not started again', async () => {
    const { child, born, last } = family()
    const stopped = child.stop({ kind: 'stop' }, 5000)
    expect(last().posted).toEqual([{ kind: 'stop' }])
    expect(last().killed).toBe(false)
    child.hasStopped()
    await stopped
    vi.advanceTimersByTime(60_000)
    expect(born).toHaveLength(1)
  })
  test('S-18 that does not stop in time is killed, so that quitting never hangs', async () => {
    const { child, last } = family()
    const stopped = child.stop({ kind: 'stop' }, 5000)
    vi.advanceTimersByTime(5000)
    await stopped
    expect(last().killed).toBe(true)
  })
  test('S-18 that dies of the same Ctrl-C as the desk is not started again while the windows close', () => {
    const { child, born, last } = family()
    child.abandon()
    last().emit('exit', 2)
    vi.advanceTimersByTime(60_000)
    expect(born).toHaveLength(1)
  })
  test('S-18 stopping while it waits for its next start does not bring it back', async () => {
    const { child, born, last } = family()
    last().emit('exit', 1)
    await child.stop({ kind: 'stop' }, 5000)
    vi.advanceTimersByTime(60_000)
    expect(born).toHaveLength(1)
  })
})
