import { strToU8, unzipSync, zipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MOST_ROWS, readTableFile } from '../../src-engine/adapters/table-file.ts'
import { planImport, writesOf } from '../../src-engine/domain/phrases/import-plan.ts'
import { readRows } from '../../src-engine/domain/phrases/rows.ts'
import { PHRASE_CODE_MAX, type Phrase } from '../../src-shared/domain/phrase.ts'

/** Files made to hang the engine or to fill its memory: a hang or a crash is what these tests catch. */
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const lines = (count: number, line: (n: number) => string): string => Array.from({ length: count }, (_each, n) => line(n)).join('\n')
const tooLarge = { code: 'import-too-large', retryable: false }

/** A real workbook with its first sheet's rows replaced, and whatever else. */
function workbook(rows: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const files = unzipSync(readFileSync(new URL('../fixtures/phrases/feige.xlsx', import.meta.url)))
  const sheet = Object.keys(files).find((name) => /worksheets\/sheet1\.xml$/.test(name)) ?? ''
  return zipSync({ ...files, ...more, [sheet]: strToU8(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`) })
}
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`

test('H-20 rows, columns and lines without end are refused in a sentence, whatever way they are written', async () => {
  const files = {
    rows: bytes(`内容\n${lines(MOST_ROWS + 1, String)}`),
    columns: bytes(`内容${','.repeat(2_000_000)}`),
    narrow: bytes(`内容\n${','.repeat(300)}`),
    lines: bytes(`内容\n"${'\n'.repeat(300_000)}"`),
  }
  for (const [name, file] of Object.entries(files)) await expect(readTableFile(file), name).rejects.toMatchObject(tooLarge)
  expect((await readTableFile(bytes(`内容\n${lines(MOST_ROWS - 1, String)}`))).rows).toHaveLength(MOST_ROWS)
  // Each quote that does not close costs another look at the rest: the looks are counted.
  expect((await readTableFile(bytes(`内容\n${lines(5000, (n) => `"open ${n}`)}\n${lines(50_000, String)}`))).rows.length).toBeLessThan(100)
})

test('H-20 a workbook whose cell stands in row four billion, or in the last column of all, is refused (every empty one before it is made)', async () => {
  for (const [name, rows] of Object.entries({
    row: `<row r="4000000">${cell('A4000000', 'x')}</row>`,
    digits: `<row r="4000000000">${cell('A4000000000', 'x')}</row>`,
    entity: `<row r="&#52;000000000">${cell('A1', 'x')}</row>`,
    quoted: `<row spans=">" r='4000000'>${cell('A1', 'x')}</row>`,
    column: `<row r="1">${cell('XFD1', 'x')}</row>`,
    small: `<row r="1">${cell('zzzzzz1', 'x')}</row>`,
  })) await expect(readTableFile(workbook(rows)), name).rejects.toMatchObject({ code: expect.stringMatching(/^import-(?:too-large|unreadable)$/) })
})

test('H-20 a small zip that unpacks to hundreds of megabytes is refused before they are there', async () => {
  const zeros = new Uint8Array(200 * 1024 * 1024)
  for (const name of ['xl/sharedStrings.xml', 'xl/_rels/extra.xml.rels']) {
    const bomb = workbook(`<row r="1">${cell('A1', '内容')}</row>`, { [name]: zeros })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const before = process.memoryUsage().rss
    await expect(readTableFile(bomb), name).rejects.toMatchObject(tooLarge)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
  }
})

test('H-20 a workbook as people write it, formulas in formulas included, comes in', async () => {
  const formula = `${'('.repeat(5000)}1${')'.repeat(5000)}`
  const rows = `<row r="1">${cell('A1', '内容')}${cell('B1', '编码')}</row><row r="2">${cell('A2', '今天发')}<c r="B2"><f>${formula}</f><v>7</v></c></row>`
  expect(readRows((await readTableFile(workbook(rows))).rows)?.rows).toMatchObject([{ code: '7', text: { zh: '今天发' } }])
})

test('H-20 a header of brackets without end is no header', async () => {
  expect(readRows([{ line: 1, cells: ['('.repeat(2_000_000), '内容'], broken: false }, { line: 2, cells: ['x', '今天发'], broken: false }])?.rows).toHaveLength(1)
})

test('H-21 a file of one code alone gives each row a code of its own, none longer than a code may be (a search that begins anew for each row; a phrase that no gateway takes)', async () => {
  const long = 'a'.repeat(PHRASE_CODE_MAX)
  const table = (code: string) => bytes(`code,content\n${lines(MOST_ROWS - 1, (n) => `${code},words ${n}`)}`)
  for (const code of ['a', long]) {
    const read = readRows((await readTableFile(table(code))).rows)
    const phrase: Phrase = { id: 'p', scope: 'team', code, group: { zh: '', en: '' }, title: { zh: '', en: '' }, text: { zh: '', en: 'there' }, pictures: [], updatedAt: 0 }
    const { added } = writesOf(planImport(read?.rows ?? [], [phrase]), 'keep-both', 'team', [phrase], () => 'id')
    const codes = [...added.map((words) => words.code), code]
    expect(new Set(codes).size).toBe(MOST_ROWS)
    expect(Math.max(...codes.map((each) => each.length))).toBeLessThanOrEqual(PHRASE_CODE_MAX)
  }
})
