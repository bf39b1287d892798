import { expect, test, vi } from 'vitest'
import type { ChatMessage } from '../../../../src-shared/wire/web-chat.ts'
import { ReadMarks } from './read-marks.ts'

const message = (seq: number, kind: 'customer' | 'agent'): ChatMessage => ({ id: '', seq, author: { kind, name: '' }, text: '', attachments: [], at: 0 })
const turns = async () => { for (let turn = 0; turn < 10; turn += 1) await Promise.resolve() }

test('V-5 the page tells each reply that came into sight once, and again only if nobody heard it: a call for every scroll', async () => {
  let heard = false
  const tell = vi.fn(async () => heard)
  const marks = new ReadMarks(tell)
  marks.inSight([message(1, 'customer')])
  expect(tell).not.toHaveBeenCalled()
  marks.inSight([message(1, 'customer'), message(2, 'agent')])
  marks.inSight([message(1, 'customer'), message(2, 'agent')])
  await turns()
  expect(tell).toHaveBeenCalledTimes(1)
  heard = true
  marks.inSight([message(2, 'agent'), message(3, 'customer')])
  await turns()
  marks.inSight([message(2, 'agent'), message(3, 'customer')])
  await turns()
  expect(tell.mock.calls).toEqual([[2], [2]])
})
