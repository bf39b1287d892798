import { confusedPart, type Confusion } from '../../domain/evaluation/confusion.ts'
import { escape, svgText, whole, type Words } from './html.ts'
import { round } from './plot.ts'

const MOST_LABELS = 24
/** Longer names are cut; what a letter takes, and how steep the columns' names stand. */
const LONGEST_NAME = 24
const LETTER = 6.6
const DEGREES = -52
const SLOPE = Math.sin((-DEGREES * Math.PI) / 180)
const CELL = 44
const SMALLEST_FOR_NUMBERS = 22
const WIDEST = 900
/** The strongest colour still lets the number on it be read, in both themes. */
const FAINTEST = 0.08
const STRONGEST = 0.5

const REST: Words = { en: 'all others', zh: '其他' }
const NONE: Words = { en: 'none', zh: '无' }

const cut = (label: string): string => (label.length > LONGEST_NAME ? `${label.slice(0, LONGEST_NAME - 1)}…` : label)
const nameAt = (label: string | null, at: string): string =>
  label === null ? svgText(NONE, at) : label === '' ? svgText(REST, at) : `<text ${at}>${escape(cut(label))}</text>`

/** Where the cells lie. Sizes in units of the view box. */
function layoutOf(labels: readonly (string | null)[]): { cell: number; left: number; top: number; width: number; height: number } {
  const longest = LETTER * Math.max(REST.en.length, ...labels.map((label) => cut(label ?? '').length))
  const cell = Math.min(CELL, (WIDEST - longest) / Math.max(1, labels.length))
  const [left, top] = [longest + 12, longest * SLOPE + 20]
  return { cell, left, top, width: left + cell * labels.length + longest * Math.cos(Math.asin(SLOPE)), height: top + cell * labels.length }
}

/**
 * The confusion matrix as a heat map: rows what people said, columns what was told, colour the share of the row. Where there
 * are too many labels to draw, those that are mixed up most stand for themselves and the others are one row.
 */
export function confusionMap(confusion: Confusion, title: Words): string {
  const { labels, matrix } = confusedPart(confusion, MOST_LABELS)
  const { cell, left, top, width, height } = layoutOf(labels)
  const middle = (i: number): number => (i + 0.5) * cell
  const names = labels.map((label, i) => nameAt(label, `class="name" x="${round(left - 8)}" y="${round(top + middle(i) + 4)}" text-anchor="end"`)
    + nameAt(label, `class="name" transform="translate(${round(left + middle(i) + 3)} ${round(top - 6)}) rotate(${String(DEGREES)})"`)).join('')
  const cells = matrix.flatMap((row, i) => {
    const all = row.reduce((a, b) => a + b, 0)
    return row.map((n, j) => {
      const at = `x="${round(left + j * cell + 1)}" y="${round(top + i * cell + 1)}" width="${round(cell - 2)}" height="${round(cell - 2)}" rx="3"`
      if (n === 0) return `<rect class="empty" ${at}/>`
      const number = cell >= SMALLEST_FOR_NUMBERS ? `<text class="count" x="${round(left + middle(j))}" y="${round(top + middle(i) + 4)}" text-anchor="middle">${whole(n)}</text>` : ''
      const words = `${escape(labels[i] ?? '–')} → ${escape(labels[j] ?? '–')}: ${whole(n)}`
      return `<g><title>${words}</title><rect class="${i === j ? 'hit' : 'miss'}" fill-opacity="${(FAINTEST + (STRONGEST - FAINTEST) * (n / all)).toFixed(3)}" ${at}/>${number}</g>`
    })
  }).join('')
  return `<svg viewBox="0 0 ${round(width)} ${round(height)}" style="max-width:${round(width)}px" role="img" aria-label="${title.en} · ${title.zh}">${names}${cells}</svg>`
}
