import type { CoverageAt, CoveragePoint } from '../../domain/evaluation/coverage.ts'
import { percent, type Words } from './html.ts'
import { createPlot, pathOf, round } from './plot.ts'

/** The vertical axis begins at a fifth at or below the lowest point, so that the upper end can be read. */
const floorOf = (curve: readonly CoveragePoint[]): number => Math.floor(Math.min(0.9, ...curve.map(({ precision }) => precision)) * 5) / 5

/** How much is right among the surest answers, by how much is answered; a ring marks each asked precision. */
export function coverageChart(curve: readonly CoveragePoint[], marks: readonly CoverageAt[], axes: { x: Words; y: Words }, title: Words): string {
  const plot = createPlot(axes, floorOf(curve))
  const [left, right] = [round(plot.x(0)), round(plot.x(1))]
  const asked = marks.map(({ precision, coverage }) => {
    const y = round(plot.y(precision))
    const ring = coverage === 0 ? '' : `<circle class="ring" cx="${round(plot.x(coverage))}" cy="${y}" r="5"><title>${percent(precision, 0)} → ${percent(coverage)}</title></circle>`
    return `<line class="asked" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>${ring}`
  }).join('')
  const line = `<path class="line" d="${pathOf(curve.map(({ coverage, precision }) => ({ x: plot.x(coverage), y: plot.y(precision) })))}"/>`
  return plot.frame(line + asked, title)
}
