import type { FeelingReport } from '../../domain/evaluation/feeling-report.ts'
import { calibrationChart } from './calibration-chart.ts'
import { feelingErrors } from './error-list.ts'
import { both, percent, whole, type Words } from './html.ts'
import { rocChart } from './roc-chart.ts'
import { figure, section } from './section.ts'
import { tile } from './tile.ts'
import { WORDS } from './words.ts'

const MIDDLE = 0.5
const two = (value: number): string => value.toFixed(3)

/** What was measured and found, in a paragraph. */
export function feelingSummary({ n, dissatisfied, auroc, thresholds }: FeelingReport): Words {
  const at = thresholds.find(({ threshold }) => threshold === MIDDLE)
  const told = auroc
    ? { en: `Of an unhappy and another message it gives the unhappy one the higher score in ${percent(auroc.value, 0)} of cases (chance: 50 %).`, zh: `任取一条不满的和一条其他的消息，它有 ${percent(auroc.value, 0)} 的时候给不满的打分更高（瞎猜是 50%）。` }
    : { en: 'All messages are of one kind, so that there is nothing to tell apart.', zh: '所有消息都属于同一类，没有可以分辨的。' }
  return {
    en: `${whole(n)} customer messages in their conversations were scored, ${whole(dissatisfied)} of them unhappy. ${told.en}${at ? ` A bar at ${String(MIDDLE)} finds ${percent(at.recall, 0)} of the unhappy and calls ${percent(at.falseAlarms)} of the others.` : ''}`,
    zh: `给 ${whole(n)} 条对话中的客户消息打了分，其中 ${whole(dissatisfied)} 条是不满的。${told.zh}${at ? `门槛放在 ${String(MIDDLE)}，能找到 ${percent(at.recall, 0)} 的不满消息，误报 ${percent(at.falseAlarms)} 的其他消息。` : ''}`,
  }
}

const barTable = ({ thresholds }: FeelingReport): string => `<table class="labels"><thead><tr><th scope="col">${both(WORDS.bar)}</th><th scope="col">${both(WORDS.found)}</th><th scope="col">${both(WORDS.alarmed)}</th><th scope="col">${both(WORDS.precision)}</th><th scope="col">F1</th></tr></thead><tbody>${
  thresholds.map((one) => `<tr><th scope="row">${one.threshold.toFixed(1)}</th><td>${percent(one.recall)}</td><td>${percent(one.falseAlarms)}</td><td>${one.precision === null ? '–' : percent(one.precision)}</td><td>${percent(one.f1)}</td></tr>`).join('')}</tbody></table>`

/** The sections below the headline. */
export function feelingSections(report: FeelingReport): string {
  const tiles = [tile(report.auroc, WORDS.auroc, two), tile(report.n === 0 ? null : report.dissatisfied / report.n, WORDS.share), tile(report.calibration.error, WORDS.calibrationError)]
  return `<div class="tiles">${tiles.join('')}</div>`
    + section(WORDS.trust, null, `<div class="pair">${figure(WORDS.roc, WORDS.rocHint, rocChart(report.roc, { x: WORDS.alarmed, y: WORDS.found }, WORDS.roc))}`
      + `${figure(WORDS.calibration, WORDS.calibrationHint, calibrationChart(report.calibration, { x: WORDS.score, y: WORDS.unhappyShare }, WORDS.calibration))}</div>`)
    + section(WORDS.bars, null, barTable(report))
    + section(WORDS.worst, null, `<div class="pair">${feelingErrors(report.worst.missed, WORDS.missed)}${feelingErrors(report.worst.falseAlarms, WORDS.falseAlarms)}</div>`)
}
