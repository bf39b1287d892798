import { expect, test } from 'vitest'
import type { InboxRow, Settings } from '../../../src-shared/contract/desk.ts'
import { beginsToNeed, isQuiet, worthASound, type SoundState } from './sound-rules.ts'

const row = (change: Partial<InboxRow> = {}): InboxRow => ({
  id: 'a', displayName: '陈', channel: 'web', verification: 'none', lastLine: '', lastBy: 'customer', lastAt: 0, lastSeq: 3, waitingSince: 0, section: 'needs-you', chip: null,
  emotionLevel: 0, escalation: 0, topics: [], marks: [], language: 'zh', draft: 'none', flagged: false, flagDismissed: false, clock: null, snooze: null, ...change,
})
const NIGHT: Settings['sound'] = { enabled: true, volume: 40, quiet: true, from: '22:00', to: '08:00' }
const at = (time: string) => new Date(`2026-03-07T${time}:00`)
const state = (change: Partial<SoundState> = {}): SoundState => ({ sound: NIGHT, away: false, live: true, looking: null, now: at('12:00'), since: 60_000, ...change })
const rows = (...all: InboxRow[]) => new Map(all.map((r) => [r.id, r]))
const answered = row({ section: 'waiting-for-customer', waitingSince: null, lastBy: 'desk', lastSeq: 2 })

test('Z-14 a customer who writes again after an answer sounds, and so does one who becomes angry meanwhile', () => {
  expect(beginsToNeed(answered, row())).toBe(true)
  expect(beginsToNeed(null, row())).toBe(true)
  expect(beginsToNeed(row(), row({ lastSeq: 4, flagged: true }))).toBe(true)
})

test('Z-14 nothing that the agent did sounds: a reopen, an undo, a flag put back, a reply that is held', () => {
  expect(beginsToNeed(row({ section: 'done' }), row())).toBe(false)
  expect(beginsToNeed(row({ flagged: false, flagDismissed: true }), row({ flagged: true }))).toBe(false)
  expect(beginsToNeed(answered, row({ lastBy: 'desk', lastSeq: 2, chip: 'held' }))).toBe(false)
  expect(beginsToNeed(row(), row({ lastSeq: 4 }))).toBe(false)
})

test('Z-14 never at night, away, while catching up, twice in five seconds, or for who is being read', () => {
  const sounds = (change: Partial<SoundState>) => worthASound(rows(answered), rows(row()), state(change))
  expect(sounds({})).toBe(true)
  for (const change of [{ now: at('22:00') }, { now: at('07:59') }, { away: true }, { live: false }, { since: 4999 }, { looking: 'a' }, { sound: { ...NIGHT, enabled: false } }]) expect(sounds(change)).toBe(false)
  expect(sounds({ now: at('08:00') })).toBe(true)
})

test('Z-14 night may lie within one day, and may be switched off', () => {
  expect([isQuiet({ ...NIGHT, from: '12:00', to: '13:00' }, at('12:30')), isQuiet({ ...NIGHT, from: '12:00', to: '13:00' }, at('13:00')), isQuiet({ ...NIGHT, quiet: false }, at('23:00'))]).toEqual([true, false, false])
})

test('RO-14 an offer sounds once, like a customer who begins to need somebody', () => {
  const offered = row({ offer: { until: 1 } })
  expect([beginsToNeed(row(), offered), beginsToNeed(null, offered), beginsToNeed(offered, { ...offered })]).toEqual([true, true, false])
})
