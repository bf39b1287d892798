import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Topic, Verdict } from '../../src-shared/domain/triage.ts'
import { binaryFigures } from './binary.ts'
import { evaluationDocument } from './document.ts'
import { coldTask, goemotionsTask } from './heads.ts'
import { evaluateJddc, jddcTask } from './jddc.ts'
import { AGREED, categoryOf, WITH_FAULTS } from './jddc-categories.ts'
import { markdownTable, notesOf, textTable, valueText } from './table.ts'
import { reached, type Context, type Row, type Triage } from './task.ts'
import { evaluateUss } from './uss.ts'

/** A triage that knows three words, and remembers what it was asked. */
function stub(): { triage: Triage; asked: { text: string; turns: number }[] } {
  const asked: { text: string; turns: number }[] = []
  const topics = (text: string): Topic[] => (text.includes('发票') ? ['invoice_request'] : text.includes('快递') ? ['where_is_order'] : text.includes('证书') ? ['documents'] : [])
  const triage: Triage = ({ text, history }) => {
    asked.push({ text, turns: history.length })
    return {
      language: { code: 'zh', confidence: 1 }, topics: topics(text).map((label) => ({ label, confidence: 0.9 })), marks: [], entities: [], evidence: [],
      acts: text.includes('人工') ? [{ label: 'human_wanted', confidence: 0.9 }] : [], emotion: { label: 'calm', level: 0, scores: {} },
      dissatisfaction: text.includes('气') ? 0.9 : 0.1, anger: 0, urgency: 0, escalation: 0,
    } satisfies Verdict
  }
  return { triage, asked }
}
const turn = (user: string, act: string, sat?: number, answer = '') => ({ user, sys_after: answer, act, ...(sat === undefined ? {} : { sat }) })
const row = (change: Partial<Row> = {}): Row => ({ task: 't', data: 'd', split: 's', figure: 'f', unit: 'share', value: 0.912, baseline: 0.9, best: '', target: { atLeast: 0.9 }, ...change })

let data = ''
beforeEach(() => { data = mkdtempSync(path.join(tmpdir(), 'deskmate-eval-')) })
afterEach(() => rmSync(data, { recursive: true, force: true }))
const context = (change: Partial<Context> = {}): Context => ({ data, corpus: '', triage: stub().triage, rules: stub().triage, offensive: () => 0, angry: () => 0, ...change })
function save(file: string, lines: readonly unknown[]): void {
  mkdirSync(path.dirname(path.join(data, file)), { recursive: true })
  writeFileSync(path.join(data, file), lines.map((line) => JSON.stringify(line)).join('\n'))
}

test('EV-14 a dialogue is judged turn by turn with what came before, its rating is no turn, and a turn without a topic goes on with the open one', () => {
  const { triage, asked } = stub()
  const turns = [turn('开发票', '发票', 1, '好的'), turn('嗯', '发票', 2), turn('气死了', 'OTHER', 0), turn('快递呢', '配送', 1), turn('OVERALL', '', 0)]
  const figures = evaluateJddc(triage, [{ turns }], { 发票: '发票', 配送: '配送' })
  expect(asked).toEqual([{ text: '开发票', turns: 0 }, { text: '嗯', turns: 2 }, { text: '气死了', turns: 3 }, { text: '快递呢', turns: 4 }])
  expect(figures).toEqual({ dissatisfied: 1, open: 1, lasting: 1, own: 2 / 3 })
})

test('EV-14 a topic that the table does not know closes the open one, and no dialogue is left open into the next', () => {
  const dialogues = [{ turns: [turn('开发票', '发票'), turn('证书呢', '发票')] }, { turns: [turn('嗯', '发票')] }]
  expect(evaluateJddc(stub().triage, dialogues, { 发票: '发票' })).toEqual({ dissatisfied: null, open: 1 / 3, lasting: 2 / 3, own: 1 / 3 })
})

test('EV-14 coarse categories come from the first topic that has one, else from the wish for a person', () => {
  const of = (topics: Topic[], human = false, table = AGREED) => categoryOf({ topics: topics.map((label) => ({ label, confidence: 1 })), acts: human ? [{ label: 'human_wanted', confidence: 1 }] : [] }, table)
  expect([of(['documents', 'resend_request']), of(['return_freight'], true), of(['documents'], true), of([]), of(['damaged']), of(['damaged'], false, WITH_FAULTS)]).toEqual(['产品咨询', '退换', '客服', null, null, '退换'])
})

