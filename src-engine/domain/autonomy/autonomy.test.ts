import { describe, expect, test } from 'vitest'
import { raises } from '../../../src-shared/domain/policy-raise.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { comparedAction, sameReply } from './compare.ts'
import { tally, type Case } from '../../../src-shared/domain/ladder/evidence.ts'
import { fallsBack } from './fall.ts'
import { maySet, nextStep } from '../../../src-shared/domain/ladder/ladder.ts'
import { LADDER } from '../../../src-shared/domain/ladder/rules.ts'
import { isSampled } from './sample.ts'
import { worstCase } from './worst-case.ts'

const same: Case = { verdict: 'same', costly: null, automatic: null, after: null }
const otherwise: Case = { ...same, verdict: 'otherwise' }
const unknown: Case = { ...same, verdict: 'unknown' }
const left: Case = { ...unknown, automatic: 'left' }
const stopped: Case = { ...unknown, automatic: 'stopped' }
const many = (n: number, one: Case): Case[] => Array.from({ length: n }, () => one)
const of = (...cases: Case[][]) => tally(cases.flat(), LADDER)

describe('EA-2 evidence is conservative', () => {
  test('EA-2 what is unknown is told and moves no share; a costly error counts against even where the person did the same', () => {
    expect(of(many(40, same), many(500, unknown))).toMatchObject({ same: 40, otherwise: 0, unknown: 500 })
    expect(of(many(40, same), many(500, unknown)).bound).toBe(of(many(40, same)).bound)
    expect(of([{ ...same, costly: 'guard' }], many(9, same))).toMatchObject({ same: 9, otherwise: 1, costlyAt: [0] })
    expect(of([]).bound).toBeNull()
  })
  test('EA-2 a reply with a picture or with other words is not the same; a lightly edited one is', () => {
    expect(sameReply('您的包裹到了杭州，预计明天送达。', { text: '亲，您的包裹到了杭州，预计明天送达。', pictures: 0 })).toBe(true)
    expect(sameReply('您的包裹到了杭州，预计明天送达。', { text: '您的包裹到了杭州，预计明天送达。', pictures: 1 })).toBe(false)
    expect(sameReply('您的包裹到了杭州，预计明天送达。', { text: '这单已经帮您申请退款了', pictures: 0 })).toBe(false)
    expect(sameReply('', { text: '', pictures: 0 })).toBe(false)
  })
  test('EA-2 money that the person did not give, or gave less of, is a costly error; another action is otherwise', () => {
    const give = (amount: number) => ({ kind: 'compensate' as const, orderNo: '1', amount: { amount, currency: 'CNY' as const }, reason: '' })
    expect(comparedAction(give(500), give(500))).toEqual({ verdict: 'same', costly: null })
    expect(comparedAction(give(500), give(300))).toEqual({ verdict: 'otherwise', costly: 'money' })
    expect(comparedAction(give(500), null)).toEqual({ verdict: 'otherwise', costly: 'money' })
    expect(comparedAction(give(300), give(500))).toEqual({ verdict: 'otherwise', costly: null })
    expect(comparedAction({ kind: 'urge-shipment', orderNo: '1' }, null)).toEqual({ verdict: 'otherwise', costly: null })
  })
})

test('EA-3 a step is offered only when cases, bound and the newest ones without a costly error are all there; what is missing is said in cases (a level earned by luck)', () => {
  expect(nextStep('off', of([]), LADDER)).toEqual({ next: 'shadow', missing: [] })
  expect(nextStep('suggest', of(many(49, same)), LADDER)?.missing).toEqual([{ code: 'cases', n: 24 }])
  // Fifty of fifty is a lower bound of 0.929 only.
  expect(nextStep('suggest', of(many(50, same)), LADDER)?.missing).toEqual([{ code: 'agreement', n: 23 }])
  expect(nextStep('suggest', of(many(73, same)), LADDER)).toEqual({ next: 'undo', missing: [] })
  expect(nextStep('suggest', of([{ ...otherwise, costly: 'money' }], many(199, same)), LADDER)?.missing).toEqual([{ code: 'costly', n: 50 }])
  expect(nextStep('undo', of(many(97, left), many(3, stopped), many(150, same)), LADDER)?.missing).toEqual([{ code: 'stopped', n: 3 }])
  expect(nextStep('undo', of(many(99, left), many(1, stopped), many(150, same)), LADDER)).toEqual({ next: 'act', missing: [] })
  expect(nextStep('act', of([]), LADDER)).toBeNull()
})

test('EA-3 down is always free, up is one step at a time and earned (a jump from shadow to act)', () => {
  const earned = of(many(150, same))
  expect([maySet('act', 'off', of([]), LADDER), maySet('suggest', 'undo', earned, LADDER), maySet('suggest', 'act', earned, LADDER), maySet('suggest', 'undo', of([]), LADDER)]).toEqual([true, true, false, false])
})

