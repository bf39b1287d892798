import { foldConfusion } from '../../domain/evaluation/confusion.ts'
import type { LabelReport } from '../../domain/evaluation/label-report.ts'
import { topicGroup } from '../../domain/evaluation/topic-group.ts'
import { calibrationChart } from './calibration-chart.ts'
import { confusionMap } from './confusion-map.ts'
import { confusionPairs } from './confusion-pairs.ts'
import { coverageChart } from './coverage-chart.ts'
import { labelErrors } from './error-list.ts'
import { both, percent, whole, type Words } from './html.ts'
import { labelBars } from './label-bars.ts'
import { figure, section } from './section.ts'
import { tile } from './tile.ts'
import { WORDS } from './words.ts'

/** From so many labels on a matrix of single labels says less than one of groups. */
const MANY_LABELS = 24

const range = ({ low, high }: { low: number; high: number }): string => `${percent(low)} – ${percent(high)}`

/** What was measured and found, in a paragraph. */
export function labelSummary({ n, accuracy, labels, coverage, topConfusions: [pair], outOfScope }: LabelReport): Words {
  const at97 = coverage.find(({ precision }) => precision === 0.97)
  const right = accuracy ?? { value: 0, low: 0, high: 0 }
  const en = [
    `${whole(n)} messages whose label is known (${whole(labels.length)} labels) were judged. ${percent(right.value)} were told right (${range(right)}).`,
    at97 ? (at97.coverage > 0 ? `Where 97 of 100 answers have to be right, it can answer ${percent(at97.coverage, 0)} of all messages and leaves the others to a person.` : 'Nowhere are 97 of 100 of its answers right: a person has to look at each.') : '',
    pair ? `Its commonest slip: it takes “${pair.expected ?? 'none'}” for “${pair.told ?? 'none'}” (${whole(pair.count)} times).` : 'It made no mistake.',
    outOfScope?.recall ? `Of ${whole(outOfScope.count)} messages that belong to no label, ${percent(outOfScope.recall.value)} got none.` : '',
  ]
  const zh = [
    `评估了 ${whole(n)} 条已有人工标签的消息（${whole(labels.length)} 个标签），判断正确 ${percent(right.value)}（${range(right)}）。`,
    at97 ? (at97.coverage > 0 ? `如果要求 100 条答案里至少对 97 条，它能处理全部消息的 ${percent(at97.coverage, 0)}，其余留给人。` : '没有哪一部分答案能达到 100 条对 97 条，每条都要人看。') : '',
    pair ? `最常犯的错：把“${pair.expected ?? '无'}”当成“${pair.told ?? '无'}”（${whole(pair.count)} 次）。` : '没有判断错。',
    outOfScope?.recall ? `${whole(outOfScope.count)} 条不属于任何标签的消息里，${percent(outOfScope.recall.value)} 没有被贴标签。` : '',
  ]
  return { en: en.filter((one) => one !== '').join(' '), zh: zh.join('') }
}

function matrixSection({ confusion }: LabelReport): string {
  const isTopics = confusion.labels.some((label) => label !== null && topicGroup(label) !== null)
  const isMany = confusion.labels.length > MANY_LABELS
  const shown = isMany && isTopics ? foldConfusion(confusion, (label) => topicGroup(label) ?? label) : confusion
  const note = !isMany ? '' : isTopics ? both(WORDS.matrixGroups) : both(WORDS.matrixPart)
  return `<h3>${both(WORDS.matrix)}</h3><p class="hint">${both(WORDS.matrixHint)} ${note}</p><div class="map">${confusionMap(shown, WORDS.matrix)}</div>`
}

const asked = ({ coverage }: LabelReport): string =>
  `<ul class="asked-list">${coverage.map(({ precision, coverage: share, threshold }) => `<li><b>${percent(precision, 0)}</b> → ${percent(share)}${threshold === null ? '' : ` <span class="hint">≥ ${threshold.toFixed(2)}</span>`}</li>`).join('')}</ul>`

/** The sections below the headline. */
export function labelSections(report: LabelReport): string {
  const { calibration, coverage, coverageCurve, outOfScope } = report
  const tiles = [
    tile(report.accuracy, WORDS.accuracy), tile(report.macroF1, WORDS.macroF1),
    tile(coverage.find(({ precision }) => precision === 0.97)?.coverage ?? null, WORDS.coverage97),
    outOfScope ? tile(outOfScope.recall, WORDS.oosRecall) : tile(calibration.error, WORDS.calibrationError),
  ]
  return `<div class="tiles">${tiles.join('')}</div>`
    + section(WORDS.trust, null, `<div class="pair">${figure(WORDS.calibration, WORDS.calibrationHint, calibrationChart(calibration, { x: WORDS.confident, y: WORDS.right }, WORDS.calibration), calibration.error === null ? '' : `<p class="hint">ECE ${percent(calibration.error)}</p>`)}`
      + `${figure(WORDS.coverage, WORDS.coverageHint, coverageChart(coverageCurve, coverage, { x: WORDS.answered, y: WORDS.rightAmong }, WORDS.coverage), asked(report))}</div>`)
    + section(WORDS.mixed, WORDS.mixedHint, confusionPairs(report.topConfusions) + matrixSection(report))
    + section(WORDS.perLabel, WORDS.perLabelHint, labelBars(report.labels))
    + section(WORDS.worst, WORDS.worstHint, labelErrors(report.worst))
}
