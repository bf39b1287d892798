import { expect, test } from 'vitest'
import { dayCounts } from './day-counts.ts'
import type { Counted } from './figures.ts'
import { teamFigures } from './team-figures.ts'

const ZONE = 'Asia/Shanghai'
const DAY = Date.parse('2026-11-27T09:00:00+08:00')
const one = (change: Partial<Counted>): Counted => ({ at: DAY, outcome: 'unchanged', why: null, distance: 0, madeBy: 'local', version: 'v1', topic: 'where_is_order', language: 'zh', ...change })

test('DF-4 replies are told as counts by the shop’s day and topic, with classes of the edits and reasons, alike in whatever order; a topic of a newer program is none', () => {
  const replies = [
    one({}), one({ outcome: 'light', distance: 0.12 }), one({ outcome: 'refused', distance: 0.93, topic: 'a topic of next year' }),
    one({ outcome: 'none', why: 'late', distance: 0.4, topic: null }), one({ at: Date.parse('2026-11-26T23:59:00+08:00'), outcome: 'unwatched', distance: 0.3 }),
  ]
  const days = dayCounts(replies, ZONE)
  expect(days).toEqual([
    { day: '2026-11-26', topics: [{ topic: 'where_is_order', counts: { unwatched: 1 } }] },
    { day: '2026-11-27', topics: [
      { topic: 'none', counts: { refused: 1, 'edit-100': 1, 'none-late': 1 } },
      { topic: 'where_is_order', counts: { unchanged: 1, 'edit-0': 1, light: 1, 'edit-20': 1 } },
    ] },
  ])
  expect(JSON.stringify(dayCounts([...replies].reverse(), ZONE))).toBe(JSON.stringify(days))
})

test('DF-5 the team’s share has its bounds, over all and by topic; the middle edit is the end of its class; what nobody expects a draft for is in no share; the others stand last', () => {
  const figures = teamFigures({
    people: 3, waiting: true,
    topics: [
      { topic: 'others', from: '2026-11-20', counts: { refused: 40, 'edit-100': 40 } },
      { topic: 'where_is_order', from: '2026-11-12', counts: { unchanged: 45, light: 15, refused: 20, 'edit-0': 45, 'edit-10': 15, 'edit-100': 20, 'none-late': 5, 'none-second': 9 } },
    ],
    days: [{ day: '2026-11-26', counts: { unchanged: 45, 'none-late': 5 } }],
  }, ZONE, '2026-11-20')
  expect(figures).toMatchObject({ counts: { unchanged: 45, light: 15, refused: 60, none: 5 }, taken: { right: 60, of: 120 }, editUpTo: 10, reasons: [{ why: 'second', count: 9 }, { why: 'late', count: 5 }], people: 3, waiting: true })
  expect(figures.topics.map(({ topic, since, taken: { right, of } }) => [topic, since === null ? null : new Date(since).toISOString(), right, of])).toEqual([['where_is_order', '2026-11-11T16:00:00.000Z', 60, 80], ['others', null, 0, 40]])
  const [{ taken } = { taken: figures.taken }] = figures.topics
  expect([taken.low, taken.high].map((bound) => Math.round(100 * (bound ?? 0)))).toEqual([65, 83])
  expect(figures.days).toEqual([{ start: Date.parse('2026-11-26T00:00:00+08:00'), counts: { unchanged: 45, none: 5 } }])
  expect(teamFigures({ people: 0, waiting: false, topics: [], days: [] }, ZONE, '2026-11-20')).toMatchObject({ counts: {}, taken: { of: 0, low: null }, editUpTo: null, topics: [], reasons: [] })
})
