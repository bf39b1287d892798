import type { LabelFigures } from '../../domain/evaluation/labels.ts'
import { both, escape, percent, whole } from './html.ts'
import { round } from './plot.ts'
import { WORDS } from './words.ts'

const WIDTH = 300

function bar({ precision, recall, f1 }: LabelFigures): string {
  const at = (share: number): string => round(share * WIDTH)
  const tick = (share: number, points: string): string => `<path class="tick-mark" transform="translate(${at(share)} 0)" d="${points}"/>`
  return `<svg class="bar" viewBox="-6 0 ${String(WIDTH + 12)} 18" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" x="0" y="6" width="${String(WIDTH)}" height="6" rx="3"/><rect class="fill" x="0" y="6" width="${at(f1)}" height="6" rx="3"/>`
    + `${precision === null ? '' : tick(precision, 'M-4 0H4L0 5Z')}${tick(recall, 'M-4 18H4L0 13Z')}</svg>`
}

/** A row a label: its F1 as a bar, precision and recall as ticks and figures. */
export function labelBars(labels: readonly LabelFigures[]): string {
  const rows = labels.map((one) => `<tr><th scope="row">${escape(one.label)}</th><td class="wide">${bar(one)}</td><td>${percent(one.f1)}</td><td>${one.precision === null ? '–' : percent(one.precision)}</td><td>${percent(one.recall)}</td><td>${whole(one.support)}</td></tr>`)
  return `<table class="labels"><thead><tr><th scope="col">${both(WORDS.label)}</th><td class="wide"></td><th scope="col">F1</th><th scope="col">▼ ${both(WORDS.precision)}</th><th scope="col">▲ ${both(WORDS.recall)}</th><th scope="col">${both(WORDS.lines)}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}
