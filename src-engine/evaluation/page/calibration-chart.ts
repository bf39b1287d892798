import type { Calibration } from '../../domain/evaluation/calibration.ts'
import { percent, whole, type Words } from './html.ts'
import { createPlot, pathOf, round } from './plot.ts'

const LARGEST_DOT = 11
const SMALLEST_DOT = 3.5

/** How often it is right by how sure it says it is; a dot's area grows with its lines, its stalk is the error. */
export function calibrationChart({ bins }: Calibration, axes: { x: Words; y: Words }, title: Words): string {
  const plot = createPlot(axes)
  const most = Math.max(1, ...bins.map(({ count }) => count))
  const seen = bins.flatMap(({ count, confidence, right }) => (confidence === null || right === null ? [] : [{ count, confidence, right }]))
  const dots = seen.map(({ count, confidence, right }) => {
    const [x, y] = [round(plot.x(confidence)), round(plot.y(right))]
    const radius = round(Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt(count / most)))
    return `<line class="stalk" x1="${x}" x2="${x}" y1="${y}" y2="${round(plot.y(confidence))}"/>`
      + `<circle class="dot" cx="${x}" cy="${y}" r="${radius}"><title>${percent(confidence)} → ${percent(right)} · n = ${whole(count)}</title></circle>`
  }).join('')
  const ideal = `<path class="ideal" d="${pathOf([{ x: plot.x(0), y: plot.y(0) }, { x: plot.x(1), y: plot.y(1) }])}"/>`
  const line = `<path class="line thin" d="${pathOf(seen.map(({ confidence, right }) => ({ x: plot.x(confidence), y: plot.y(right) })))}"/>`
  return plot.frame(ideal + line + dots, title)
}
