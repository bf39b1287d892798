import type { Act, Mark, Topic } from '../../../../src-shared/domain/triage.ts'
import type { Feelings } from '../heat.ts'
import type { Hit, Scored } from '../scan.ts'
import { LAYERS } from './format.ts'
import type { Heads, Judged } from './heads.ts'

/** The learned part of triage; without it the rules decide alone. */
export interface Learned {
  readonly heads: Heads
  /** Anger, abuse and their levels; without them rules decide the emotion. */
  readonly feelings?: Feelings
}

/** What the rules decided of the same message. */
export interface Ruled {
  readonly topics: ReadonlyArray<Scored<Topic>>
  readonly acts: ReadonlyArray<Scored<Act>>
  readonly marks: ReadonlyArray<Scored<Mark>>
  /** Topics whose words stand there only to be denied or taken back. */
  readonly denied: ReadonlySet<Topic>
  /** The act that the form of the message alone shows (a bare number, only media); no head outvotes it. */
  readonly form: Act | null
}
export interface Decided { readonly topics: Scored<Topic>[]; readonly acts: Scored<Act>[]; readonly marks: Scored<Mark>[] }

const MOST = { topics: 3, acts: 2 } as const
/** Acts that say nothing apart from the subject of a sentence that has one. */
const WITHOUT_TOPIC: ReadonlySet<Act> = new Set(['provide_info', 'affirm', 'closing'])
/** Missing one of these costs more than a false one: rules or heads, either is enough. */
const EITHER: ReadonlySet<Mark> = new Set(['sensitive_info', 'danger_person', 'threat_authority', 'abuse'])
/** A denied topic needs this much from the heads; below it they were right in 22 % of the cases (cross-validation). */
const DENIED_AT = 0.7
/** A further topic with less than this share of the best one's confidence is right in a quarter of the cases, unless rules back it. */
const FAR_BEHIND = 0.5
/** What the rules alone say, where the heads give nothing, is right in about a fifth of the cases: a hint, told as one. */
const HINT = 0.2
/** A form or a secret that was seen is certain enough. */
const SEEN = 0.9
/** Of the insults that the rules hear, four in five are so called by our writers, and hardly one of the rest was calm. */
const INSULT = 0.8

type Layer = 'topics' | 'acts' | 'marks'

/**
 * Labels of a Chinese or English message from what heads and rules say of it. The heads have seen the rules' hits among their
 * features, so a rule that they do not follow adds nothing (cross-validation), except for the marks of danger, and where they
 * find nothing at all.
 */
export function decide(judged: Judged, ruled: Ruled): Decided {
  const given = <Label extends string>(name: Layer, labels: readonly Label[], rules: ReadonlyArray<Scored<Label>>): Scored<Label>[] =>
    labels.flatMap((label, at) => {
      const confidence = judged[name][at] ?? 0
      return confidence >= (judged.thresholds[name][at] ?? 1) ? [{ label, confidence, hits: placesOf(rules.find((one) => one.label === label), () => judged.spans(name, at)) }] : []
    })
  const topics = chosenTopics(given('topics', LAYERS.topics, ruled.topics), ruled)
  const acts = chosenActs(given('acts', LAYERS.acts, ruled.acts), ruled, topics.length > 0)
  const marks = chosenMarks(given('marks', LAYERS.marks, ruled.marks), ruled, judged)
  if (topics.length + acts.length + marks.length > 0) return { topics, acts, marks }
  const hint = <Label extends string>(list: ReadonlyArray<Scored<Label>>): Scored<Label>[] => list.map((one) => ({ ...one, confidence: HINT }))
  return { topics: hint(ruled.topics), acts: hint(ruled.acts), marks: hint(ruled.marks) }
}

/** Places where the rules saw the label; where they did not, those that carried it in the heads. */
const placesOf = (rule: Scored<string> | undefined, learned: () => Hit[]): readonly Hit[] => (rule !== undefined && rule.hits.length > 0 ? rule.hits : learned())

function chosenTopics(given: readonly Scored<Topic>[], { topics: ruled, denied }: Ruled): Scored<Topic>[] {
  const held = given.filter((one) => !denied.has(one.label) || one.confidence >= DENIED_AT)
  const best = held.reduce((most, one) => Math.max(most, one.confidence), 0)
  const backed = (one: Scored<Topic>): boolean => ruled.some((rule) => rule.label === one.label)
  return held.filter((one) => backed(one) || one.confidence >= best * FAR_BEHIND)
    .sort((a, b) => Number(backed(b)) - Number(backed(a)) || b.confidence - a.confidence).slice(0, MOST.topics)
    .sort((a, b) => b.confidence - a.confidence)
}

function chosenActs(given: readonly Scored<Act>[], { acts: ruled, form }: Ruled, hasTopic: boolean): Scored<Act>[] {
  const seen = hasTopic || form === null ? undefined : ruled.find((one) => one.label === form)
  if (seen !== undefined) return [{ ...seen, confidence: Math.max(SEEN, given.find((one) => one.label === form)?.confidence ?? 0) }]
  const held = given.filter((one) => !hasTopic || !WITHOUT_TOPIC.has(one.label)).sort((a, b) => b.confidence - a.confidence)
  // "好的" says yes or goodbye, by what was asked; it never does both.
  const either = held.filter((one) => one.label === 'affirm' || one.label === 'closing')
  return held.filter((one) => one !== either[1]).slice(0, MOST.acts)
}

/** In the closed list's order. */
function chosenMarks(given: readonly Scored<Mark>[], { marks: ruled, form }: Ruled, judged: Judged): Scored<Mark>[] {
  // A number that was asked for is an answer: only what the rules see in it (a secret) can be a mark.
  const held = form === 'provide_info' ? given.filter((one) => ruled.some((rule) => rule.label === one.label)) : given
  return LAYERS.marks.flatMap((label, at) => {
    const own = held.find((one) => one.label === label)
    const rule = EITHER.has(label) ? ruled.find((one) => one.label === label) : undefined
    const insult = label === 'abuse' && rule !== undefined ? INSULT : 0
    if (own !== undefined) return [{ ...own, confidence: Math.max(own.confidence, insult) }]
    return rule === undefined ? [] : [{ ...rule, confidence: Math.max(judged.marks[at] ?? 0, insult, rule.hits.length === 0 ? SEEN : HINT) }]
  })
}
