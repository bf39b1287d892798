import type { Row, RowReader } from './rows.ts'

/** A row that is longer is not one: its quotes do not close. In UTF-16 code units. */
const LONGEST_ROW = 200_000
const MOST_COLUMNS = 200
const DELIMITERS = [',', '\t', ';', '|'] as const

/** The sign that stands most often in the first line, outside quotes. */
export function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"(?:[^"]|"")*"/gu, '')
  const counts = DELIMITERS.map((sign) => bare.split(sign).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

type Read = { cells: string[]; next: number } | 'more' | 'broken'

/** Reads one row from `at` on. `more`: its end is not there yet. */
function readRow(text: string, at: number, delimiter: string, isLast: boolean): Read {
  const cells: string[] = []
  for (;;) {
    let cell: string
    if (text[at] === '"') {
      const quoted = readQuoted(text, at + 1, isLast)
      if (typeof quoted === 'string') return quoted
      cell = quoted.cell
      at = quoted.next
      if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 >= text.length)) at++
      if (at < text.length && text[at] !== delimiter && text[at] !== '\n') return 'broken'
    } else {
      const newline = endOr(text, '\n', at)
      const end = Math.min(endOr(text.slice(at, newline), delimiter, 0) + at, newline)
      cell = text.slice(at, end)
      at = end
      if (text[at] !== delimiter) cell = cell.replace(/\r$/u, '')
    }
    if (at >= text.length && !isLast) return 'more'
    cells.push(cell)
    if (cells.length > MOST_COLUMNS) return 'broken'
    if (text[at] !== delimiter) return { cells, next: at + 1 }
    at++
  }
}

const endOr = (text: string, sign: string, from: number): number => {
  const found = text.indexOf(sign, from)
  return found < 0 ? text.length : found
}

/** @param from the place behind the opening quote */
function readQuoted(text: string, from: number, isLast: boolean): { cell: string; next: number } | 'more' | 'broken' {
  let cell = ''
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote < 0) return isLast ? 'broken' : 'more'
    if (quote + 1 >= text.length && !isLast) return 'more'
    if (text[quote + 1] !== '"') return { cell: cell + text.slice(from, quote), next: quote + 1 }
    cell += text.slice(from, quote + 1)
    from = quote + 2
  }
}

const newlines = (text: string): number => text.split('\n').length - 1

/** Reads comma-separated values (RFC 4180) of any length. A row whose quotes do not close would swallow the rest: the next line begins anew. */
export function createCsvReader(onRow: (row: Row) => void): RowReader {
  let rest = ''
  let line = 1
  let delimiter: string | null = null

  function drain(isLast: boolean): void {
    if (delimiter === null) {
      const end = rest.indexOf('\n')
      if (end < 0 && !isLast && rest.length < LONGEST_ROW) return
      delimiter = delimiterOf(end < 0 ? rest : rest.slice(0, end))
    }
    let at = 0
    while (at < rest.length) {
      const read = readRow(rest, at, delimiter, isLast)
      if (read === 'more' && rest.length - at < LONGEST_ROW) break
      if (typeof read === 'string') {
        const end = endOr(rest, '\n', at)
        onRow({ line, cells: rest.slice(at, end).split(delimiter).slice(0, MOST_COLUMNS), broken: true })
        at = end + 1
        line++
        continue
      }
      if (read.cells.some((cell) => cell.trim() !== '')) onRow({ line, cells: read.cells, broken: false })
      line += newlines(rest.slice(at, read.next))
      at = read.next
    }
    rest = rest.slice(at)
  }
  return {
    push(text) {
      rest += text
      drain(false)
    },
    end: () => drain(true),
  }
}
