import type { RowProblem } from '../../../src-shared/contract/phrases.ts'
import { MESSAGE_MAX_LENGTH } from '../../../src-shared/domain/message.ts'
import { PHRASE_CODE_MAX, PHRASE_TITLE_MAX, type PhraseWords } from '../../../src-shared/domain/phrase.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { columnsOf, formatOf, type Columns, type Field, type TableFormat } from './columns.ts'

/** A row of a file. `line` counts from 1; `broken`: its quotes do not close. */
export interface TableRow {
  line: number
  cells: string[]
  broken: boolean
}

/** A row that can become a phrase. */
export interface ImportRow extends Pick<PhraseWords, 'code' | 'group' | 'title' | 'text'> {
  line: number
}

export interface ReadRows {
  format: TableFormat
  rows: ImportRow[]
  problems: RowProblem[]
}

/** A header stands among the first rows; above it there may be a name or a note. */
const HEADER_WITHIN = 5
const HAN = /\p{Script=Han}/u
/** So many code points of a row tell which it is. */
const WORDS_SHOWN = 24

/** Turns a file's rows into phrases by its header. Every row is a phrase, blank, or named with what is wrong with it. null: no header. */
export function readRows(table: readonly TableRow[]): ReadRows | null {
  const header = table.slice(0, HEADER_WITHIN).findIndex((row) => columnsOf(row.cells) !== null)
  const cells = table[header]?.cells
  const columns = cells ? columnsOf(cells) : null
  if (!cells || !columns) return null
  const read: ReadRows = { format: formatOf(cells), rows: [], problems: [] }
  const known = new Set<string>()
  for (const row of table.slice(header + 1)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    const phrase = phraseOf(row, columns)
    const key = JSON.stringify([phrase.code, phrase.title, phrase.text])
    const reason = row.broken ? 'quotes' : known.has(key) ? 'repeated' : problemOf(phrase)
    if (reason) read.problems.push({ line: row.line, reason, words: wordsOf(row) })
    else read.rows.push(phrase)
    known.add(key)
  }
  return read
}

function phraseOf({ line, cells }: TableRow, columns: Columns): ImportRow {
  const cell = (field: Field): string => {
    const at = columns.get(field)
    return at === undefined ? '' : (cells[at] ?? '').trim()
  }
  const both = (plain: Field, zh: Field, en: Field): LocalText => {
    const word = cell(plain)
    return { zh: cell(zh) || (HAN.test(word) ? word : ''), en: cell(en) || (HAN.test(word) ? '' : word) }
  }
  // Written with its slash in some exports.
  const code = cell('code').replace(/^[/\uff0f]/, '').replace(/\s+/g, '')
  return { line, code, group: both('group', 'groupZh', 'groupEn'), title: both('title', 'titleZh', 'titleEn'), text: both('text', 'textZh', 'textEn') }
}

function problemOf({ code, group, title, text }: ImportRow): RowProblem['reason'] | null {
  if (text.zh === '' && text.en === '') return 'no-text'
  const titles = [group.zh, group.en, title.zh, title.en]
  if (code.length > PHRASE_CODE_MAX || titles.some((word) => word.length > PHRASE_TITLE_MAX)) return 'too-long'
  return text.zh.length > MESSAGE_MAX_LENGTH || text.en.length > MESSAGE_MAX_LENGTH ? 'too-long' : null
}

function wordsOf({ cells }: TableRow): string {
  const points = [...cells.filter((cell) => cell.trim() !== '').join(' · ').replace(/\s+/g, ' ')]
  return points.length > WORDS_SHOWN ? `${points.slice(0, WORDS_SHOWN).join('')}…` : points.join('')
}
