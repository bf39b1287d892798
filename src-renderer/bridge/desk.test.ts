import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { QueryObserver } from '@tanstack/react-query'
import type { Draft } from '../../src-shared/domain/draft.ts'
import { keys } from './cache.ts'
import { Desk } from './desk.ts'
import { FakePort } from './fake-port.ts'
import { CONVERSATION as ID, draft, message, row } from './made-up.ts'
import type { Rows, ThreadView } from './patches.ts'

const opened = (n: number, ...rows: ReturnType<typeof row>[]) => ({ n, rows, state: {}, settings: {} })
const thread = (...messages: ReturnType<typeof message>[]) => ({
  conversation: { id: ID }, row: row(ID), messages, more: false, draft: draft('d1', ''), unsent: '半句', customer: null, orders: [], run: null, flag: null, articles: [],
})
const soon = () => vi.advanceTimersByTimeAsync(60)

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => setTimeout(work, 16))
  vi.stubGlobal('cancelAnimationFrame', (id: number) => clearTimeout(id))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A desk with one open thread, as the screen holds it. */
async function start() {
  const desk = new Desk()
  const port = new FakePort()
  desk.attach(port)
  port.answer('desk.open', opened(1, row(ID)))
  const stop = new QueryObserver<ThreadView>(desk.cache, { queryKey: keys.thread(ID), queryFn: () => desk.readThread(ID) }).subscribe(() => undefined)
  await soon()
  port.answer('thread.get', thread(message('m1', 1)))
  await soon()
  return { desk, port, stop }
}
const messagesOf = (desk: Desk) => desk.cache.getQueryData<ThreadView>(keys.thread(ID))?.messages.map((m) => m.id)

test('W-7 numbered patches land in the cache: row, message, draft', async () => {
  const { desk, port, stop } = await start()
  port.say({ t: 'patches', n: 2, patches: [{ kind: 'row', row: row(ID, { lastLine: '新' }) }, { kind: 'message', message: message('m2', 2) }] })
  port.say({ t: 'patches', n: 3, patches: [{ kind: 'draft-delta', conversationId: ID, draftId: 'd1', text: '您' }, { kind: 'draft-delta', conversationId: ID, draftId: 'd1', text: '好' }] })
  await soon()
  expect(desk.cache.getQueryData<Rows>(keys.rows)?.get(ID)?.lastLine).toBe('新')
  expect(messagesOf(desk)).toEqual(['m1', 'm2'])
  expect(desk.cache.getQueryData<Draft>(keys.draft(ID))?.text).toBe('您好')
  stop()
})

test('BE-16 what a frame brings is told before that frame is painted (told in a task of its own it would stand a frame later)', async () => {
  const { desk, port, stop } = await start()
  const frames: (() => void)[] = []
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => frames.push(work))
  const told: string[] = []
  const unsubscribe = new QueryObserver<Draft>(desk.cache, { queryKey: keys.draft(ID) }).subscribe(({ data }) => told.push(data?.text ?? ''))
  port.say({ t: 'patches', n: 2, patches: [{ kind: 'draft-delta', conversationId: ID, draftId: 'd1', text: '您' }] })
  expect(told).toEqual([])
  for (const frame of frames) frame()
  // Microtasks alone: a paint follows the frame's own work and these, and no timer.
  await Promise.resolve()
  expect(told).toEqual(['您'])
  unsubscribe()
  stop()
})

test('W-7 after a gap everything shown is asked again; what was missed is on the screen then', async () => {
  const { desk, port, stop } = await start()
  port.say({ t: 'patches', n: 4, patches: [] })
  expect(port.count('desk.open')).toBe(2)
  port.answer('desk.open', opened(4, row(ID, { lastLine: '漏掉的' })))
  await soon()
  expect(port.count('thread.get')).toBe(2)
  port.answer('thread.get', thread(message('m1', 1), message('m2', 2), message('m3', 3)))
  await soon()
  expect(desk.cache.getQueryData<Rows>(keys.rows)?.get(ID)?.lastLine).toBe('漏掉的')
  expect(messagesOf(desk)).toEqual(['m1', 'm2', 'm3'])
  stop()
})

test('W-7 an engine that was started again counts from its own number, and the last known state stays meanwhile', async () => {
  const { desk, port, stop } = await start()
  desk.show(ID)
  port.break()
  expect(desk.link.get()).toBe('away')
  expect(messagesOf(desk)).toEqual(['m1'])
  const next = new FakePort()
  desk.attach(next)
  next.answer('desk.open', opened(0, row(ID)))
  await soon()
  next.answer('thread.get', thread(message('m1', 1)))
  next.say({ t: 'patches', n: 1, patches: [{ kind: 'message', message: message('m2', 2) }] })
  await soon()
  expect(messagesOf(desk)).toEqual(['m1', 'm2'])
  expect(next.asked.findLast((q) => q.call === 'conversation.focus')?.params).toEqual({ conversationId: ID })
  stop()
})

test('W-7 patches of conversations that are not loaded do no harm and load nothing', async () => {
  const { desk, port, stop } = await start()
  const other = { ...message('x1', 1), conversationId: 'other' }
  port.say({ t: 'patches', n: 2, patches: [{ kind: 'message', message: other }, { kind: 'draft-delta', conversationId: 'other', draftId: 'd9', text: 'x' }] })
  await soon()
  expect(desk.cache.getQueryData(keys.thread('other'))).toBeUndefined()
  expect(port.count('draft.get')).toBe(0)
  stop()
})

test('W-7 words kept by the engine are handed to the composer, and an unknown draft is asked for', async () => {
  const { desk, port, stop } = await start()
  expect(desk.keptWords.get(ID)).toBe('半句')
  port.say({ t: 'patches', n: 2, patches: [{ kind: 'draft-delta', conversationId: ID, draftId: 'd2', text: '尾' }] })
  await soon()
  port.answer('draft.get', { draft: draft('d2', '头尾') })
  await soon()
  expect(desk.cache.getQueryData<Draft>(keys.draft(ID))?.text).toBe('头尾')
  stop()
})
