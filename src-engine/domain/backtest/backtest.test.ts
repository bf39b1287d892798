import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { HistoryConversation } from '../../../src-shared/domain/history.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import { openResources } from '../../adapters/resources.ts'
import { backtestReaders } from '../../backtest-readers.ts'
import { addTallies, readConversation, reportOf, tallyOf } from './index.ts'

const readers = backtestReaders(openResources(new URL('../../../resources', import.meta.url).pathname), 'Asia/Shanghai')
const row = { level: 'act' as const, undoSeconds: 8, confidenceFloor: 0.5, maxEmotionLevel: 1, orderStates: ['shipped'] }
const policy: Policy = { id: 'p', version: 1, intents: { where_is_order: row }, alwaysPerson: { topics: [], marks: [], acts: [] } }
const NOON = Date.UTC(2026, 2, 2, 4)

/** Lines of `c` the customer, `a` the agent, `m` a machine; a minute apart. */
function talk(id: string, lines: readonly string[], change: Partial<HistoryConversation> = {}): HistoryConversation {
  const roles = { c: 'customer', a: 'agent', m: 'machine' } as const
  return { id, format: 'table', orderStatus: 'shipped', verified: true, ...change, turns: lines.map((line, at) => ({ role: roles[line[0] as 'c' | 'a' | 'm'], at: NOON + at * 60_000, text: line.slice(2) })) }
}
const report = (conversations: readonly HistoryConversation[], given = policy) => reportOf(tallyOf(conversations.map((one) => readConversation(one, readers)), given))
const ROUTINE = ['c 我的快递到哪了', 'a 已经到杭州转运中心了，明天送到']

test('HI-9 a routine question that people answered is answered alone and agrees; minutes are those that people took', () => {
  const { total, wholly, intents, cases } = report([talk('1', ROUTINE)])
  expect(total).toMatchObject({ moments: 1, would: { auto: 1 }, alone: { same: 1 }, savedMs: 60_000, waitedMs: 60_000 })
  expect({ wholly, intents: intents.map(({ intent }) => intent), cases }).toEqual({ wholly: 1, intents: ['where_is_order'], cases: [] })
})

test('HI-9 work is counted for two minutes at most a reply: waiting overnight is no work that was saved', () => {
  const slow = talk('1', ROUTINE)
  slow.turns[1] = { ...slow.turns[1], role: 'agent', text: slow.turns[1]?.text ?? '', at: NOON + 8 * 3600_000 }
  expect(report([slow]).total).toMatchObject({ savedMs: 120_000, waitedMs: 8 * 3600_000 })
})

describe('HI-11 what the history does not know counts against answering alone, and is told', () => {
  test('HI-11 an unknown order state', () => {
    const { total, unknown } = report([talk('1', ROUTINE, { orderStatus: null })])
    expect(total.would).toMatchObject({ auto: 0, unknown: 1 })
    expect(unknown).toEqual({ orderStatus: 1, identity: 0 })
  })
  test('HI-11 an unknown customer', () => {
    const { total, unknown } = report([talk('1', ROUTINE, { verified: null })])
    expect(total.would).toMatchObject({ auto: 0, unknown: 1 })
    expect(unknown).toEqual({ orderStatus: 0, identity: 1 })
  })
  test('HI-11 a known state that is not routine stays a person’s', () => {
    expect(report([talk('1', ROUTINE, { orderStatus: 'refunding' })]).total.would).toMatchObject({ auto: 0, unknown: 0, draft: 1 })
  })
})

test('HI-12 from the first moment that is a person’s the conversation is a person’s (else each later "ok" would look like one that needs nobody)', () => {
  const { total, wholly } = report([talk('1', ['c 我要投诉你们，再不处理我找12315', 'a 非常抱歉', ...ROUTINE])])
  expect(total.would.auto + total.would.unknown).toBe(0)
  expect(wholly).toBe(0)
})

test('HI-12 what comes in one burst is one moment, and a robot’s line is no answer of a person', () => {
  const { total } = report([talk('1', ['c 在吗', 'c 我的快递到哪了', 'm 您好，我是机器人', 'a 快递在派送'])])
  expect(total).toMatchObject({ moments: 1, alone: { same: 1 } })
  expect(report([talk('2', ['c 我的快递到哪了', 'm 您好，我是机器人'])]).total).toMatchObject({ moments: 1, alone: { none: 1, same: 0 }, savedMs: 0 })
})

test('HI-13 the cases to read come riskiest first, money before a question, and what people granted is summed', () => {
  const money = talk('money', ['c 我的快递到哪了', 'a 不好意思，给您补偿10元，今天到账', 'c 好的'])
  const asked = talk('asked', ['c 我的快递到哪了', 'a 麻烦您提供一下订单号'])
  const { cases, total } = report([asked, money, talk('same', ROUTINE)])
  expect(cases.map(({ conversationId, did }) => [conversationId, did])).toEqual([['money', 'money'], ['asked', 'asked']])
  expect(total.granted).toEqual([{ currency: 'CNY', amount: 1000 }])
  expect(total.agreement?.value).toBeCloseTo(1 / 3)
  expect(total.agreement?.low).toBeLessThan(1 / 3)
})

test('HI-14 a stricter row answers less alone, by the rule that is named', () => {
  const strict = { ...policy, intents: { where_is_order: { ...row, level: 'suggest' as const } } }
  const found = report([talk('1', ROUTINE)], strict)
  expect(found.total.would.draft).toBe(1)
  expect(found.rules[0]).toEqual({ rule: 'level:suggest', count: 1 })
})

test('HI-15 the counts of threads add up to the counts of one, however the conversations are shared out', () => {
  const lines = ['c 我的快递到哪了', 'a 快递在派送', 'c 谢谢', 'a 麻烦您提供一下订单号', 'c 什么时候发货', 'a 给您补偿5元，今天到账', 'c Where is my parcel?', 'm robot']
  const made = fc.array(fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 })
  fc.assert(fc.property(made, fc.nat(6), (talks, cut) => {
    const read = talks.map((one, at) => readConversation(talk(String(at), one), readers))
    const parts = addTallies([tallyOf(read.slice(0, cut), policy), tallyOf(read.slice(cut), policy)])
    expect(reportOf(parts)).toEqual(reportOf(tallyOf(read, policy)))
    const { total } = reportOf(parts)
    expect(Object.values(total.would).reduce((a, b) => a + b, 0)).toBe(total.moments)
    expect(Object.values(total.alone).reduce((a, b) => a + b, 0)).toBe(total.would.auto + total.would.unknown)
  }), { seed: 20261128, numRuns: 60 })
})
