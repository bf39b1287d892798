import { expect, test, vi } from 'vitest'
import { CallError } from './call-error.ts'
import { EngineClient } from './client.ts'
import { FakePort } from './fake-port.ts'
import { CONVERSATION } from './made-up.ts'

function start() {
  const on = { patches: vi.fn(), answer: vi.fn(), link: vi.fn() }
  return { client: new EngineClient(on), on }
}

test('W-6 a call asked while no engine is there is asked when one comes', async () => {
  const { client } = start()
  const opened = client.call('unsent.save', { conversationId: CONVERSATION, text: '好' })
  const port = new FakePort()
  client.attach(port)
  expect(port.asked.map((q) => q.params)).toEqual([{ conversationId: CONVERSATION, text: '好' }])
  port.answer('unsent.save', {})
  await expect(opened).resolves.toEqual({})
})

test('W-6 a call without an answer is asked again with the same parameters on the next port, and answered once', async () => {
  const { client } = start()
  const first = new FakePort()
  client.attach(first)
  const sent = client.call('conversation.focus', { conversationId: CONVERSATION })
  first.break()
  const second = new FakePort()
  client.attach(second)
  expect(second.asked).toEqual(first.asked)
  second.answer('conversation.focus', {})
  await expect(sent).resolves.toEqual({})
  const third = new FakePort()
  client.attach(third)
  expect(third.asked).toEqual([])
})

test('W-6 what an old port still says is ignored (its numbers belong to an engine that is gone)', () => {
  const { client, on } = start()
  const old = new FakePort()
  client.attach(old)
  client.attach(new FakePort())
  old.say({ t: 'patches', n: 9, patches: [] })
  old.break()
  expect(old.closed).toBe(true)
  expect(on.patches).not.toHaveBeenCalled()
  expect(on.link).not.toHaveBeenCalledWith(false)
})

test('W-6 "is typing" without an engine is forgotten instead of being shown to the customer later', async () => {
  const { client } = start()
  await client.call('typing', { conversationId: CONVERSATION })
  const port = new FakePort()
  client.attach(port)
  expect(port.asked).toEqual([])
})

test('W-6 an error answer rejects with the sentence for the person', async () => {
  const { client } = start()
  const port = new FakePort()
  client.attach(port)
  const asked = client.call('autopilot.undo', { runId: CONVERSATION })
  const error = { code: 'too-late', retryable: false, say: { zh: '已发出', en: 'Already out' } }
  port.say({ t: 'answer', id: port.asked[0]?.id ?? 0, ok: false, error })
  await expect(asked).rejects.toThrow(CallError)
  await expect(asked).rejects.toMatchObject({ shape: error })
})

test('W-6 patches that came before an answer are applied before it (else an older answer would overwrite them)', async () => {
  const { client, on } = start()
  const order: string[] = []
  on.answer.mockImplementation(() => order.push('flush'))
  const port = new FakePort()
  client.attach(port)
  const asked = client.call('desk.open', {}).then(() => order.push('answer'))
  port.answer('desk.open', {})
  await asked
  expect(order).toEqual(['flush', 'answer'])
})

test('W-6 an engine that hangs without closing its port is told, and taken back with its next word', async () => {
  vi.useFakeTimers()
  const { client, on } = start()
  const port = new FakePort()
  client.attach(port)
  const asked = client.call('conversation.focus', { conversationId: null })
  vi.advanceTimersByTime(2999)
  expect(on.link).not.toHaveBeenCalledWith(false)
  vi.advanceTimersByTime(1)
  expect(on.link).toHaveBeenLastCalledWith(false)
  port.answer('conversation.focus', {})
  await expect(asked).resolves.toEqual({})
  expect(on.link).toHaveBeenLastCalledWith(true)
  vi.useRealTimers()
})
