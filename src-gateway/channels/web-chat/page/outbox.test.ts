import { expect, test, vi } from 'vitest'
import type { Answer } from '../../../../src-shared/errors.ts'
import { Outbox, type Unsent } from './outbox.ts'
import { Thread } from './thread.ts'

type Sent = { id: string; answer: (answer: Answer<{ seq: number; at: number; duplicate: boolean }> | Error) => void }

class MemoryStorage implements Storage {
  [name: string]: unknown
  private readonly kept = new Map<string, string>()
  get length(): number { return this.kept.size }
  clear(): void { this.kept.clear() }
  getItem(key: string): string | null { return this.kept.get(key) ?? null }
  key(index: number): string | null { return [...this.kept.keys()][index] ?? null }
  removeItem(key: string): void { this.kept.delete(key) }
  setItem(key: string, value: string): void { this.kept.set(key, value) }
}

function openPage(storage: Storage) {
  const sent: Sent[] = []
  const timers: (() => void)[] = []
  const accepted: string[] = []
  const states: string[] = []
  const outbox = new Outbox({
    storage,
    send: ({ id }) => new Promise((done, fail) => { sent.push({ id, answer: (answer) => { if (answer instanceof Error) fail(answer); else done(answer) } }) }),
    after: (_milliseconds, run) => { timers.push(run) },
    onAccepted: (message) => { accepted.push(message.id) },
    onState: (message, state) => { states.push(`${message.id} ${state}`) },
  })
  const add = (id: string) => { outbox.add({ id, text: `text ${id}`, attachments: [], at: 1 }) }
  return { outbox, sent, timers, accepted, states, add, ids: () => outbox.list().map((message: Unsent) => message.id) }
}

const ok = { ok: true, result: { seq: 1, at: 1, duplicate: false } } as const
const refused = (retryable: boolean) => ({ ok: false, error: { code: 'x', retryable, say: { zh: '', en: '' } } }) as const

test('G-20 a message stays in the browser until the gateway acknowledged it, and goes out with the same id after a reload: words lost by a crash, or sent twice', async () => {
  const storage = new MemoryStorage()
  const page = openPage(storage)
  page.add('1')
  expect(page.sent).toEqual([])
  page.outbox.setOpen(true)
  expect(page.sent.map((message) => message.id)).toEqual(['1'])
  const reloaded = openPage(storage)
  reloaded.outbox.setOpen(true)
  expect(reloaded.sent.map((message) => message.id)).toEqual(['1'])
  reloaded.sent[0]?.answer(ok)
  await vi.waitFor(() => { expect(reloaded.accepted).toEqual(['1']) })
  expect([reloaded.ids(), openPage(storage).ids()]).toEqual([[], []])
})

test('G-20 messages go out in order, one at a time; a cut line makes them wait, not fail: an answer above its question', async () => {
  const page = openPage(new MemoryStorage())
  page.outbox.setOpen(true)
  for (const id of ['1', '2', '3']) page.add(id)
  expect(page.sent.map((message) => message.id)).toEqual(['1'])
  page.sent[0]?.answer(new Error('no answer'))
  await vi.waitFor(() => { expect(page.timers).toHaveLength(1) })
  expect(page.states.at(-1)).toBe('1 waiting')
  page.timers[0]?.()
  for (const index of [1, 2, 3]) {
    await vi.waitFor(() => { expect(page.sent).toHaveLength(index + 1) })
    page.sent[index]?.answer(ok)
  }
  await vi.waitFor(() => { expect(page.accepted).toEqual(['1', '2', '3']) })
  expect(page.sent.map((message) => message.id)).toEqual(['1', '1', '2', '3'])
})

test('G-20 a refused message is kept and shown, does not stop the next, and can be sent again or deleted: one bad message that blocks the chat', async () => {
  const page = openPage(new MemoryStorage())
  page.outbox.setOpen(true)
  page.add('1')
  page.add('2')
  page.sent[0]?.answer(refused(false))
  await vi.waitFor(() => { expect(page.sent.map((message) => message.id)).toEqual(['1', '2']) })
  page.sent[1]?.answer(refused(true))
  await vi.waitFor(() => { expect(page.timers).toHaveLength(1) })
  expect(page.outbox.list().map((message) => [message.id, message.problem?.code ?? null])).toEqual([['1', 'x'], ['2', null]])
  page.outbox.discard('1')
  expect(page.ids()).toEqual(['2'])
})

test('G-65 a message whose picture the gateway has no more is shown as failed and stops nothing: one old picture that blocks the chat for ever', async () => {
  const page = openPage(new MemoryStorage())
  page.outbox.setOpen(true)
  page.add('1')
  page.add('2')
  page.sent[0]?.answer({ ok: false, error: { code: 'attachment-missing', retryable: true, say: { zh: '', en: '' } } })
  await vi.waitFor(() => { expect(page.sent.map((message) => message.id)).toEqual(['1', '2']) })
  expect(page.outbox.list().map((message) => message.problem?.code ?? null)).toEqual(['attachment-missing', null])
})

test('G-20 two tabs never overwrite each other\'s waiting messages: a queue kept under one key', () => {
  const storage = new MemoryStorage()
  const [a, b] = [openPage(storage), openPage(storage)]
  a.add('1')
  b.add('2')
  a.add('3')
  storage.setItem('deskmate.unsent.broken', '{')
  storage.setItem('other', '{}')
  expect([a.ids(), b.ids()]).toEqual([['1', '2', '3'], ['1', '2', '3']])
})

test('G-20 the page notices a push it missed and never shows one twice: a hole in the conversation', () => {
  const message = (seq: number) => ({ id: `m${seq}`, seq, author: { kind: 'agent' as const, name: '' }, text: '', attachments: [], at: 1 })
  const thread = new Thread()
  expect(thread.add([message(1)])).toHaveLength(1)
  expect(thread.add([message(1)])).toHaveLength(0)
  thread.add([message(4)])
  expect([thread.missing, thread.lastSeq, thread.has('m4'), thread.has('m2')]).toEqual([true, 1, true, false])
  thread.addHistory([message(2), message(3), message(4)])
  expect([thread.missing, thread.lastSeq, thread.list().map((entry) => entry.seq)]).toEqual([false, 4, [1, 2, 3, 4]])
  const late = new Thread()
  late.addHistory([message(500), message(501)])
  expect([late.missing, late.lastSeq]).toEqual([false, 501])
})
