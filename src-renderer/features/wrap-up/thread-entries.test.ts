import { expect, test } from 'vitest'
import type { ThreadNote } from '../../../src-shared/contract/desk.ts'
import { CONVERSATION, message } from '../../bridge/made-up.ts'
import { timeline } from '../conversation/timeline.ts'
import { threadEntries } from './thread-entries.ts'

const note = (id: string, at: number): ThreadNote => ({ id, conversationId: CONVERSATION, author: { id: 's', name: 'Amy' }, text: id, at, editedAt: null, deleted: false, own: true, waits: false })
const end = (id: string, at: number) => ({ id, conversationId: CONVERSATION, disposition: 'solved' as const, by: { id: 's', name: 'Amy' }, at, withdrawn: false })
const keys = (view: Parameters<typeof threadEntries>[1], ...messages: ReturnType<typeof message>[]): string[] => threadEntries(timeline(messages), view).map(({ key }) => key)

test('N-27 notes and ends stand where their time puts them, the newest at the very end', () => {
  const view = { notes: [note('n1', 1500), note('n3', 3500)], resolutions: [end('e', 2500)], more: false }
  expect(keys(view, message('m1', 1), message('m2', 2), message('m3', 3))).toEqual(['m1', 'n1', 'm2', 'e', 'm3', 'n3'])
})

test('N-27 a note older than the loaded part waits for its page (it would stand above messages that came after it)', () => {
  const view = { notes: [note('old', 500), note('new', 2500)], resolutions: [], more: true }
  expect(keys(view, message('m2', 2), message('m3', 3))).toEqual(['m2', 'new', 'm3'])
  expect(keys({ ...view, more: false }, message('m2', 2), message('m3', 3))).toEqual(['old', 'm2', 'new', 'm3'])
})

test('N-27 a reply that waits stands below every note, also in a thread without any message', () => {
  expect(keys({ notes: [note('n', 9_999_999)], resolutions: [], more: false }, message('m1', 1), message('waits', null))).toEqual(['m1', 'n', 'waits'])
  expect(keys({ notes: [note('n', 1)], resolutions: [], more: false })).toEqual(['n'])
})
