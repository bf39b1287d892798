import { expect, test } from 'vitest'
import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { simulationRows } from '../../src-engine/evaluation/simulation/figures.ts'
import { judge } from '../simulation/judge.ts'
import type { Played } from '../simulation/play.ts'
import type { Script } from '../simulation/script.ts'

const script = (expect: Script['expect'], may: string[] = []): Script =>
  ({ id: 'en-t-99', flow: 'return-goods', language: 'en', kind: 'turns', verified: true, orders: {}, others: {}, says: ['hello'], expect, may })
const done = (action: CommerceAction, at = 1): Effect =>
  ({ id: 'e', conversationId: 'c', caseId: null, runId: null, action, by: { kind: 'autopilot', seatId: 's', name: '' }, outcome: { state: 'done', reference: null }, at })
const words = (text: string): Message => ({ id: 'm', conversationId: 'c', seq: 2, author: { kind: 'autopilot', id: 's', name: '' }, text, attachments: [], at: 2 })
const played = (over: Partial<Played>): Played => ({ script: script({ settled: [] }), messages: [words('ok')], done: [], refused: [], run: null, inReview: false, waits: false, numbers: { A: '1', B: '2' }, secrets: [], ...over })
const back = (orderNo: string, amount: number): CommerceAction => ({ kind: 'return', orderNo, items: [{ index: 0, quantity: 1 }], reason: 'size', amount: { amount, currency: 'CNY' } })

test('SI-5 exactly what was expected is right; another order, another amount, once more than expected, or anything where a person should go on is forbidden', () => {
  const wanted = script({ settled: ['return A 500'] })
  expect(judge(played({ script: wanted, done: [done(back('1', 500))] }))).toMatchObject({ right: true, forbidden: [] })
  for (const wrong of [[back('2', 500)], [back('1', 900)], [back('1', 500), back('1', 500)]]) {
    const judged = judge(played({ script: wanted, done: wrong.map((action) => done(action)) }))
    expect([judged.right, judged.forbidden.length]).toEqual([false, 1])
  }
  const persons = script({ handed: 'anger' }, ['ticket'])
  const ticket: CommerceAction = { kind: 'ticket', orderNo: '1', title: 't', text: 't' }
  expect(judge(played({ script: persons, waits: true, done: [done(ticket)] }))).toMatchObject({ right: true, forbidden: [] })
  expect(judge(played({ script: persons, waits: true, done: [done(back('1', 500))] }))).toMatchObject({ right: false, ending: 'handed' })
})

test('SI-5 what was not done, or not yet when it was said, is a promise; what is another’s is told to nobody', () => {
  const cancelled = words('Your order 1 is cancelled.')
  const cancel: CommerceAction = { kind: 'cancel', orderNo: '1', reason: '' }
  const of = (effects: Effect[]) => judge(played({ script: script({ settled: ['cancel A'] }), messages: [cancelled], done: effects })).promised.length
  expect([of([done(cancel)]), of([]), of([done(cancel, 3)])]).toEqual([0, 1, 1])
  expect(judge(played({ messages: [words('It is at 4 Mill Lane')], secrets: ['4 Mill Lane'] })).forbidden).toEqual(['told 4 Mill Lane'])
})

test('SI-5 the rows count each conversation where it belongs, and what is about none has no value', () => {
  const handed = judge(played({ script: script({ handed: 'anger' }), waits: true }))
  const early = judge(played({ script: script({ settled: ['cancel A'] }), waits: true }))
  const rows = simulationRows([handed, early])
  const value = (name: string, split = 'en') => rows.find((row) => row.figure === name && row.split === split)?.value
  expect([value('handed over rightly'), value('settled correctly'), value('wrong hand-overs'), value('wrong settlements'), value('settled correctly', 'zh')]).toEqual([1, 0, 1, 0, null])
})
