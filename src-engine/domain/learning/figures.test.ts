import { expect, test } from 'vitest'
import { figuresOf, type Counted } from './figures.ts'

const ZONE = 'Asia/Shanghai'
const DAY = Date.parse('2026-11-27T09:00:00+08:00')
const one = (change: Partial<Counted>): Counted => ({ at: DAY, outcome: 'unchanged', why: null, distance: 0, madeBy: 'local', version: 'templates.v1', topic: 'where_is_order', language: 'zh', ...change })

test('LR-15 only drafts that could be taken make the share; unread ones lower it, what nobody expects a draft for is in no share (figures could be made nice by a second bubble)', () => {
  const figures = figuresOf([
    one({}), one({ outcome: 'light', distance: 0.1 }), one({ outcome: 'refused', distance: 0.9, topic: null }), one({ outcome: 'unread' }),
    one({ outcome: 'none', why: 'no-source', distance: null, madeBy: null, version: null }), one({ outcome: 'none', why: 'second', distance: null }), one({ outcome: 'unwatched' }),
  ], ZONE)
  expect(figures.taken).toMatchObject({ right: 2, of: 4 })
  expect(figures.counts).toEqual({ unchanged: 1, light: 1, refused: 1, unread: 1, none: 1, unwatched: 1 })
  expect(figures.medianEdit).toBeCloseTo(0.05)
  expect(figures.reasons).toEqual([{ why: 'no-source', count: 1 }, { why: 'second', count: 1 }])
  expect(figures.topics.map(({ topic }) => topic)).toEqual(['where_is_order', null])
})

test('LR-15 days are the shop’s, and drafts of the desk and of each model with its version stand apart', () => {
  const figures = figuresOf([one({ at: Date.parse('2026-11-26T23:59:00+08:00') }), one({ at: Date.parse('2026-11-27T00:01:00+08:00'), madeBy: 'qwen-plus', version: 'draft.v1' }), one({ madeBy: 'qwen-plus', version: 'draft.v2' })], ZONE)
  expect(figures.days.map(({ start }) => new Date(start).toISOString())).toEqual(['2026-11-25T16:00:00.000Z', '2026-11-26T16:00:00.000Z'])
  expect(figures.makers.map(({ by, version }) => `${by} ${version}`)).toEqual(['local templates.v1', 'qwen-plus draft.v1', 'qwen-plus draft.v2'])
  expect(figuresOf([], ZONE)).toMatchObject({ counts: {}, taken: { right: 0, of: 0, low: null }, medianEdit: null, days: [] })
})
