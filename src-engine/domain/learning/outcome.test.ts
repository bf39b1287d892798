import { expect, test } from 'vitest'
import { editDistance } from './distance.ts'
import { judge, readingMs, type Sent } from './outcome.ts'

const ID = '0190aaaa-0000-7000-8000-000000000001'
const ZH = '您好，这款净水器的滤芯建议每6个月更换一次，水质硬的地方3个月更换一次。'
const draft: NonNullable<Sent['draft']> = { id: ID, state: 'ready', text: ZH, problem: null, finishedAt: 10_000 }
const sent = (change: Partial<Sent>): Sent => ({
  text: ZH, at: 60_000, writing: { beganAt: null, shown: { draftId: ID, at: 20_000 } }, takenFrom: ID, draft, without: 'not-made', isSecond: false, ...change,
})
const of = (change: Partial<Sent>) => judge(sent(change))

test('LR-1 an edit counts signs in Chinese and words in English, and neither spaces nor the width of signs (a translated comma would be an edit)', () => {
  expect(editDistance('退款已到账，请查收', '退款已到账,请查收 ')).toBe(0)
  expect(editDistance('我们今天发货', '我们明天发货')).toBeCloseTo(1 / 6)
  expect(editDistance('We ship it today', 'We ship it tomorrow')).toBeCloseTo(1 / 4)
  expect(editDistance('We ship it today', 'we  ship it today')).toBe(0)
  expect(editDistance('', '')).toBe(0)
  expect(editDistance('', '在的')).toBe(1)
  for (const [a, b] of [['今天发', '明天再发一次'], ['Yes, it does', 'No']] as const) expect(editDistance(a, b)).toBe(editDistance(b, a))
})

test('LR-2 sent as it stood, lightly edited, heavily edited, another text (a refusal that passes for an edit would make any drafter look good)', () => {
  expect(of({})).toEqual({ outcome: 'unchanged', why: null, distance: 0 })
  expect(of({ text: ZH.replace('您好', '陈女士您好') }).outcome).toBe('light')
  expect(of({ text: '您好，这款净水器的滤芯建议每6个月更换一次，我帮您看了下，您那边水质不错，半年换一次就够了。' }).outcome).toBe('heavy')
  expect(of({ text: '发票要等确认收货以后才能申请，在订单详情里点申请开票。', takenFrom: null }).outcome).toBe('refused')
})

test('LR-3 a draft that was sent sooner than anybody reads it was not accepted (a reflex on Tab and Enter would count as approval)', () => {
  expect(of({ at: 20_000 + readingMs(ZH) - 1 }).outcome).toBe('unread')
  expect(of({ at: 20_000 + readingMs(ZH) }).outcome).toBe('unchanged')
  // Seen from when it was finished on, not from when the conversation was opened.
  expect(of({ draft: { ...draft, finishedAt: 59_900 } }).outcome).toBe('unread')
  expect(readingMs('好的')).toBe(1000)
})

test('LR-4 a draft that came when the agent was writing already, or was never on the screen, was not refused', () => {
  const own = '发票要等确认收货以后才能申请，在订单详情里点申请开票。'
  expect(of({ text: own, takenFrom: null, writing: { beganAt: 9_000, shown: { draftId: ID, at: 10_000 } } })).toMatchObject({ outcome: 'none', why: 'late' })
  expect(of({ text: own, takenFrom: null, writing: { beganAt: 30_000, shown: null } })).toMatchObject({ outcome: 'none', why: 'late' })
  expect(of({ text: own, takenFrom: null, writing: { beganAt: 30_000, shown: { draftId: ID, at: 20_000 } } }).outcome).toBe('refused')
})

test('LR-5 where there was no draft it is said why; a window that does not tell how a reply was written leaves it unjudged', () => {
  const without = (problem: string | null) => of({ draft: { ...draft, state: 'none', text: '', problem } }).why
  expect([without('no-source'), without('language'), without('spam'), without('nothing-new'), without('model-timeout')]).toEqual(['no-source', 'language', 'spam', 'nothing-new', 'endpoint'])
  expect(of({ draft: null, without: 'stale', takenFrom: null })).toEqual({ outcome: 'none', why: 'stale', distance: null })
  expect(of({ isSecond: true, takenFrom: null })).toMatchObject({ outcome: 'none', why: 'second' })
  expect(of({ text: ' ' })).toMatchObject({ outcome: 'none', why: 'pictures' })
  expect(of({ writing: undefined })).toMatchObject({ outcome: 'unwatched', distance: 0 })
})
