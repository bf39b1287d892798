import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { responseClock, type Waiting } from './response-clock.ts'
import { parseClockRules, ruleFor, type ClockRule } from './rules.ts'

const rules = parseClockRules(JSON.parse(fs.readFileSync(new URL('../../../resources/clocks/response.json', import.meta.url), 'utf8')))
const at = (iso: string): number => Date.parse(`${iso}+08:00`)
const waits = (since: string, change: Partial<Waiting> = {}): Waiting => ({ channel: 'web', waitingSince: at(since), personWaitingSince: at(since), answered: false, personInvolved: false, ...change })
const times = (waiting: Waiting): (string | null)[] => {
  const clock = responseClock(rules, waiting)
  return [clock?.warnAt ?? null, clock?.dueAt ?? null].map((t) => (t === null ? null : new Date(t + 8 * 3_600_000).toISOString().slice(5, 19)))
}

describe('response clocks', () => {
  test('N-2 amber from 60 % of the limit, due at its end, under the rule of the channel or the common one (one limit for all platforms is wrong on each)', () => {
    expect(times(waits('2026-11-27T10:00:00'))).toEqual(['11-27T10:01:48', '11-27T10:03:00'])
    expect(times(waits('2026-11-27T10:00:00', { channel: 'jd' }))).toEqual(['11-27T10:00:18', '11-27T10:00:30'])
    expect(responseClock(rules, waits('2026-11-27T10:00:00', { channel: 'pdd' }))?.rule.id).toBe('pdd-3min')
    expect(responseClock(rules, waits('2026-11-27T10:00:00', { channel: 'anything' }))?.rule.id).toBe('shop-default')
  })

  test('N-3 the clock rests outside the hours of its rule: asked at night it begins in the morning, asked before closing it goes on there', () => {
    expect(times(waits('2026-11-27T02:00:00', { channel: 'taobao' }))).toEqual(['11-27T08:01:48', '11-27T08:03:00'])
    expect(times(waits('2026-11-27T22:58:00', { channel: 'pdd' }))).toEqual(['11-27T22:59:48', '11-28T08:01:00'])
    expect(times(waits('2026-11-27T23:59:00', { channel: 'taobao' }))).toEqual(['11-28T08:00:48', '11-28T08:02:00'])
    expect(times(waits('2026-11-27T23:59:00'))).toEqual(['11-28T00:00:48', '11-28T00:02:00'])
  })

  test('HO-11 outside the shop’s own hours the clock rests where its rule has none; a platform’s keeps its own', () => {
    const shop: ShopHours = { zone: 'Asia/Shanghai', week: Array.from({ length: 7 }, () => [{ from: '09:00', to: '18:00' }]), exceptions: [] }
    const due = (waiting: Waiting): number | undefined => responseClock(rules, waiting, shop)?.dueAt
    expect(due(waits('2026-11-27T18:30:00'))).toBe(at('2026-11-28T09:03:00'))
    expect(due(waits('2026-11-27T17:58:00'))).toBe(at('2026-11-28T09:01:00'))
    expect(due(waits('2026-11-27T10:00:00'))).toBe(responseClock(rules, waits('2026-11-27T10:00:00'))?.dueAt)
    expect(due(waits('2026-11-27T18:30:00', { channel: 'taobao' }))).toBe(responseClock(rules, waits('2026-11-27T18:30:00', { channel: 'taobao' }))?.dueAt)
  })

  test('N-4 an automatic reply stops the clock where the rule says so, and not where only a person counts', () => {
    const answeredByMachine = { waitingSince: null, answered: true }
    expect(times(waits('2026-11-27T10:00:00', answeredByMachine))).toEqual([null, null])
    expect(times(waits('2026-11-27T10:00:00', { ...answeredByMachine, channel: 'pdd' }))).toEqual(['11-27T10:01:48', '11-27T10:03:00'])
    expect(responseClock(rules, waits('2026-11-27T10:00:00', { waitingSince: null, personWaitingSince: null, channel: 'pdd' }))).toBeNull()
  })

  test('N-4 the first answer and the next have limits of their own, by who must have answered', () => {
    const [common] = rules.rules as [ClockRule]
    const two = { ...rules, rules: [{ ...common, firstSeconds: 30, nextSeconds: 300 }, { ...common, id: 'human', channels: ['pdd'], automaticStops: false, firstSeconds: 30, nextSeconds: 300 }] }
    const due = (waiting: Waiting): number => ((responseClock(two, waiting)?.dueAt ?? 0) - at('2026-11-27T10:00:00')) / 1000
    expect([waits('2026-11-27T10:00:00'), waits('2026-11-27T10:00:00', { answered: true })].map(due)).toEqual([30, 300])
    expect([waits('2026-11-27T10:00:00', { channel: 'pdd', answered: true }), waits('2026-11-27T10:00:00', { channel: 'pdd', answered: true, personInvolved: true })].map(due)).toEqual([30, 300])
  })

  test('N-2 a rule speaks only within its dates, the newest one first (an old limit would be held for ever)', () => {
    const [common] = rules.rules as [ClockRule]
    const dated = { ...rules, rules: [{ ...common, id: 'old', effectiveTo: '2026-06-30' }, { ...common, id: 'new', effectiveFrom: '2026-07-01' }] }
    expect([ruleFor(dated, 'web', '2026-06-30')?.id, ruleFor(dated, 'web', '2026-07-01')?.id, ruleFor(dated, 'web', '2025-01-01')]).toEqual(['old', 'new', null])
  })

  test('N-2 the file names a source for each rule and speaks both languages (a rule nobody can look up)', () => {
    for (const rule of rules.rules) expect([rule.source, rule.say.zh, rule.say.en].every((text) => text.length > 5)).toBe(true)
    expect(() => parseClockRules({ ...rules, rules: [{ ...rules.rules[0], hours: { from: '8', to: '25:00', timeZone: 'Asia/Shanghai' } }] })).toThrow(/hours/)
  })
})
