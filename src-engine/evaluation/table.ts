import { reached, type Row } from './task.ts'

const HEAD = ['task', 'data', 'split', 'figure', 'ours', 'baseline', 'best published', 'target', ''] as const
/** Columns of figures stand to the right. */
const RIGHT = new Set([4, 5])

/** A value as it is read: `.912`, `.0030` where three digits say too little, `0.21 ms`. */
export function valueText(value: number | null, unit: Row['unit']): string {
  if (value === null) return '–'
  if (unit !== 'share') return `${value >= 10 ? value.toFixed(0) : value.toFixed(2)} ${unit}`
  return value >= 1 ? value.toFixed(2) : value.toFixed(value > 0 && value < 0.01 ? 4 : 3).slice(1)
}

const targetText = ({ target, unit }: Row): string => (target === null ? '' : 'atLeast' in target ? `≥ ${valueText(target.atLeast, unit)}` : `≤ ${valueText(target.atMost, unit)}`)

/** Cells of a row; what was not measured says why in the place of the verdict. */
function cellsOf(row: Row): string[] {
  const isReached = reached(row)
  const verdict = row.value === null ? row.note ?? 'not measured' : isReached === null ? '' : isReached ? 'reached' : 'MISSED'
  return [row.task, row.data, row.split, row.figure, valueText(row.value, row.unit), row.baseline === null ? '' : valueText(row.baseline, row.unit), row.best, targetText(row), verdict]
}

/** The table for the terminal: columns as wide as their widest cell. */
export function textTable(rows: readonly Row[]): string {
  const lines = [[...HEAD], ...rows.map(cellsOf)]
  const widths = HEAD.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return `${lines.map((line) => line.map((cell, at) => (RIGHT.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ').trimEnd()).join('\n')}\n`
}

/** What remarks the rows carry, each once, under the table. */
export const notesOf = (rows: readonly Row[]): string[] =>
  [...new Set(rows.flatMap(({ value, task, note }) => (value === null || note === undefined ? [] : [`${task}: ${note}`])))]

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The same as a Markdown table. */
export function markdownTable(rows: readonly Row[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return `${[line(HEAD), line(HEAD.map((_, at) => (RIGHT.has(at) ? '---:' : '---'))), ...rows.map((row) => line(cellsOf(row)))].join('\n')}\n`
}
