import type { Act, Mark, Topic } from '../../../../src-shared/domain/triage.ts'
import type { Feelings } from '../heat.ts'
import type { Hit, Scored } from '../scan.ts'
import type { Adjust } from './adjust.ts'
import { LAYERS } from './format.ts'
import type { Heads, Judged } from './heads.ts'

/** The learned part of triage; without it the rules decide alone. */
export interface Learned {
  readonly heads: Heads
  readonly adjust?: Adjust
  /** Anger, abuse and their levels; without them rules decide the emotion. */
  readonly feelings?: Feelings
}

/** What the rules decided of the same message. */
export interface Ruled { readonly topics: ReadonlyArray<Scored<Topic>>; readonly acts: ReadonlyArray<Scored<Act>>; readonly marks: ReadonlyArray<Scored<Mark>> }

const MOST = { topics: 3, acts: 2 } as const
/** Acts that say nothing apart from the subject of a sentence that has one. */
const WITHOUT_TOPIC: ReadonlySet<Act> = new Set(['provide_info', 'affirm', 'closing'])

/** Places where the rules saw the label; where they did not, those that carried it in the heads. */
const placesOf = (rule: Scored<string> | undefined, learned: () => Hit[]): readonly Hit[] => (rule !== undefined && rule.hits.length > 0 ? rule.hits : learned())

export interface Decided { readonly topics: Scored<Topic>[]; readonly acts: Scored<Act>[]; readonly marks: Scored<Mark>[] }

/**
 * Labels of a Chinese or English message from what heads and rules say of it. The heads have seen the rules' hits among their
 * features and outvote them on topics and acts; a mark is given where either says so, since missing one costs more.
 * @param text normalised text
 */
export function decide(judged: Judged, ruled: Ruled, adjust: Adjust | undefined, text: string): Decided {
  const layer = <Label extends string>(name: 'topics' | 'acts' | 'marks', labels: readonly Label[], rules: ReadonlyArray<Scored<Label>>, floor: number): Scored<Label>[] =>
    labels.flatMap((label, at) => {
      const rule = rules.find((one) => one.label === label)
      const told = judged[name][at] ?? 0
      const heard = rule !== undefined && floor > told ? floor : told
      const confidence = adjust?.(name, label, heard, text) ?? heard
      const given = confidence >= (judged.thresholds[name][at] ?? 1)
      return given ? [{ label, confidence, hits: placesOf(rule, () => judged.spans(name, at)) }] : []
    })
  const topics = layer('topics', LAYERS.topics, ruled.topics, 0).sort((a, b) => b.confidence - a.confidence).slice(0, MOST.topics)
  const acts = layer('acts', LAYERS.acts, ruled.acts, 0)
    .filter((one) => topics.length === 0 || !WITHOUT_TOPIC.has(one.label))
    .sort((a, b) => b.confidence - a.confidence).slice(0, MOST.acts)
  return { topics, acts, marks: layer('marks', LAYERS.marks, ruled.marks, RULED_MARK) }
}

/** Share of the marks that only the rules saw which our writers agree with. */
const RULED_MARK = 0.5
