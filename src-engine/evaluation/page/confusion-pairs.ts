import type { ConfusedPair } from '../../domain/evaluation/confusion.ts'
import { both, chip, percent, whole } from './html.ts'
import { WORDS } from './words.ts'

const MOST = 12

/** The pairs that are mixed up most, each as a bar between the two labels. */
export function confusionPairs(pairs: readonly ConfusedPair[]): string {
  if (pairs.length === 0) return `<p>${both(WORDS.noErrors)}</p>`
  const most = Math.max(...pairs.map(({ count }) => count))
  const rows = pairs.slice(0, MOST).map(({ expected, told, count, share }) => `<li>${chip(expected, 'expected')}<span class="flow"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="8" rx="2"/><rect class="miss" width="${(100 * count / most).toFixed(1)}" height="8" rx="2"/></svg><span>${whole(count)} · ${percent(share, 0)}</span></span>${chip(told, 'told')}</li>`)
  return `<ol class="pairs">${rows.join('')}</ol>`
}
