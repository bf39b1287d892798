import { describe, expect, test } from 'vitest'
import type { InboxRow } from '../../../../src-shared/contract/desk.ts'
import { inWallOrder, keptOrder } from './wall-rows.ts'

const row = (id: string, change: Partial<InboxRow> = {}): InboxRow => ({
  id, displayName: id, channel: 'web', verification: 'none', lastLine: '', lastBy: 'customer', lastAt: 0, lastSeq: 1, waitingSince: null, clock: null, snooze: null, section: 'needs-you', chip: null,
  emotionLevel: 0, escalation: 0, topics: [], marks: [], language: 'zh', draft: 'none', flagged: false, flagDismissed: false, ...change,
})

describe('the wall', () => {
  test('RO-11 the angriest stand first, then who waits longest; what is done or asleep is not there (a supervisor reads past the one that explodes)', () => {
    const rows = [row('calm'), row('done', { section: 'done' }), row('asleep', { section: 'snoozed' }), row('long', { waitingSince: 1 }), row('short', { waitingSince: 9 }), row('angry', { flagged: true, emotionLevel: 3 })]
    expect(inWallOrder(rows).map(({ id }) => id)).toEqual(['angry', 'long', 'short', 'calm'])
  })

  test('RO-11 what stands keeps its place when something changes, what is new comes last (a line that moves away under the key)', () => {
    const before = ['a', 'b', 'c']
    expect(keptOrder(before, [row('new', { flagged: true }), row('c'), row('a')])).toEqual(['a', 'c', 'new'])
  })
})
