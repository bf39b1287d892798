import { expect, test } from 'vitest'
import type { OnConflict } from '../../../src-shared/contract/phrases.ts'
import type { Phrase } from '../../../src-shared/domain/phrase.ts'
import { toCsv } from './csv.ts'
import { planImport, writesOf } from './import-plan.ts'
import { readRows, type ImportRow, type TableRow } from './rows.ts'

const table = (...rows: string[][]): TableRow[] => rows.map((cells, at) => ({ line: at + 1, cells, broken: false }))
const both = (zh: string, en = '') => ({ zh, en })
const row = (code: string, text: string, more: Partial<ImportRow> = {}): ImportRow => ({ line: 2, code, group: both(''), title: both(''), text: both(text), ...more })
const phrase = (id: string, code: string, text: string, more: Partial<Phrase> = {}): Phrase => ({ id, scope: 'personal', code, group: both(''), title: both(''), text: both(text), pictures: [], updatedAt: 1, ...more })
const apply = (rows: ImportRow[], existing: Phrase[], onConflict: OnConflict) => {
  let n = 0
  return writesOf(planImport(rows, existing), onConflict, 'personal', existing, () => `new${++n}`)
}

test('H-6 the columns of 千牛, 飞鸽 and plain tables are known by their names, in any order, under a title line', () => {
  expect(readRows(table(['快捷编码', '快捷短语 内容', '分组'], ['fh', '48 小时内发货', '物流']))).toMatchObject({ format: 'qianniu', rows: [{ code: 'fh', group: both('物流'), text: both('48 小时内发货') }] })
  expect(readRows(table(['店铺话术'], ['分组', '标题', '内容'], ['物流', '发货', '今天发']))).toMatchObject({ format: 'feige', rows: [{ line: 3, title: both('发货') }] })
  expect(readRows(table(['Content*', 'Category', 'Short code'], ['We ship today', 'Delivery', '/sh']))).toMatchObject({ format: 'table', rows: [{ code: 'sh', group: both('', 'Delivery'), text: both('', 'We ship today') }] })
  expect(readRows(table(['日期', '金额'], ['1', '2']))).toBeNull()
})

test('H-7 every row is a phrase or named with its line and reason: a bad row that vanishes without a word', () => {
  const read = readRows([
    ...table(['编码', '标题', '内容'], ['a', 'A', ''], ['b', 'B', '好'], ['', '', ' '], ['b', 'B', '好'], ['c', 'C', 'x'.repeat(4001)], ['d'.repeat(33), 'D', 'y']),
    { line: 8, cells: ['e', '"他'], broken: true },
  ])
  expect(read?.rows.map(({ line }) => line)).toEqual([3])
  expect(read?.problems.map(({ line, reason }) => [line, reason])).toEqual([[2, 'no-text'], [5, 'repeated'], [6, 'too-long'], [7, 'too-long'], [8, 'quotes']])
  expect(read?.problems[0]?.words).toBe('a · A')
})

test('H-8 a file read again adds nothing, and its changed rows update their phrase in place: everything twice after the second import', () => {
  const rows = [row('fh', '今天发'), row('', '稍等', { title: both('稍等') }), row('th', '退', { title: both('退货') })]
  const first = apply(rows, [], 'keep-both').added.map((words): Phrase => ({ ...words, updatedAt: 1 }))
  expect(first.map(({ code }) => code)).toEqual(['fh', '', 'th'])
  expect(planImport(rows, first).map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
  const later = [row('fh', '今天发'), row('', '请稍等', { title: both('稍等') }), row('th', '退回', { title: both('退货') })]
  const { added, changed } = apply(later, first, 'keep-both')
  expect(added).toEqual([])
  expect(changed.map(({ id, text }) => [id, text.zh])).toEqual([['new2', '请稍等'], ['new3', '退回']])
})

test('H-9 two phrases with one code: the person keeps both, replaces or skips, and nothing else is touched', () => {
  const existing = [phrase('old', 'fh', '旧', { text: both('旧', 'old'), pictures: [] }), phrase('second', 'fh2', '另一条')]
  const rows = [row('FH', '新')]
  expect(apply(rows, existing, 'keep-both')).toMatchObject({ added: [{ code: 'FH3', text: both('新') }], changed: [] })
  expect(apply(rows, existing, 'replace')).toMatchObject({ added: [], changed: [{ id: 'old', code: 'fh', text: both('新', 'old') }] })
  expect(apply(rows, existing, 'skip')).toEqual({ added: [], changed: [] })
  // Kept beside the old one under a new code, it is still the same phrase when the file comes again.
  const kept = apply(rows, existing, 'keep-both').added.map((words): Phrase => ({ ...words, updatedAt: 1 }))
  expect(planImport(rows, [...existing, ...kept])[0]?.kind).toBe('same')
})

test('H-9 one code twice in a file is two phrases, also when the person replaces: the first row overwritten by the second', () => {
  expect(apply([row('fh', '一'), row('fh', '二')], [], 'replace').added.map(({ code, text }) => [code, text.zh])).toEqual([['fh', '一'], ['fh2', '二']])
  const { added, changed } = apply([row('fh', '一'), row('fh', '二')], [phrase('old', 'fh', '旧')], 'replace')
  expect([changed.map(({ text }) => text.zh), added.map(({ code, text }) => [code, text.zh])]).toEqual([['一'], [['fh2', '二']]])
})

test('H-10 what is exported is read again as the same phrases, quotes and line breaks and both languages included', () => {
  const kept = phrase('p', 'q"c', '他说"好"，\n第二行', { group: both('物流', 'Delivery'), title: both('标题', 'Title'), text: both('他说"好"，\n第二行', 'He said "fine", twice') })
  const csv = toCsv([kept])
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv).toContain('"他说""好""，\n第二行"')
})
