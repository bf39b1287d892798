import { groupOf, TOPIC_GROUPS } from '../../src-shared/domain/topic-groups.ts'
import { ACTS, EMOTION_LEVEL, TOPICS, type Verdict } from '../../src-shared/domain/triage.ts'
import type { CorpusLine } from '../domain/corpus/lines.ts'
import type { TriageInput } from '../domain/triage/index.ts'

/** `index` is the number of the line: a cross-validation judges each line by another model. */
type Triage = (input: TriageInput, index: number) => Verdict

/** Precision, recall and F1 of one label, each 0..1; null where there is nothing to divide by. */
export interface LabelScore { readonly label: string; readonly support: number; readonly precision: number | null; readonly recall: number | null; readonly f1: number }
export interface CorpusFigures {
  readonly language: string
  readonly lines: number
  readonly writers: number
  /** Macro-F1 over the labels that have at least `SUPPORT` lines. */
  readonly groups: number
  readonly leaves: number
  readonly acts: number
  /** Share of these lines that is found: topic safety_incident, act human_wanted, mark sensitive_info. */
  readonly safetyRecall: number
  readonly humanRecall: number
  readonly sensitiveRecall: number
  /** Of angry and furious lines, the share shown at level 3; of calm ones, the share shown at level 3 by mistake. */
  readonly angryRecall: number
  readonly calmFalseAlarms: number
  /** Expected calibration error of the labels given (topics, acts, marks), ten bins. */
  readonly calibrationError: number
  /** Of lines without any label, the share that stays without. */
  readonly outOfScopeRecall: number
  readonly emotionAccuracy: number
  readonly labels: readonly LabelScore[]
}

const SUPPORT = 5
/** Noon of a Monday in China: dates in the lines are relative to it. */
const AT = Date.UTC(2026, 3, 20, 4)
const MINUTE = 60_000

export const inputOf = (line: Pick<CorpusLine, 'text' | 'before'>): TriageInput => ({
  text: line.text, at: AT, attachments: 0,
  history: line.before === null ? [] : [{ role: 'agent', text: line.before, at: AT - MINUTE }],
})

const named = (list: ReadonlyArray<{ label: string }>, layer: string): string[] => list.map((one) => `${layer}.${one.label}`)
/** Every label of a line or verdict, with the topics' groups as labels of their own. */
const labelsOf = (topics: readonly CorpusLine['topics'][number][], acts: readonly string[], marks: readonly string[]): Set<string> => new Set([
  ...topics.map((one) => `topic.${one}`), ...topics.map((one) => `group.${groupOf(one)}`), ...acts.map((one) => `act.${one}`), ...marks.map((one) => `mark.${one}`),
])

interface Told { readonly line: CorpusLine; readonly verdict: Verdict; readonly gold: ReadonlySet<string>; readonly given: ReadonlySet<string> }

function scoreOf(label: string, told: readonly Told[]): LabelScore {
  let [hit, support, given] = [0, 0, 0]
  for (const one of told) {
    if (one.gold.has(label)) support++
    if (one.given.has(label)) given++
    if (one.gold.has(label) && one.given.has(label)) hit++
  }
  return { label, support, precision: given === 0 ? null : hit / given, recall: support === 0 ? null : hit / support, f1: support + given === 0 ? 0 : (2 * hit) / (support + given) }
}

function calibrationError(told: readonly Told[]): number {
  const bins = Array.from({ length: 10 }, () => ({ sure: 0, right: 0 }))
  let count = 0
  for (const { verdict, gold } of told) {
    for (const [layer, list] of [['topic', verdict.topics], ['act', verdict.acts], ['mark', verdict.marks]] as const) {
      for (const { label, confidence } of list) {
        const bin = bins[Math.min(9, Math.floor(confidence * 10))]
        if (bin === undefined) continue
        count++
        bin.sure += confidence
        if (gold.has(`${layer}.${label}`)) bin.right++
      }
    }
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, count)
}

const share = (some: readonly Told[], is: (one: Told) => boolean): number => (some.length === 0 ? 0 : some.filter(is).length / some.length)

function figuresOf(language: string, told: readonly Told[]): CorpusFigures {
  const all = [...TOPIC_GROUPS.map((one) => `group.${one}`), ...TOPICS.map((one) => `topic.${one}`), ...ACTS.map((one) => `act.${one}`),
    ...new Set(told.flatMap(({ line }) => line.marks.map((one) => `mark.${one}`)))]
  const labels = all.map((label) => scoreOf(label, told))
  const macro = (layer: string): number => {
    const own = labels.filter((one) => one.label.startsWith(layer) && one.support >= SUPPORT)
    return own.reduce((sum, one) => sum + one.f1, 0) / Math.max(1, own.length)
  }
  const recall = (label: string): number => labels.find((one) => one.label === label)?.recall ?? 0
  return {
    language, lines: told.length, writers: new Set(told.map(({ line }) => line.writer)).size,
    groups: macro('group.'), leaves: macro('topic.'), acts: macro('act.'),
    safetyRecall: recall('topic.safety_incident'), humanRecall: recall('act.human_wanted'), sensitiveRecall: recall('mark.sensitive_info'),
    angryRecall: share(told.filter(({ line }) => EMOTION_LEVEL[line.emotion] === 3), ({ verdict }) => verdict.emotion.level === 3),
    calmFalseAlarms: share(told.filter(({ line }) => line.emotion === 'calm'), ({ verdict }) => verdict.emotion.level === 3),
    calibrationError: calibrationError(told),
    outOfScopeRecall: share(told.filter(({ gold }) => gold.size === 0), ({ given }) => given.size === 0),
    emotionAccuracy: share(told, ({ line, verdict }) => line.emotion === verdict.emotion.label),
    labels,
  }
}

/** What `triage` makes of labelled lines, a record of figures for each language. */
export function evaluateCorpus(triage: Triage, lines: readonly CorpusLine[]): CorpusFigures[] {
  const told = lines.map((line, index): Told => {
    const verdict = triage(inputOf(line), index)
    return {
      line, verdict, gold: labelsOf(line.topics, line.acts, line.marks),
      given: new Set([...named(verdict.topics, 'topic'), ...verdict.topics.map((one) => `group.${groupOf(one.label)}`), ...named(verdict.acts, 'act'), ...named(verdict.marks, 'mark')]),
    }
  })
  return [...new Set(lines.map((line) => line.language))].map((language) => figuresOf(language, told.filter(({ line }) => line.language === language)))
}
