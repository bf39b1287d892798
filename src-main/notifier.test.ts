import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Waiting } from '../src-shared/contract/shell.ts'
import type { Situation } from './notices.ts'
import { Notifier, type SystemNotice } from './notifier.ts'

class FakeNotice implements SystemNotice {
  state: 'made' | 'shown' | 'closed' = 'made'
  readonly #listeners = new Map<string, () => void>()
  constructor(readonly title: string) {}
  on(event: 'click' | 'close', listener: () => void): void { this.#listeners.set(event, listener) }
  show(): void { this.state = 'shown' }
  close(): void {
    this.state = 'closed'
    this.#listeners.get('close')?.()
  }
  click(): void { this.#listeners.get('click')?.() }
}

const waits = (id: string, change: Partial<Waiting> = {}): Waiting => ({ conversationId: id, name: id, why: 'waits', overdueAt: Date.now() + 180_000, ...change })
let made: FakeNotice[]
let opened: string[]
let now: Situation
let notifier: Notifier

beforeEach(() => {
  vi.useFakeTimers()
  made = []
  opened = []
  now = { waiting: [], needsYou: 0, focused: false, away: false, settings: { enabled: true, whenFocused: false, handOvers: true } }
  notifier = new Notifier({
    make: ({ title }) => {
      const notice = new FakeNotice(title)
      made.push(notice)
      return notice
    },
    open: (id) => opened.push(id), situation: () => now, language: () => 'en', now: () => Date.now(),
  })
})
afterEach(() => void vi.useRealTimers())

function come(...waiting: Waiting[]): void {
  now = { ...now, waiting, needsYou: waiting.length }
  notifier.look()
}

test('S-27 there is one notification at a time: the next takes the place of the one before', () => {
  come(waits('a'))
  vi.advanceTimersByTime(30_000)
  come(waits('a'), waits('b'))
  expect(made.map((notice) => notice.state)).toEqual(['closed', 'shown'])
})

test('S-27 what had to wait for its turn is told by itself, although nothing more comes in', () => {
  come(waits('a'))
  come(waits('a'), waits('b'))
  expect(made).toHaveLength(1)
  vi.advanceTimersByTime(20_000)
  expect(made.map((notice) => notice.title)).toEqual(['a is waiting for you', '2 customers are waiting for you'])
})

test('S-27 the click opens the most urgent, or who is most urgent now when that one was answered meanwhile', () => {
  come(waits('a', { why: 'angry' }), waits('b'))
  made[0]?.click()
  expect(opened).toEqual(['a'])
  vi.advanceTimersByTime(60_000)
  come(waits('c', { why: 'angry' }), waits('b'))
  now = { ...now, waiting: [waits('b')] }
  made[1]?.click()
  expect(opened).toEqual(['a', 'b'])
})

test('S-27 nothing is left on the screen or pending when the desk ends', () => {
  come(waits('a'))
  come(waits('a'), waits('b'))
  notifier.end()
  vi.advanceTimersByTime(600_000)
  expect(made.map((notice) => notice.state)).toEqual(['closed'])
})

test('S-27 a system that shows no notifications changes nothing', () => {
  notifier = new Notifier({ make: () => null, open: () => undefined, situation: () => now, language: () => 'zh', now: () => Date.now() })
  come(waits('a'))
  notifier.end()
})
