import { describe, expect, test } from 'vitest'
import type { InboxRow } from '../../../src-shared/contract/desk.ts'
import { row } from '../../bridge/made-up.ts'
import { moved } from './moved.ts'
import { nextAfter, stepFrom } from './next.ts'
import { heldOrder, inOrder, linesOf, shownNow } from './order.ts'

const MINUTE = 60_000
const asMap = (...rows: InboxRow[]) => new Map(rows.map((r) => [r.id, r]))
const waits = (id: string, since: number, change: Partial<InboxRow> = {}) => row(id, { waitingSince: since * MINUTE, ...change })

describe('order', () => {
  test('W-11 sections stand in their order; within "needs you" the angry first, then who waited longest', () => {
    const rows = [row('done', { section: 'done' }), waits('new', 30), row('auto', { section: 'autopilot' }), waits('old', 10), waits('angry', 40, { chip: 'angry' }), row('theirs', { section: 'waiting-for-customer' })]
    expect(inOrder(rows)).toEqual(['angry', 'old', 'new', 'theirs', 'auto', 'done'])
  })

  test('W-11 a conversation about to explode overtakes one that waited a little longer, not one that waited much longer', () => {
    const rows = [waits('calm', 20), waits('hot', 30, { escalation: 1 }), waits('ages', 1)]
    expect(inOrder(rows)).toEqual(['ages', 'hot', 'calm'])
  })

  test('W-11 other sections have the newest on top', () => {
    expect(inOrder([row('a', { section: 'done', lastAt: 1 }), row('b', { section: 'done', lastAt: 2 })])).toEqual(['b', 'a'])
  })
})

test('W-11 a flagged one stays on top while its chip tells something else (a held reply would bury the angry)', () => {
  expect(inOrder([waits('old', 1), waits('held', 9, { chip: 'held', flagged: true })])).toEqual(['held', 'old'])
})

describe('the list in use', () => {
  const before = shownNow(asMap(waits('a', 1), waits('b', 2), waits('c', 3)))

  test('W-12 nobody changes place or section under the pointer (else the click hits another customer)', () => {
    const now = asMap(waits('a', 1, { section: 'done' }), waits('b', 2), waits('c', 3, { chip: 'angry' }))
    const held = heldOrder(before, now)
    expect(held.ids).toEqual(['a', 'b', 'c'])
    expect(held.sections.get('a')).toBe('needs-you')
  })

  test('W-12 newcomers stand at the very end, in the order in which they came, and an angry one does not jump (else rows move under the pointer)', () => {
    const start = shownNow(asMap(waits('a', 1), row('z', { section: 'done' })))
    const first = heldOrder(start, asMap(waits('a', 1), row('z', { section: 'done' }), waits('x', 9)))
    const second = heldOrder(first, asMap(waits('a', 1), row('z', { section: 'done' }), waits('x', 9), waits('y', 0, { flagged: true })))
    const third = heldOrder(second, asMap(waits('a', 1), row('z', { section: 'done' }), waits('x', 9, { section: 'done' }), waits('y', 0, { flagged: true })))
    const lines = linesOf(third).map((l) => (l.kind === 'row' ? l.id : `# ${l.section} ${l.count}`))
    expect(lines).toEqual(['# needs-you 1', 'a', '# done 1', 'z', '# new 2', 'x', 'y'])
    expect(heldOrder(third, asMap(waits('a', 1), row('z'), waits('x', 9), waits('y', 0)))).toBe(third)
  })
})