test('EA-4 it falls back after three that went wrong in a row, or on a rate once there are enough, and not by one bad day (a breaker that never opens, or always)', () => {
  const wrong = stopped
  expect(fallsBack([wrong, wrong, wrong], LADDER.fall)).toBe('in-a-row')
  expect(fallsBack([wrong, wrong, left, wrong], LADDER.fall)).toBeNull()
  // Ended by the course of things: neither for nor against.
  expect(fallsBack([wrong, { ...unknown, automatic: 'void' }, wrong, left], LADDER.fall)).toBeNull()
  expect(fallsBack([left, wrong, wrong, left, wrong, ...many(15, left)], LADDER.fall)).toBe('undo-rate')
  expect(fallsBack([left, wrong, ...many(18, left)], LADDER.fall)).toBeNull()
  const angry: Case = { ...left, after: 'anger', costly: 'anger' }
  expect(fallsBack([left, angry, angry, ...many(17, left)], LADDER.fall)).toBe('anger-rate')
  const back: Case = { ...left, after: 'reopened' }
  expect(fallsBack([left, back, back, left, back, ...many(15, left)], LADDER.fall)).toBe('reopen-rate')
  expect(fallsBack([{ ...left, verdict: 'otherwise', costly: 'judged-wrong' }], LADDER.fall)).toBe('judged-wrong')
})

const row = { level: 'undo' as const, undoSeconds: 8, confidenceFloor: 0.6, maxEmotionLevel: 1, orderStates: ['shipped'] }
const caps = (amount: number) => ({ currency: 'CNY' as const, perCase: { amount }, perCustomerDay: { amount: amount * 2 }, perShopDay: { amount: amount * 10 } })
const shop = (over: Partial<Policy> = {}): Policy => ({ id: 'p', version: 1, intents: { where_is_order: row }, actions: { compensate: { ...row, caps: caps(500) } }, alwaysPerson: { topics: [], marks: [], acts: [] }, guard: { compensationCap: 20 }, ...over })

test('EA-5 two people: a level `act`, a higher or missing cap, a paying action switched on, a higher rate; less of anything needs one (a cap raised by one slip)', () => {
  expect(raises(shop(), shop())).toEqual([])
  expect(raises(shop(), shop({ intents: { where_is_order: { ...row, level: 'act' } } }))).toEqual(['intents.where_is_order.level'])
  expect(raises(shop(), shop({ actions: { compensate: { ...row, caps: { ...caps(500), perCase: { amount: 501 } } } } }))).toEqual(['actions.compensate.caps.perCase'])
  expect(raises(shop(), shop({ actions: { compensate: { ...row, caps: { ...caps(500), perShopDay: undefined } } } }))).toEqual(['actions.compensate.caps.perShopDay'])
  expect(raises(shop(), shop({ actions: { compensate: { ...row, caps: { ...caps(400), currency: 'USD' } } } }))).toHaveLength(3)
  expect(raises(shop({ actions: { compensate: { ...row, level: 'suggest', caps: caps(500) } } }), shop())).toHaveLength(3)
  expect(raises(shop(), shop({ rates: { shopHour: 500, conversationHour: 2 } }))).toEqual(['rates.shopHour'])
  expect(raises(shop(), shop({ guard: { compensationCap: 50 } }))).toEqual(['guard.compensationCap'])
  expect(raises(shop(), shop({ actions: { compensate: { ...row, level: 'off', caps: caps(900) } }, intents: {}, guard: {} }))).toEqual([])
})

test('EA-7 the worst day is the caps times what the rates let through, and never more than the shop’s day (a switch that hides what it may cost)', () => {
  expect(worstCase(shop(), 'intent', 'where_is_order')).toEqual({ kind: 'nothing' })
  expect(worstCase(shop(), 'action', 'compensate')).toEqual({ kind: 'money', money: { amount: 5000, currency: 'CNY' } })
  expect(worstCase(shop({ rates: { shopHour: 0, conversationHour: 0 } }), 'action', 'compensate')).toEqual({ kind: 'money', money: { amount: 0, currency: 'CNY' } })
  expect(worstCase(shop({ actions: { compensate: row } }), 'action', 'compensate')).toEqual({ kind: 'unlimited' })
  expect(worstCase(shop({ intents: { ship_when: { ...row, actions: ['compensate'], caps: { ...caps(100) } } } }), 'intent', 'ship_when')).toEqual({ kind: 'money', money: { amount: 1000, currency: 'CNY' } })
})

test('EA-6 about five in a hundred are drawn, always the same ones (a sample that a restart draws anew)', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => `0199c3f2-7a00-7000-8000-${String(n).padStart(12, '0')}`)
  const drawn = ids.filter((id) => isSampled(id, 0.05))
  expect(drawn.length / ids.length).toBeGreaterThan(0.045)
  expect(drawn.length / ids.length).toBeLessThan(0.055)
  expect(ids.filter((id) => isSampled(id, 0.05))).toEqual(drawn)
})
