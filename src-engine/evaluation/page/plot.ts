import { percent, svgText, type Words } from './html.ts'

/** A picture with shares on both axes. Sizes in units of its view box. */
export interface Plot {
  x(share: number): number
  y(share: number): number
  /** Puts what was drawn into its frame of grid, ticks and names of the axes. */
  frame(drawn: string, title: Words): string
}

const WIDTH = 460
const HEIGHT = 340
const LEFT = 64
const RIGHT = 26
const TOP = 12
const BOTTOM = 46

export const round = (value: number): string => String(Math.round(value * 10) / 10)

/** @param from lowest share of the vertical axis, 0..1; the horizontal one goes from 0 to 1 */
export function createPlot(axes: { x: Words; y: Words }, from = 0): Plot {
  const x = (share: number): number => LEFT + share * (WIDTH - LEFT - RIGHT)
  const y = (share: number): number => TOP + (1 - (share - from) / (1 - from)) * (HEIGHT - TOP - BOTTOM)
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1]
  const grid = steps.map((step) => {
    const level = from + step * (1 - from)
    return `<line class="grid" x1="${round(x(0))}" x2="${round(x(1))}" y1="${round(y(level))}" y2="${round(y(level))}"/>`
      + `<text class="tick" x="${String(LEFT - 8)}" y="${round(y(level) + 4)}" text-anchor="end">${percent(level, 0)}</text>`
      + `<text class="tick" x="${round(x(step))}" y="${String(HEIGHT - BOTTOM + 18)}" text-anchor="middle">${percent(step, 0)}</text>`
  }).join('')
  const names = svgText(axes.x, `x="${round(x(0.5))}" y="${String(HEIGHT - 8)}" text-anchor="middle"`)
    + svgText(axes.y, `transform="translate(12 ${round(y(from + (1 - from) / 2))}) rotate(-90)" text-anchor="middle"`)
  return {
    x, y,
    frame: (drawn, title) => `<svg viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" role="img" aria-label="${title.en} · ${title.zh}">${grid}${drawn}${names}</svg>`,
  }
}

/** A line through points, as SVG path data. */
export const pathOf = (points: readonly { x: number; y: number }[]): string => points.map((one, i) => `${i === 0 ? 'M' : 'L'}${round(one.x)} ${round(one.y)}`).join('')
