import type { Estimated } from '../../domain/evaluation/told.ts'
import { both, percent, type Words } from './html.ts'
import { round } from './plot.ts'
import { WORDS } from './words.ts'

/** The interval on a scale from 0 to 1, the figure as a tick in it. */
function scale({ value, low, high }: Estimated): string {
  const at = (share: number): string => round(share * 200)
  return `<svg class="scale" viewBox="0 0 200 10" aria-hidden="true"><line class="rail" x1="0" x2="200" y1="5" y2="5"/><line class="reach" x1="${at(low)}" x2="${at(Math.max(high, low + 0.01))}" y1="5" y2="5"/><line class="value" x1="${at(value)}" x2="${at(value)}" y1="0" y2="10"/></svg>`
}

/** A big figure, what it says, and where it is known its interval. @param text how the figure is written, for what is no plain share */
export function tile(figure: Estimated | number | null, words: Words, text: (value: number) => string = percent): string {
  const value = typeof figure === 'number' || figure === null ? figure : figure.value
  const interval = typeof figure === 'number' || figure === null ? ''
    : `${scale(figure)}<p class="interval">${both(WORDS.interval)} ${text(figure.low)} – ${text(figure.high)}</p>`
  return `<div class="tile"><p class="figure">${value === null ? '–' : text(value)}</p><p>${both(words)}</p>${interval}</div>`
}
