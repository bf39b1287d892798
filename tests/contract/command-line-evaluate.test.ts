import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runEvaluate } from '../../src-engine/command-line/evaluate.ts'
import { runLearn } from '../../src-engine/command-line/learn.ts'

let folder = ''
let out = ''
let errors = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskmate-evaluate-'))
  ;[out, errors] = ['', '']
  vi.stubEnv('INIT_CWD', folder)
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => { out += String(text); return true })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { errors += String(text); return true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

const file = (name: string, lines: readonly unknown[]): string => {
  writeFileSync(join(folder, name), lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return name
}
const report = () => JSON.parse(out) as Record<string, unknown>

const TOPICS = [
  { text: '物流五天没动了', label: 'logistics_stuck' }, { text: '开个发票', label: 'invoice_request' }, { text: '到哪了', label: 'where_is_order' },
  { text: '今天天气不错', label: null }, { text: '开个发票', label: 'where_is_order' },
]

test('EV-10 labelled lines are judged by triage: topics by their codes, no label by none', () => {
  expect(runEvaluate(['--in', file('in.jsonl', TOPICS)])).toBe(0)
  expect(report()).toMatchObject({ by: 'triage', kind: 'labels', n: 5, accuracy: { value: 0.8 }, outOfScope: { count: 1, recall: { value: 1 } }, badLines: [] })
  expect(report()).toMatchObject({ worst: [{ text: '开个发票', expected: 'where_is_order', told: 'invoice_request' }], topConfusions: [{ expected: 'where_is_order', told: 'invoice_request', count: 1 }] })
})

test('EV-10 labels may be groups, acts, or a shop’s own names through a map', () => {
  expect(runEvaluate(['--in', file('groups.jsonl', [{ text: '到哪了', label: 'LOGISTICS' }, { text: '开个发票', label: 'INVOICE' }, { text: '人呢', label: 'urge' }])])).toBe(0)
  expect(report()).toMatchObject({ accuracy: { value: 1 } })
  out = ''
  file('map.json', [{ where_is_order: '物流', logistics_stuck: '物流', invoice_request: '发票' }])
  expect(runEvaluate(['--map', 'map.json', '--in', file('own.jsonl', [{ text: '到哪了', label: '物流' }, { text: '物流五天没动了', label: '物流' }, { text: '开个发票', label: '发票' }, { text: '能换货吗', label: null }])])).toBe(0)
  expect(report()).toMatchObject({ n: 4, accuracy: { value: 1 } })
})

test('EV-10 labels that triage can never tell are named (a slip in a name would look like messages that it does not understand)', () => {
  expect(runEvaluate(['--in', file('in.jsonl', [{ text: '到哪了', label: 'where-is-order' }, { text: '开个发票', label: 'invoice_request' }])])).toBe(0)
  expect(report()).toMatchObject({ unknownLabels: ['where-is-order'] })
  expect(errors).toContain('triage knows no label where-is-order')
})

test('EV-10 lines with their conversation are judged by triage’s dissatisfaction', () => {
  const history = [{ role: 'customer', text: '什么时候退款' }, { role: 'agent', text: '请稍等' }]
  const lines = [{ text: '你们到底管不管!!!', history, dissatisfied: true }, { text: '谢谢 你真有耐心', history, dissatisfied: false }, { text: '好的', dissatisfied: false }]
  expect(runEvaluate(['--in', file('in.jsonl', lines)])).toBe(0)
  expect(report()).toMatchObject({ kind: 'dissatisfaction', n: 3, dissatisfied: 1, auroc: { value: 1 } })
})

test('EV-11 a learned model is judged with its own confidence, and may withhold', () => {
  const examples = ['刻字', '礼盒'].flatMap((word) => ['要', '能', '可以', '多少钱', '怎么'].map((before) => ({ text: `${before}${word}`, label: word })))
  runLearn(['--in', file('train.jsonl', examples), '--out', 'own.model'])
  out = ''
  expect(runEvaluate(['--model', 'own.model', '--in', file('in.jsonl', [{ text: '刻字吗', label: '刻字' }, { text: '有礼盒', label: '礼盒' }])])).toBe(0)
  expect(report()).toMatchObject({ by: 'model', n: 2, accuracy: { value: 1 }, outOfScope: null })
  out = ''
  expect(runEvaluate(['--model', 'own.model', '--reject', '1', '--in', 'in.jsonl'])).toBe(0)
  expect(report()).toMatchObject({ accuracy: { value: 0 }, coverage: [{ coverage: 0 }, { coverage: 0 }, { coverage: 0 }] })
})

test('EV-12 bad lines are named with their number and not counted, the rest goes on, and the exit status is 1', () => {
  const lines = ['{"text": "到哪了", "label": "where_is_order"}', '', 'not json', { text: 5, label: 'x' }, { text: 'x' }, { text: 'x', label: '' }, { text: 'x', dissatisfied: true }]
  expect(runEvaluate(['--in', file('in.jsonl', lines)])).toBe(1)
  const bad = [3, 4, 5, 6, 7].map((line) => ({ line, error: line === 3 ? 'not JSON' : 'a line of this file is {"text": string, "label": string or null}' }))
  expect(report()).toMatchObject({ n: 1, badLines: bad })
  expect(errors.split('\n').slice(0, 5).map((line) => JSON.parse(line) as unknown)).toEqual(bad)
})

test('EV-12 an empty file is a report of nothing, not an error', () => {
  expect(runEvaluate(['--in', file('in.jsonl', ['', '  ']), '--html', 'page.html'])).toBe(0)
  expect(report()).toMatchObject({ n: 0, accuracy: null, macroF1: null, calibration: { error: null } })
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('No line could be judged.')
})

test.each([
  [['--frobnicate'], 'unknown option --frobnicate'], [['--in'], '--in needs a value'], [['--lang', 'de'], '--lang is zh or en'],
  [['--reject', '0.5'], '--reject belongs to --model'], [['--model', 'm', '--map', 'x'], '--map is for the built-in triage'], [['--in', 'in.jsonl', '--map', 'in.jsonl'], '--map FILE holds one JSON object'],
])('EV-12 wrong usage is one sentence: %j', (args, sentence) => {
  file('in.jsonl', ['[1]', '{"text":"x","label":"y"}'])
  expect(() => runEvaluate(args)).toThrow(sentence)
  expect(out).toBe('')
})

test('EV-13 the same lines give the same report bit for bit (a time or a chance in it would make two runs differ); files go where the caller stands', () => {
  const run = (name: string): string => {
    runEvaluate(['--in', file('in.jsonl', TOPICS), '--out', name, '--html', 'page.html', '--lang', 'en'])
    return readFileSync(join(folder, name), 'utf8')
  }
  expect(run('one.json')).toBe(run('two.json'))
  expect(out).toBe('')
  expect(readFileSync(join(folder, 'page.html'), 'utf8')).toContain('<html lang="en">')
})
