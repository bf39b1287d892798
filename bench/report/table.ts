import type { Budget } from '../budgets.ts'
import type { Measure } from '../measure.ts'
import type { Spread } from '../stats.ts'

/** One measure as it is told and kept. */
export interface Result {
  measure: Omit<Measure, 'run' | 'lacks'>
  baseline: Spread
  measured: Spread
  figure: Spread
  budget: Budget
  kept: boolean
  notes: readonly string[]
}

const plain = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 1 ? value.toFixed(1) : value.toPrecision(2))

/** The figure with its range: `1.42 × (1.38–1.51)`, or `+9.1 ms (…)`. */
export function figureText({ median, min, max }: Spread, { compare, unit }: Pick<Measure, 'compare' | 'unit'>): string {
  if (compare === 'difference') return `${median >= 0 ? '+' : ''}${plain(median)} ${unit} (${plain(min)}–${plain(max)})`
  const times = (value: number): string => (value >= 0.1 ? value.toFixed(2) : value.toPrecision(2))
  return `${times(median)} × (${times(min)}–${times(max)})`
}

export function budgetText(budget: Budget, { compare, unit }: Pick<Measure, 'compare' | 'unit'>): string {
  const value = 'atMost' in budget ? budget.atMost : budget.atLeast
  return `${'atMost' in budget ? '≤' : '≥'} ${value}${compare === 'difference' ? ` ${unit}` : ' ×'}`
}

/** Columns as wide as their widest cell; columns after the first stand to the right. */
function columns(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0)))
  return lines.map((line) => line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ').trimEnd()).join('\n')
}

export function table(results: readonly Result[]): string {
  const rows = results.map(({ measure, baseline, measured, figure, budget, kept }) => [
    measure.name, `${plain(baseline.median)} ${measure.unit}`, `${plain(measured.median)} ${measure.unit}`, figureText(figure, measure), budgetText(budget, measure), kept ? 'kept' : 'BROKEN',
  ])
  const notes = results.flatMap(({ measure, notes: lines }) => [`${measure.name}: ${measure.title}; against ${measure.baseline}`, ...lines.map((line) => `  ${line}`)])
  return `${columns([['measure', 'baseline', 'measured', 'figure', 'budget', ''], ...rows])}\n\n${notes.join('\n')}\n`
}
