import { expect, test } from 'vitest'
import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { message } from '../../bridge/made-up.ts'
import { lastReply } from './last-reply.ts'

const ours = (id: string, seq: number | null, change: Partial<ThreadMessage> = {}) => message(id, seq, { author: { kind: 'agent', id: 's', name: 'A' }, delivery: seq === null ? 'queued' : 'sent', ...change })

test('V-18 the key takes the newest reply back, never an older one in its stead: the right answer recalled for being sent a second before', () => {
  const good = ours('good', 2, { recallUntil: 9 })
  expect(lastReply([message('q', 1), good])).toEqual({ message: good, from: 'sent' })
  const waiting = ours('wrong', null)
  expect(lastReply([message('q', 1), good, waiting])).toEqual({ message: waiting, from: 'waiting' })
  expect(lastReply([message('q', 1), good, ours('too old', 3)])).toBeNull()
  expect(lastReply([message('q', 1), good, message('thanks', 3)])).toMatchObject({ message: good })
  expect(lastReply([message('q', 1)])).toBeNull()
})

test('V-18 pressed twice in haste the key takes one reply back, not the one before as well', () => {
  expect(lastReply([ours('first', 2, { recallUntil: 9 }), ours('gone', 3, { recalledAt: 5 })])).toBeNull()
})
