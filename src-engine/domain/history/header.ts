import { lacks, type HistoryFormat, type HistoryMapping } from '../../../src-shared/domain/history.ts'
import { columnNames, guessFormat, guessMapping, isHeader, shapeOf } from './guess.ts'
import type { Row } from './rows.ts'
import { readTime } from './times.ts'

/** Above the header some tools write what was exported when. */
const HEADER_WITHIN = 6

/** A file's columns as far as its first rows tell, and what they are thought to hold. */
export interface Shape {
  format: HistoryFormat
  names: string[]
  mapping: HistoryMapping
  /** The same for files of the same columns. */
  shape: string
  /** What no column was found for, without which nothing can be read. */
  lacks: ('text' | 'who')[]
  /** First rows under the header. */
  sample: string[][]
}

/** What is known of a file beforehand; null: to be guessed. */
export interface Known {
  name: string
  format: HistoryFormat | null
  mapping: HistoryMapping | null
}

const hasTimes = (cells: readonly string[]): boolean => cells.some((cell) => readTime(cell, 'UTC') !== null)

/** The row that names the columns; -1: there is none. One whose words we do not know is told by the times under it. */
function headerAt(rows: readonly Row[]): number {
  const known = rows.slice(0, HEADER_WITHIN).findIndex((row) => !row.broken && isHeader(row.cells))
  if (known >= 0) return known
  const [first, ...others] = rows
  return first && others.length > 0 && !hasTimes(first.cells) && others.filter((row) => hasTimes(row.cells)).length >= others.length / 2 ? 0 : -1
}

/** Reads the header out of the first rows. @param fixed names of columns that the kind of file gives @returns the shape, and how many rows stand above the data */
export function readHeader(rows: readonly Row[], known: Known, fixed: readonly string[] | null): { shape: Shape; above: number } {
  const at = fixed === null ? headerAt(rows) : -1
  const data = rows.slice(at + 1)
  const names = fixed === null ? columnNames(at < 0 ? null : (rows[at]?.cells ?? []), Math.max(0, ...rows.slice(Math.max(at, 0)).filter((row) => !row.broken).map((row) => row.cells.length))) : [...fixed]
  const shape = shapeOf(names)
  const mapping = known.mapping ?? guessMapping(names, data.filter((row) => !row.broken).map((row) => row.cells))
  return {
    above: at + 1,
    shape: { format: known.format ?? guessFormat(known.name, names), names, mapping, shape, lacks: lacks(mapping), sample: data.filter((row) => !row.broken).slice(0, 8).map((row) => [...row.cells]) },
  }
}
