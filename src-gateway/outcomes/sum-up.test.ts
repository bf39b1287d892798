import { expect, test } from 'vitest'
import { repliesIn } from '../../src-shared/domain/outcome-counts.ts'
import type { ToldDay } from '../store/outcomes.ts'
import { isShowable, peopleIn } from './people-in.ts'
import { sumUp } from './sum-up.ts'

const told = (who: string, day: string, topics: ToldDay['told'], over: Partial<ToldDay> = {}): ToldDay => ({ logId: 'log', seatId: `desk of ${who}`, accountId: who, day, told: topics, summed: {}, ...over })
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-11-23', '2026-11-24', '2026-11-25']
const three = (day: string, count: number) => ['a', 'b', 'c'].map((who) => told(who, day, { where_is_order: { unchanged: count } }))

test('DF-1 a sum rests on three people, twenty replies, and not on two alone who wrote nearly all (a figure of one person under the team’s name)', () => {
  const share = (accountId: string, replies: number, seatId = `desk of ${accountId}`) => ({ accountId, seatId, replies })
  expect(isShowable([share('a', 10), share('b', 10), share('c', 10)])).toBe(true)
  expect(isShowable([share('a', 50), share('b', 50)])).toBe(false)
  expect(isShowable([share('a', 6), share('b', 6), share('c', 6)])).toBe(false)
  expect(isShowable([share('a', 80), share('b', 1), share('c', 1)])).toBe(false)
  expect(isShowable([share('a', 40), share('b', 40), share('c', 7)])).toBe(false)
  expect(isShowable([share('a', 40), share('b', 40), share('c', 8)])).toBe(true)
  // The same person at three desks is one; so is one who was not signed in at first. Three of the local account are told apart by their desks alone.
  expect(isShowable([share('a', 10, '1'), share('a', 10, '2'), share('a', 10, '3')])).toBe(false)
  expect(isShowable([share('local', 10, '1'), share('a', 10, '1'), share('b', 10, '2')])).toBe(false)
  expect(isShowable([share('local', 10, '1'), share('local', 10, '2'), share('local', 10, '3')])).toBe(true)
  expect(peopleIn([share('a', 3), share('b', 0)]).size).toBe(1)
})

test('DF-2 a topic is summed day by day where enough answered, over several days where too few did, and with other topics when it has waited for long', () => {
  const some = (day: string) => ['a', 'b', 'c'].map((who) => told(who, day, { damaged: { heavy: 3 } }))
  expect(sumUp(three(MONDAY, 7), TUESDAY, MONDAY).sums).toEqual([{ topic: 'where_is_order', from: MONDAY, until: MONDAY, counts: { unchanged: 21 } }])
  expect(sumUp([...some(MONDAY), ...some(TUESDAY), ...some(WEDNESDAY)], '2026-11-26', '2026-11-19').sums).toEqual([{ topic: 'damaged', from: MONDAY, until: WEDNESDAY, counts: { heavy: 27 } }])
  const rare = [told('a', MONDAY, { damaged: { heavy: 8 } }), told('b', MONDAY, { ship_when: { light: 8 } }), told('c', TUESDAY, { none: { 'none-late': 8 } })]
  expect(sumUp(rare, WEDNESDAY, '2026-11-22')).toMatchObject({ sums: [], changed: [], waiting: true })
  expect(sumUp(rare, '2026-12-02', '2026-11-25')).toMatchObject({ sums: [{ topic: 'others', from: MONDAY, until: TUESDAY, counts: { heavy: 8, light: 8, 'none-late': 8 } }], waiting: false })
  // Today is not over.
  expect(sumUp(three(MONDAY, 7), MONDAY, '2026-11-16')).toEqual({ sums: [], changed: [], waiting: false })
})

test('DF-3 what is told once more adds only what is new, and that only with enough of others’; fewer takes nothing out (a late desk’s counts read off as the difference)', () => {
  const { changed } = sumUp(three(MONDAY, 7), TUESDAY, MONDAY)
  expect(sumUp(changed, TUESDAY, MONDAY)).toEqual({ sums: [], changed: [], waiting: false })
  const [a, ...others] = changed
  if (!a) throw new Error('nobody')
  const late = [{ ...a, told: { where_is_order: { unchanged: 7, refused: 30 } } }, ...others]
  expect(sumUp(late, TUESDAY, MONDAY)).toMatchObject({ sums: [], waiting: true })
  expect(sumUp([...late, ...three(TUESDAY, 12)], WEDNESDAY, MONDAY).sums).toEqual([{ topic: 'where_is_order', from: MONDAY, until: TUESDAY, counts: { unchanged: 36, refused: 30 } }])
  expect(sumUp([{ ...a, told: {} }, ...others], TUESDAY, MONDAY)).toMatchObject({ sums: [], waiting: false })
})

test('DF-3 over weeks of any tellings each sum is made of enough people’s replies that are in no other sum, and none is lost (a difference of two periods that is one person’s)', () => {
  let seed = 7
  const random = (below: number): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below
  const day = (n: number): string => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10)
  const rows = new Map<string, ToldDay>()
  const put = (row: ToldDay) => rows.set(`${row.day} ${row.accountId}`, row)
  let sums = 0
  for (let n = 0; n < 60; n++) {
    for (const who of ['a', 'b', 'c', 'd', 'e']) {
      if (random(3) === 0) continue
      // Of today, or late of a day before; never less than before.
      const of = day(n - (random(5) === 0 ? 1 + random(4) : 0))
      const known = rows.get(`${of} ${who}`) ?? told(who, of, {})
      put({ ...known, told: { quality_defect: { unchanged: (known.told.quality_defect?.unchanged ?? 0) + random(9) } } })
    }
    const before = new Map(rows)
    const made = sumUp([...rows.values()], day(n), day(n - 30))
    made.changed.forEach(put)
    if (made.sums.length === 0) continue
    expect(made.sums).toHaveLength(1)
    const shares = made.changed.map((row) => ({ seatId: row.seatId, accountId: row.accountId, replies: repliesIn(row.summed.quality_defect ?? {}) - repliesIn(before.get(`${row.day} ${row.accountId}`)?.summed.quality_defect ?? {}) }))
    expect(isShowable(shares)).toBe(true)
    expect(shares.reduce((sum, { replies }) => sum + replies, 0)).toBe(repliesIn(made.sums[0]?.counts ?? {}))
    sums += 1
  }
  expect(sums).toBeGreaterThan(20)
  // One day with enough of everybody's takes all that waited with it.
  for (const who of ['a', 'b', 'c', 'd', 'e']) put(told(who, day(60), { quality_defect: { unchanged: 60 } }))
  sumUp([...rows.values()], day(61), day(30)).changed.forEach(put)
  expect([...rows.values()].filter(({ told: all, summed }) => repliesIn(summed.quality_defect ?? {}) !== repliesIn(all.quality_defect ?? {}))).toEqual([])
})
