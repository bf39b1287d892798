import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runBacktest } from '../../src-engine/command-line/backtest.ts'
import { workflowOf } from '../../src-engine/command-line/workflow-of.ts'
import { runImport } from '../../src-engine/command-line/import-history.ts'
import { HistoryConversation } from '../../src-shared/domain/history.ts'

let folder = ''
let errors = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deskmate-history-'))
  errors = ''
  vi.stubEnv('INIT_CWD', folder)
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { errors += String(text); return true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return name
}
const lines = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean).map((line) => HistoryConversation.parse(JSON.parse(line)))
const CSV = '会话ID,发送方,时间,聊天内容\n1,顾客,2024-05-01 10:00:00,我的手机13812345678\n1,客服,2024-05-01 10:01:00,好的\n'

test('HI-22 import writes masked conversations one a line, a conversation of two files once, and the same bytes each time', async () => {
  const [a, b] = [write('a.csv', CSV), write('b.csv', `${CSV}1,顾客,2024-05-01 10:02:00,谢谢\n`)]
  expect(await runImport([a, b, '--out', 'one.jsonl'])).toBe(0)
  expect(lines('one.jsonl').map(({ turns }) => turns.length)).toEqual([3])
  expect(readFileSync(join(folder, 'one.jsonl'), 'utf8')).not.toContain('13812345678')
  await runImport([a, b, '--out', 'two.jsonl'])
  expect(readFileSync(join(folder, 'two.jsonl'))).toEqual(readFileSync(join(folder, 'one.jsonl')))
})

test('HI-22 rows and files that are left out are named on standard error and end in 1; wrong usage is one sentence', async () => {
  const file = write('a.csv', `${CSV}1,顾客,gestern,was\n`)
  expect(await runImport([file, write('x.pdf', '%PDF-1.4'), '--out', 'out.jsonl'])).toBe(1)
  expect(errors).toContain('{"file":"a.csv","line":4,"error":"time"}')
  expect(errors).toContain('x.pdf: That file cannot be read')
  expect(lines('out.jsonl')).toHaveLength(1)
  await expect(runImport([file])).rejects.toThrow('--out FILE.jsonl is missing')
  await expect(runImport([file, '--out', 'o', '--format', 'excel'])).rejects.toThrow('--format is one of')
  await expect(runImport([file, '--out', 'o', '--zone', 'Nowhere/None'])).rejects.toThrow('--zone')
})

test('HI-22 a mapping in a file holds over the guess', async () => {
  const file = write('odd.csv', 'A栏,B栏,C栏\n2024-05-01 10:00:00,小白,你好啊在不在\n2024-05-01 10:01:00,小雅,在的请说哦\n')
  const mapping = write('mapping.json', JSON.stringify({ columns: { time: 'A栏', sender: 'B栏', text: 'C栏' }, agents: ['小雅'] }))
  expect(await runImport([file, '--out', 'out.jsonl', '--mapping', mapping])).toBe(0)
  expect(lines('out.jsonl')[0]?.turns.map(({ role }) => role)).toEqual(['customer', 'agent'])
})

test('HI-23 backtest refuses a policy that is none with the field that is wrong, before it reads anything', async () => {
  const policy = write('p.json', JSON.stringify({ id: 'p', version: 1, intents: { where_is_order: { level: 'always' } }, alwaysPerson: { topics: [], marks: [], acts: [] } }))
  const program = new URL('file:///nowhere/backtest-thread.js')
  await expect(runBacktest(['--policy', policy, write('h.jsonl', '')], program)).rejects.toThrow('intents.where_is_order.level')
  await expect(runBacktest(['h.jsonl'], program)).rejects.toThrow('--policy FILE is missing')
  await expect(runBacktest(['--policy', policy], program)).rejects.toThrow('name one file')
})

test('WB-16 backtest takes a workflow, a file or one that ships, and names what is wrong with it before it reads anything (a trial that only the window could make)', async () => {
  const policy = write('p.json', readFileSync(join(import.meta.dirname, '../../resources/policies/default.json'), 'utf8'))
  // As the built thread lies: two folders below the resources.
  const program = new URL('../../out/engine/backtest-thread.js', import.meta.url)
  const run = (...args: string[]) => runBacktest(['--policy', policy, ...args, write('h.jsonl', '')], program)
  await expect(run('--workflow', 'nowhere.json')).rejects.toThrow('these ship: ')
  await expect(run('--workflow', write('w.json', '{"id":"x"}'))).rejects.toThrow('--workflow w.json')
  await expect(run('--workflow', 'cancel-order', '--html', 'x.html')).rejects.toThrow('--html')
  const resources = fileURLToPath(new URL('../../resources', import.meta.url))
  const shipped = workflowOf('cancel-order', resources)
  expect(shipped.id).toBe('cancel-order')
  expect(workflowOf(write('own.json', readFileSync(join(resources, 'workflows/cancel-order.json'), 'utf8')), resources)).toEqual(shipped)
})
