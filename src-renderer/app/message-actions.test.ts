import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keys } from '../bridge/cache.ts'
import { Desk } from '../bridge/desk.ts'
import { FakePort } from '../bridge/fake-port.ts'
import { CONVERSATION as ID, message } from '../bridge/made-up.ts'
import { recallLast } from './message-actions.ts'
import { screen } from './screen.ts'

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 0)))
afterEach(() => vi.unstubAllGlobals())

test('V-20 a reply that still seemed to wait and had just gone out is recalled from the customer: a key that says "sent already" and leaves it there', async () => {
  const desk = new Desk()
  const port = new FakePort()
  desk.attach(port)
  desk.cache.setQueryData(keys.thread(ID), { messages: [message('m1', 1), message('r1', null, { author: { kind: 'agent', id: 'a', name: 'a' } })] })
  recallLast(desk, ID)
  const asked = await vi.waitUntil(() => port.asked.find(({ call }) => call === 'reply.takeBack'))
  port.say({ t: 'answer', id: asked.id, ok: false, error: { code: 'already-sent', retryable: false, say: { zh: '已经发出', en: 'sent' } } })
  await vi.waitUntil(() => port.count('reply.recall') === 1)
  expect(port.asked.find(({ call }) => call === 'reply.recall')?.params).toEqual({ id: 'r1' })
  expect(screen.get().toasts).toEqual([])
})
