import { expect, test } from 'vitest'
import type { AutopilotRun } from '../../../src-shared/domain/run.ts'
import { message } from '../../bridge/made-up.ts'
import { runNote } from './run-note.ts'

const run = (reason: string | null, state: AutopilotRun['state'] = 'handed-over'): AutopilotRun => ({
  id: 'r', conversationId: 'c', intent: 'where_is_order', basedOnSeq: 3, state, messageId: 'm', sendAt: 0, decision: { decision: 'auto', rules: [], wouldNeed: [] }, reason,
})
const asked = message('a', 3)
const answered = message('b', 4, { author: { kind: 'agent', id: '', name: '' } })

test('W-29 every reason of autopilot for letting go has a sentence of its own, an unknown one a general one', () => {
  const reasons = ['person-typing', 'facts-changed', 'too-old', 'lease', 'newer-message', 'person-replied', 'resolved', 'paused', 'by-person']
  const notes = reasons.map((reason) => runNote(run(reason), [asked]))
  expect(new Set(notes).size).toBe(reasons.length)
  expect(notes).not.toContain('autopilot.handed')
  expect(runNote(run('toString'), [asked])).toBe('autopilot.handed')
  expect(runNote(run(null, 'undone'), [asked])).toBeNull()
  expect(runNote(run('by-person', 'undone'), [asked])).toBe('handed.by-person')
})

test('W-29 the sentence goes with the answer, else last week’s run would still be told', () => {
  expect(runNote(run('newer-message'), [asked, message('x', 4)])).toBe('handed.newer-message')
  expect(runNote(run('newer-message'), [asked, answered])).toBeNull()
  expect(runNote(run('person-replied'), [asked, answered])).toBe('handed.person-replied')
  expect(runNote(run('person-replied'), [asked, answered, message('x', 5)])).toBeNull()
})

test('W-29 a run that still goes on, or went well, is not told here', () => {
  expect([runNote(null, []), runNote(run(null, 'undo'), [asked]), runNote(run(null, 'done'), [asked])]).toEqual([null, null, null])
})
