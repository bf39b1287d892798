import { COLUMN_ROLES, type ColumnRole, type HistoryFormat, type HistoryMapping } from '../../../src-shared/domain/history.ts'
import { FORMAT_WORDS, HEADER_WORDS, plainHeader } from './header-words.ts'
import { readTime } from './times.ts'
import { sideOf } from './who.ts'

/** Rows that are looked at for what a column holds. */
export const SAMPLE_ROWS = 50
const MOSTLY = 0.8

const share = (cells: readonly string[], is: (cell: string) => boolean): number => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)

/** Is this row a header? None of its cells is a time or a long text, and at least one is a name that we know. */
export function isHeader(cells: readonly string[]): boolean {
  const known = new Set(Object.values(HEADER_WORDS).flat())
  return cells.every((cell) => cell.length <= 40 && readTime(cell, 'UTC') === null) && cells.some((cell) => known.has(plainHeader(cell)))
}

/** Names for the columns, each once; a column without one is `#n`. */
export function columnNames(header: readonly string[] | null, width: number): string[] {
  const seen = new Set<string>()
  return Array.from({ length: width }, (_, at) => {
    const own = (header?.[at] ?? '').replace(/^\uFEFF/u, '').trim()
    const name = own === '' || seen.has(own) ? `#${at + 1}` : own
    seen.add(name)
    return name
  })
}

function byWords(names: readonly string[]): Partial<Record<ColumnRole, string>> {
  const plain = names.map(plainHeader)
  const taken = new Set<number>()
  const found: Partial<Record<ColumnRole, string>> = {}
  for (const role of COLUMN_ROLES) {
    for (const word of HEADER_WORDS[role]) {
      const at = plain.findIndex((name, i) => name === word && !taken.has(i))
      if (at < 0) continue
      taken.add(at)
      found[role] = names[at] ?? ''
      break
    }
  }
  return found
}

/** Columns that no word named, by what they hold: times, sides, the longest text. */
function byContent(names: readonly string[], rows: readonly (readonly string[])[], found: Partial<Record<ColumnRole, string>>): Partial<Record<ColumnRole, string>> {
  const columns = names.map((name, at) => ({ name, cells: rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '') }))
  const free = () => columns.filter(({ name, cells }) => cells.length > 0 && !Object.values(found).includes(name))
  found.time ??= free().find(({ cells }) => share(cells, (cell) => readTime(cell, 'UTC') !== null) >= MOSTLY)?.name
  if (found.sender === undefined) found.role ??= free().find(({ cells }) => share(cells, (cell) => sideOf(cell) !== null && cell.length <= 12) >= MOSTLY)?.name
  const length = ({ cells }: { cells: string[] }): number => cells.reduce((sum, cell) => sum + cell.length, 0) / cells.length
  found.text ??= free().filter((column) => length(column) >= 4 && share(column.cells, (cell) => /^[\d\s.-]+$/u.test(cell)) < MOSTLY).sort((a, b) => length(b) - length(a))[0]?.name
  found.order ??= free().find(({ cells }) => share(cells, (cell) => /^\d{12,20}$|^\d{6}-\d{12,}$/u.test(cell)) >= MOSTLY)?.name
  return found
}

/** Which column holds what, by the header's words first and by what stands in the columns where those say nothing. */
export function guessMapping(names: readonly string[], rows: readonly (readonly string[])[]): HistoryMapping {
  const columns = byContent(names, rows.slice(0, SAMPLE_ROWS), byWords(names))
  return { columns: Object.fromEntries(Object.entries(columns).filter(([, name]) => name !== undefined)), agents: [] }
}

/** The tool that a file comes from, by its name and its header; `table` where neither says. */
export function guessFormat(fileName: string, names: readonly string[]): HistoryFormat {
  const entries = Object.entries(FORMAT_WORDS) as [Exclude<HistoryFormat, 'table'>, RegExp][]
  return entries.find(([, words]) => words.test(fileName))?.[0] ?? entries.find(([, words]) => words.test(names.join(' ')))?.[0] ?? 'table'
}

/** What makes two files the same shape: their columns' names in order. */
export const shapeOf = (names: readonly string[]): string => names.map(plainHeader).join('|').slice(0, 2000)