test('EV-14 a rater’s half below the middle makes a turn unhappy; the agent’s turns are history, not judged', () => {
  const turns = [{ role: 'USER' as const, text: 'ok', sat: [3, 4] }, { role: 'SYSTEM' as const, text: 'done' }, { role: 'USER' as const, text: '气', sat: [2, 3] }, { role: 'USER' as const, text: 'OVERALL', sat: [1, 1] }]
  const { triage, asked } = stub()
  expect(evaluateUss(triage, [{ turns }])).toBe(1)
  expect(asked).toEqual([{ text: 'ok', turns: 0 }, { text: '气', turns: 2 }])
})

test('EV-15 a head is scored at one half, the half itself included', () => {
  expect(binaryFigures([{ score: 0.5, positive: true }, { score: 0.9, positive: false }, { score: 0.1, positive: true }, { score: 0.2, positive: false }])).toEqual({ f1: 0.5, accuracy: 0.5, auroc: 0.25 })
})

test('EV-15 COLD and GoEmotions are read from their test splits and judged by the heads of the context', async () => {
  save('cold/test.jsonl', [{ text: 'x', label: 1, topic: 'race' }, { text: 'y', label: 0 }])
  save('goemotions/test.jsonl', [{ text: 'x', labels: ['anger', 'joy'] }, { text: 'y', labels: ['annoyance'] }])
  const heads = context({ offensive: (text) => (text === 'x' ? 0.8 : 0.1), angry: (text) => (text === 'y' ? 0.8 : 0.1) })
  expect((await coldTask.run(heads)).map(({ value }) => value)).toEqual([1, 1])
  expect((await goemotionsTask.run(heads)).map(({ value }) => value)).toEqual([0, 0])
})

test('EV-16 absent data is said in the row (a table that leaves rows out looks complete), broken data is named', async () => {
  expect((await jddcTask.run(context({ data: null }))).every(({ value, note }) => value === null && note === 'needs --data DIR')).toBe(true)
  save('jddc_use/valid_dialogues.jsonl', [{ turns: [turn('气', 'a', 0), turn('嗯', 'a', 1)] }])
  save('jddc_use/act_to_category.json', [{}])
  const rows = await jddcTask.run(context())
  expect(rows.filter(({ split }) => split === 'test').map(({ value, note }) => [value, note])).toEqual(Array.from({ length: 4 }, () => [null, 'jddc_use (test) is not there']))
  expect(rows.find(({ split, figure }) => split === 'valid' && figure.startsWith('AUROC'))?.value).toBe(1)
  save('cold/test.jsonl', [{ text: 'x', label: 1 }, { text: 'y', label: 'no' }])
  expect(() => coldTask.run(context())).toThrow('cold/test.jsonl: line 2 is of another shape')
})

test('EV-16 a target at its bound is reached; without a value nothing is', () => {
  expect([reached(row({ value: 0.9 })), reached(row({ value: 0.8999 })), reached(row({ value: 3, target: { atMost: 3 } })), reached(row({ value: null })), reached(row({ target: null }))]).toEqual([true, false, true, null, null])
})

test('EV-16 the table is aligned, says what is reached and what is not, and tells notes once', () => {
  const rows = [row({ note: 'by the rules' }), row({ figure: 'longer', value: 0.0021, target: { atMost: 0.001 }, note: 'by the rules' }), row({ value: null, note: 'd is not there' })]
  expect(textTable(rows).split('\n').slice(0, 4)).toEqual([
    'task  data  split  figure   ours  baseline  best published  target',
    't     d     s      f        .912      .900                  ≥ .900   reached',
    't     d     s      longer  .0021      .900                  ≤ .0010  MISSED',
    't     d     s      f           –      .900                  ≥ .900   d is not there',
  ])
  expect(notesOf(rows)).toEqual(['t: by the rules'])
  expect([valueText(1, 'share'), valueText(0, 'share'), valueText(0.104, 'ms'), valueText(41.3, 'MB')]).toEqual(['1.00', '.000', '0.10 ms', '41 MB'])
})

test('EV-17 the document names day and commit and holds no figure of a machine (it would change with each that writes it)', () => {
  const text = evaluationDocument([row(), row({ task: 'speed', unit: 'ms', value: 0.1 }), row({ task: 'a|b' })], { day: '2026-11-27', commit: 'abc1234' })
  expect(text).toContain('on 2026-11-27, commit abc1234')
  expect(text).toContain('| t | d | s | f | .912 | .900 |  | ≥ .900 | reached |')
  expect(text).toContain('| a\\|b |')
  expect(text).not.toContain(' ms ')
  expect(markdownTable([row()]).split('\n')[1]).toBe('| --- | --- | --- | --- | ---: | ---: | --- | --- | --- |')
})