describe('the pill', () => {
  test('W-13 counts who really moves up, not those that make room', () => {
    expect(moved(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual({ up: 1, changed: true })
    expect(moved(['a', 'b', 'c', 'd'], ['c', 'd', 'a', 'b'])).toMatchObject({ changed: true })
    expect(moved(['a', 'b', 'c', 'd', 'e'], ['e', 'd', 'a', 'b', 'c'])).toEqual({ up: 2, changed: true })
  })

  test('W-13 one that moves down is a change without "moved up"', () => {
    expect(moved(['a', 'b', 'c'], ['b', 'c', 'a'])).toEqual({ up: 0, changed: true })
  })

  test('W-13 no change, no pill', () => {
    expect(moved(['a', 'b'], ['a', 'b'])).toEqual({ up: 0, changed: false })
    expect(moved([], [])).toEqual({ up: 0, changed: false })
  })
})

test('W-14 who is overdue comes before who has waited longer without being late, as the queue shows them: "next" that leads past the red one', () => {
  const clock = { warnAt: 6 * MINUTE, dueAt: 10 * MINUTE }
  const rows = asMap(waits('now', 1), waits('patient', 2), waits('late', 5, { clock: { ...row('late').clock, ...clock } as InboxRow['clock'] }))
  const shown = shownNow(rows, new Set(['late'])).ids
  expect(nextAfter(rows, 'now', 10 * MINUTE)).toBe(shown[0])
  expect([nextAfter(rows, 'now', 9 * MINUTE), nextAfter(rows, 'now', 10 * MINUTE)]).toEqual(['patient', 'late'])
  expect(stepFrom(['now'], rows, { id: 'now', settled: true }, 1, 10 * MINUTE)).toBe('late')
})

test('W-14 after resolving, the most urgent that needs a person comes next, never the one just resolved, never one that waits for the customer', () => {
  const rows = asMap(waits('now', 1), waits('later', 9), waits('angry', 8, { chip: 'angry' }), row('theirs', { section: 'waiting-for-customer' }))
  expect(nextAfter(rows, 'now', 0)).toBe('angry')
  expect(nextAfter(asMap(waits('now', 1), row('theirs', { section: 'waiting-for-customer' })), 'now', 0)).toBeNull()
})

describe('a step in the queue', () => {
  const rows = asMap(waits('a', 1), waits('b', 2), row('t', { section: 'waiting-for-customer', lastAt: 2 }), row('d', { section: 'done' }))
  const ids = inOrder(rows.values())

  test('W-27 goes to the neighbour, and from nowhere to the top', () => {
    expect(stepFrom(ids, rows, { id: 'a', settled: false }, 1, 0)).toBe('b')
    expect(stepFrom(ids, rows, { id: 'b', settled: false }, -1, 0)).toBe('a')
    expect(stepFrom(ids, rows, { id: null, settled: false }, 1, 0)).toBe('a')
    expect(stepFrom(ids, rows, { id: 'a', settled: false }, -1, 0)).toBeNull()
  })

  test('W-27 "next" after an answer goes to the first that needs a person, not on among those who wait for the customer', () => {
    expect(stepFrom(ids, rows, { id: 't', settled: true }, 1, 0)).toBe('a')
    expect(stepFrom(ids, rows, { id: 't', settled: false }, 1, 0)).toBe('d')
    expect(stepFrom(ids, rows, { id: 't', settled: true }, -1, 0)).toBe('b')
  })

  test('W-27 "next" on the last row begins anew instead of doing nothing', () => {
    expect(stepFrom(ids, rows, { id: 'd', settled: false }, 1, 0)).toBe('a')
    expect(stepFrom(['d'], asMap(row('d', { section: 'done' })), { id: 'd', settled: true }, 1, 0)).toBeNull()
  })
})

describe('sections', () => {
  test('N-24 overdue ones stand above the others of their section, below the flagged (a broken promise of time would drown)', () => {
    const rows = [waits('hot', 20, { escalation: 1 }), waits('late', 15), waits('angry', 40, { flagged: true }), row('auto', { section: 'autopilot', lastAt: 1 }), row('auto-late', { section: 'autopilot', lastAt: 0 })]
    expect(inOrder(rows, new Set(['late', 'auto-late']))).toEqual(['angry', 'late', 'hot', 'auto-late', 'auto'])
  })

  test('N-25 what was put away stands in the order in which it comes back; what was done before today is not shown', () => {
    const asleep = (id: string, until: number): InboxRow => row(id, { section: 'snoozed', lastAt: 9 - until, snooze: { until, woke: null } })
    const rows = asMap(asleep('later', 5), asleep('soon', 2), row('yesterday', { section: 'past' }), row('today', { section: 'done' }))
    expect(inOrder(rows.values())).toEqual(['soon', 'later', 'today'])
    expect(heldOrder(shownNow(asMap()), rows).ids).not.toContain('yesterday')
  })

  test('N-25 a collapsed section keeps its header and its count', () => {
    const lines = linesOf(shownNow(asMap(waits('a', 1), row('d', { section: 'done' }), row('e', { section: 'done' }))), new Set(['done'] as const))
    expect(lines.map((l) => (l.kind === 'row' ? l.id : `# ${l.section} ${l.count}`))).toEqual(['# needs-you 1', 'a', '# done 2'])
  })
})
