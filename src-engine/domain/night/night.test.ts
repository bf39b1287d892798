import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Id } from '../../../src-shared/domain/message.ts'
import { nightFromId, nightId, isNightReply } from './night-id.ts'
import { isNight, nightOf, shopNightOf } from './night.ts'

const SHANGHAI = 'Asia/Shanghai'
const HOURS = { from: '09:00', to: '22:00' }
const at = (iso: string): number => Date.parse(iso)

describe('the hours without people', () => {
  test('ND-1 a night reaches over midnight and is one night on both sides of it (a customer would be told twice)', () => {
    const evening = nightOf(at('2026-11-27T22:30:00+08:00'), HOURS, SHANGHAI)
    const morning = nightOf(at('2026-11-28T03:00:00+08:00'), HOURS, SHANGHAI)
    expect(evening).toEqual(morning)
    expect(evening).toMatchObject({ from: at('2026-11-27T22:00:00+08:00'), to: at('2026-11-28T09:00:00+08:00') })
    expect(isNight(evening, at('2026-11-28T08:59:59+08:00'))).toBe(true)
    expect(isNight(evening, at('2026-11-28T09:00:00+08:00'))).toBe(false)
  })

  test('ND-1 by day the last night is told, which is over', () => {
    const noon = at('2026-11-28T12:00:00+08:00')
    const night = nightOf(noon, HOURS, SHANGHAI)
    expect(night).toMatchObject({ from: at('2026-11-27T22:00:00+08:00'), to: at('2026-11-28T09:00:00+08:00') })
    expect(isNight(night, noon)).toBe(false)
  })

  test('ND-1 a closed weekend is one night, and its end is Monday (somebody would be promised for a Sunday on which nobody is there)', () => {
    const days = { ...HOURS, days: [1, 2, 3, 4, 5] }
    const night = nightOf(at('2026-11-29T12:00:00+08:00'), days, SHANGHAI)
    expect(night).toMatchObject({ from: at('2026-11-27T22:00:00+08:00'), to: at('2026-11-30T09:00:00+08:00') })
  })

  test('ND-1 people who work over midnight, and the hour that a change of the clocks skips', () => {
    const late = { from: '10:00', to: '02:00' }
    expect(isNight(nightOf(at('2026-11-28T01:00:00+08:00'), late, SHANGHAI), at('2026-11-28T01:00:00+08:00'))).toBe(false)
    expect(nightOf(at('2026-11-28T03:00:00+08:00'), late, SHANGHAI)).toMatchObject({ from: at('2026-11-28T02:00:00+08:00'), to: at('2026-11-28T10:00:00+08:00') })
    // New York goes from 01:59 to 03:00 on 8 March 2026: that night is an hour shorter.
    const spring = nightOf(at('2026-03-08T06:00:00Z'), HOURS, 'America/New_York')
    expect(spring).toMatchObject({ from: at('2026-03-08T03:00:00Z'), to: at('2026-03-08T13:00:00Z') })
  })

  test('ND-1 each night has its number, the next is one more', () => {
    const first = nightOf(at('2026-11-27T23:00:00+08:00'), HOURS, SHANGHAI)
    expect(nightOf(at('2026-11-28T23:00:00+08:00'), HOURS, SHANGHAI)?.number).toBe((first?.number ?? 0) + 1)
  })
})

test('ND-2 reply and note of a night have ids that every desk makes alike, and no others do (a crash would send a second one)', () => {
  const chen = randomUUID()
  expect(nightId(chen, 'reply', 20_784)).toBe(nightId(chen, 'reply', 20_784))
  const ids = ['reply', 'note'].flatMap((thing) => [20_784, 20_785].map((night) => nightId(chen, thing as 'reply', night)))
  expect(new Set(ids).size).toBe(4)
  for (const id of ids) expect(Id.safeParse(id).success).toBe(true)
  expect(nightFromId(nightId(chen, 'note', 20_785), chen, 'note')).toBe(20_785)
  expect(nightFromId(nightId(chen, 'note', 20_785), chen, 'reply')).toBeNull()
  expect(isNightReply(nightId(chen, 'reply', 20_785), randomUUID())).toBe(false)
  for (let n = 0; n < 1000; n++) expect(isNightReply(randomUUID(), chen)).toBe(false)
})

test('HO-13 the night follows the shop’s own hours: over a holiday it is one, a break at noon is none', () => {
  const day = [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '18:00' }]
  const hours = { zone: 'Asia/Shanghai', week: Array.from({ length: 7 }, () => day), exceptions: [{ day: '2026-10-01', open: [], name: '' }] }
  const when = (text: string): number => Date.parse(`${text}+08:00`)
  expect(shopNightOf(when('2026-10-01T10:00'), hours)).toMatchObject({ from: when('2026-09-30T18:00'), to: when('2026-10-02T09:00') })
  expect(isNight(shopNightOf(when('2026-09-30T12:30'), hours), when('2026-09-30T12:30'))).toBe(false)
})
