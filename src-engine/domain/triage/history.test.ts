import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHistory, withPromises, type HistoryTurn, type Trajectory } from './history.ts'
import { parseLexicon } from './lexicon.ts'
import { createTurnReader, promised } from './turns.ts'

const lexicon = parseLexicon(JSON.parse(readFileSync(new URL('../../../resources/triage/lexicon.json', import.meta.url), 'utf8')))
const turns = createTurnReader(lexicon)
const HOUR = 3_600_000
const AT = Date.UTC(2026, 3, 20, 4)
const c = (text: string, hoursAgo = 0.1): HistoryTurn => ({ role: 'customer', text, at: AT - hoursAgo * HOUR })
const a = (text: string, hoursAgo = 0.05): HistoryTurn => ({ role: 'agent', text, at: AT - hoursAgo * HOUR })
const read = (text: string, ...history: HistoryTurn[]): Trajectory => readHistory(text, AT, history, turns, () => ({ dissatisfaction: 0, anger: 0 }))

test.each([
  ['差价会在24小时内到账的', 24], ['验收周期是3到7个工作日处理', 7 * 24], ['两天之内给您回复', 48], ['半小时内给您', 0.5], ['明天给您回电', 48], ['今天18点前到账', 24],
  ['You will have it within 3 days', 72], ['It takes 3 to 7 working days', 7 * 24], ['I will call you tomorrow', 48],
])('DS-3 a line of ours that names a time is a promise: %s', (text, hours) => {
  expect(promised(text)).toBe(hours * HOUR)
})

test.each(['在的亲', '杯身可以洗碗机', 'Hello, how can I help?', '这款承重5公斤'])('DS-3 a line that names none is not: %s', (text) => {
  expect(promised(text)).toBeNull()
})

test('DS-3 a promise is overdue when its time is over and not before, and a newer word replaces it', () => {
  expect(read('到账了吗', c('差价呢', 26), a('24小时内到账', 25)).overdue).toBe(true)
  expect(read('到账了吗', c('差价呢', 24), a('24小时内到账', 23)).overdue).toBe(false)
  expect(read('到账了吗', c('差价呢', 26), a('24小时内到账', 25), c('还没到', 1), a('已加急 今天内到账', 0.9)).overdue).toBe(false)
})

test('PM-13 a promise that is followed up is overdue by what became of it, not by our words (one that was kept would count against us, one with a time of its own never)', () => {
  const late = read('到账了吗', c('差价呢', 26), a('24小时内到账', 25))
  const early = read('到账了吗', c('差价呢', 3), a('18点前给您打款', 2))
  expect([withPromises(late, 'kept').overdue, withPromises(early, 'broken').overdue]).toEqual([false, true])
  expect([withPromises(late, 'none').overdue, withPromises(late, undefined).overdue]).toEqual([true, true])
})

test('DS-3 soothing words and the same line again are answers that were none; an answer with something in it is one', () => {
  expect(read('到底在哪', c('快递呢'), a('亲，请您耐心等待哦'), c('还没消息?'), a('非常抱歉给您带来不便')).evasions).toBe(2)
  expect(read('where is it', c('any news?'), a('Please be patient.'), c('and?'), a('Please be patient.')).evasions).toBe(2)
  expect(read('还没', c('装不上'), a('师傅周六上门'), c('装不上'), a('师傅周六上门')).evasions).toBe(1)
  expect(read('好', c('退款呢'), a('抱歉久等，已经为您退款，单号88120033')).evasions).toBe(0)
})

test('DS-3 a content customer wipes the slate: what went before is not held against the next matter', () => {
  const before = [c('快递呢'), a('请耐心等待'), c('还没到?'), a('请耐心等待')]
  expect(read('发票怎么开', ...before).openTurns).toBe(2)
  expect(read('发票怎么开', ...before, c('好的谢谢'), a('不客气'))).toMatchObject({ openTurns: 0, evasions: 0 })
})

test.each(['抱歉 这边无法修改', '不符合七天无理由', "Unfortunately we can't make exceptions."])('DS-3 a refusal of ours is heard: %s', (line) => {
  expect(read('那怎么办', c('能改吗'), a(line)).refused).toBe(true)
})

test('DS-3 nearly the same question counts as a repeat, short lines and other matters do not', () => {
  expect(read('我的退款怎么还没到账啊', c('我的退款怎么还没到账'), a('稍等')).repeats).toBe(1)
  expect(read('嗯', c('嗯'), a('好')).repeats).toBe(0)
  expect(read('发票抬头开错了', c('我的退款怎么还没到账'), a('稍等')).repeats).toBe(0)
})
