import type { Act, Emotion, Mark, Topic } from '../../../src-shared/domain/triage.ts'
import { EMOTION_LEVEL, EMOTIONS } from '../../../src-shared/domain/triage.ts'
import { headSigns, heatOf, type Told } from './heat.ts'
import type { Trajectory } from './history.ts'
import type { Lexicon, LexiconEmotion, RuleGroup } from './lexicon.ts'
import { THREATS } from './marks.ts'
import type { Normalized } from './normalize.ts'
import { numberOf } from './numeral.ts'
import { firstMatch, round, scoreAll } from './scan.ts'
import type { Hit, Scored } from './scan.ts'

export interface Cue { readonly hit: Hit; readonly why: string }
export interface Feeling {
  readonly label: Emotion
  readonly level: 0 | 1 | 2 | 3
  readonly scores: Record<Emotion, number>
  /** This message alone, 0..1. */
  readonly anger: number
  readonly cues: readonly Cue[]
  readonly repeats: number
}
export interface FeelingContext {
  readonly raw: string
  readonly topics: ReadonlyArray<Scored<Topic>>
  readonly acts: ReadonlyArray<Scored<Act>>
  readonly marks: ReadonlyArray<Scored<Mark>>
  readonly trajectory: Trajectory
  /** What the heads say; null where rules decide alone. */
  readonly told: Told | null
}
/** Level 3 is shown as an alarm, and a false alarm costs an agent's trust: one weak cue never reaches it. */
const ANGRY_AT = 0.6
const FURIOUS_AT = 0.85
const FELT_AT = 0.5
/** Noisy-or weights of the signs of anger besides words; words bring their own weight from the lexicon. */
const SIGN = { punctuation: 0.3, manyMarks: 0.4, caps: 0.4, repeat: 0.62, saidBefore: 0.25, wait: 0.2, threat: 0.65, abuse: 0.85, danger: 0.8, sarcasm: 0.7, smile: 0.3, carried: 0.3 }
const DAY_MS = 86_400_000
const CAPS_WORD = /(?<![\p{L}])[A-Z]{3,}(?![\p{L}])/gu
const HEAVY_MARKS = /[!?]{3,}/gu
const UNIT_DAYS: ReadonlyArray<readonly [RegExp, number]> = [
  [/^(?:年)/u, 365], [/^(?:月|month)/u, 30], [/^(?:周|星期|礼拜|week)/u, 7], [/^(?:天|day)/u, 1], [/^(?:小时|hour)/u, 1 / 24], [/^分钟/u, 1 / 1440],
]

/** The wait that the customer speaks of ("等了半个月"), in days, with its place; null when none. */
export function spokenWait(text: string, lexicon: Lexicon): { days: number; hit: Hit } | null {
  for (const pattern of [lexicon.wait.zh, lexicon.wait.en]) {
    pattern.lastIndex = 0
    const match = pattern.exec(text)
    const amount = match?.groups?.['n'] ?? match?.groups?.['n2']
    const unit = match?.groups?.['u'] ?? match?.groups?.['u2']
    if (match === null || amount === undefined || unit === undefined) continue
    const days = UNIT_DAYS.find(([name]) => name.test(unit))?.[1]
    const value = numberOf(amount)
    if (days !== undefined && value !== null) return { days: value * days, hit: { from: match.index, to: match.index + match[0].length, weight: SIGN.wait } }
  }
  return null
}

/** Several words in capitals that are most of the Latin words: shouting, not an order code or a brand. */
function shouting(raw: string): boolean {
  const caps = raw.match(CAPS_WORD)?.length ?? 0
  if (caps < 3) return false
  const words = raw.match(/[A-Za-z]{3,}/gu)?.length ?? 0
  return caps >= words * 0.6
}

const strength = (scored: ReadonlyArray<Scored<LexiconEmotion>>, label: LexiconEmotion): number =>
  scored.find((one) => one.label === label)?.confidence ?? 0

const orAll = (weights: readonly number[]): number => 1 - weights.reduce((left, weight) => left * (1 - weight), 1)

/** Quick reading of an earlier turn without a verdict: words only. */
export function feelWords(text: Normalized, groups: ReadonlySet<RuleGroup>, lexicon: Lexicon): { dissatisfaction: number; anger: number } {
  const scored = scoreAll(lexicon.emotions, text, groups, lexicon)
  const anger = orAll([strength(scored, 'angry'), strength(scored, 'furious')])
  return { anger, dissatisfaction: Math.max(anger, 0.8 * strength(scored, 'disappointed')) }
}

interface Signs {
  /** Signs that stand without punctuation, capitals or history. */
  readonly words: number
  readonly all: number
  /** All but threats, danger and sarcasm, which the heads judge: many a threat is made calmly. */
  readonly spoken: number
  readonly cues: Cue[]
  readonly repeats: number
}

/** Collects the signs of anger. */
function signsOfAnger(text: Normalized, scored: ReadonlyArray<Scored<LexiconEmotion>>, lexicon: Lexicon, context: FeelingContext): Signs {
  const cues: Cue[] = []
  const words: number[] = [strength(scored, 'angry'), strength(scored, 'furious')]
  const support: number[] = []
  const whole: Hit = { from: 0, to: text.text.length, weight: SIGN.caps }
  for (const one of scored) {
    if (one.label !== 'angry' && one.label !== 'furious') continue
    for (const hit of one.hits) cues.push({ hit, why: one.label === 'angry' ? 'anger.word' : 'anger.furious' })
  }
  const has = (mark: Mark): boolean => context.marks.some((one) => one.label === mark)
  const marked: number[] = []
  if (context.marks.some((one) => THREATS.has(one.label))) marked.push(SIGN.threat)
  if (has('abuse')) words.push(SIGN.abuse)
  if (has('danger_person')) marked.push(SIGN.danger)
  if (has('sarcasm')) marked.push(SIGN.sarcasm)
  const repeat = firstMatch(lexicon.repeat, text.text)
  if (repeat !== null) {
    words.push(SIGN.repeat)
    cues.push({ hit: { ...repeat, weight: SIGN.repeat }, why: 'anger.repeat' })
  }
  const marks = [...text.text.matchAll(HEAVY_MARKS)]
  if (marks.length > 0) {
    support.push(marks.some((one) => one[0].length > 3) || marks.length > 1 ? SIGN.manyMarks : SIGN.punctuation)
    for (const one of marks) cues.push({ hit: { from: one.index, to: one.index + one[0].length, weight: SIGN.punctuation }, why: 'anger.punctuation' })
  }
  if (shouting(context.raw)) {
    support.push(SIGN.caps)
    cues.push({ hit: whole, why: 'anger.caps' })
  }
  const wait = spokenWait(text.text, lexicon)
  if (wait !== null && wait.days >= 1 / 48) {
    if (wait.days >= 2) support.push(SIGN.wait)
    cues.push({ hit: wait.hit, why: 'wait.days' })
  }
  if (context.trajectory.repeats > 0) {
    support.push(SIGN.saidBefore)
    cues.push({ hit: whole, why: 'history.repeat' })
  }
  const said = orAll([...words, ...marked])
  const signed = orAll([...words, ...marked, ...support])
  // Earlier anger makes a negative message angrier; it never turns a plain "退款" into an alarm.
  const all = signed > 0.3 ? orAll([signed, SIGN.carried * context.trajectory.carriedAnger]) : signed
  return { words: said, all, spoken: orAll([...words, ...support]), cues, repeats: context.trajectory.repeats + (repeat === null ? 0 : 1) }
}

function choose(anger: number, signs: Signs, scored: ReadonlyArray<Scored<LexiconEmotion>>, context: FeelingContext): Emotion {
  const has = (mark: Mark): boolean => context.marks.some((one) => one.label === mark)
  const furious = strength(scored, 'furious') >= FELT_AT || has('danger_person')
  if (anger >= ANGRY_AT) {
    return furious || (anger >= FURIOUS_AT && has('abuse') && signs.words > SIGN.abuse) ? 'furious' : 'angry'
  }
  const urged = context.acts.some((one) => one.label === 'urge')
  const felt = (['disappointed', 'anxious', 'confused'] as const)
    .map((label) => ({ label, score: strength(scored, label) }))
    .sort((a, b) => b.score - a.score)[0]
  const grateful = strength(scored, 'grateful')
  if (has('churn') || (signs.words >= 0.4 && grateful < FELT_AT)) return 'disappointed'
  const complaint = context.topics.some((one) => one.label === 'service_complaint' || one.label === 'promise_broken')
  if (complaint && grateful < FELT_AT) return 'disappointed'
  if (felt !== undefined && felt.score >= FELT_AT && felt.score >= grateful) return felt.label
  if (grateful >= FELT_AT) return 'grateful'
  if (urged && (signs.all > 0 || context.trajectory.waitingMs > DAY_MS / 24)) return 'anxious'
  return signs.all >= SIGN.punctuation ? 'anxious' : 'calm'
}

const FURIOUS = EMOTIONS.indexOf('furious')
const ANGRY = EMOTIONS.indexOf('angry')

/** An insult stands by itself: of a hundred, four came from calm customers. Danger to a person raises a flag of its own, in whatever tone. */
export const isCertain = (marks: ReadonlyArray<{ readonly label: Mark }>): boolean => marks.some((one) => one.label === 'abuse')

/** Label by the heads: angry and unhappy from their heat on, else the likeliest of the rest. */
function chooseTold(anger: number, { emotion, heat }: Told, furious: boolean, certain: boolean): Emotion {
  if (certain || anger >= heat.red) return furious || (emotion[FURIOUS] ?? 0) > (emotion[ANGRY] ?? 0) ? 'furious' : 'angry'
  if (anger >= heat.amber) return 'disappointed'
  const rest = EMOTIONS.filter((one) => EMOTION_LEVEL[one] < 3)
  return rest.reduce((best, one) => ((emotion[EMOTIONS.indexOf(one)] ?? 0) > (emotion[EMOTIONS.indexOf(best)] ?? 0) ? one : best))
}

/**
 * Emotion of the message in its conversation.
 * By rules alone: anger = noisy-or of the angry words' weights and of the signs in SIGN; level 3 from ANGRY_AT on, which needs a word, a
 * threat, an insult, sarcasm or a spoken repeat, or heavy marks together with capitals.
 * With heads: anger = the heat of `heat.ts`, calibrated; level 3 from its `red` on, chosen so that at most three calm messages in a
 * thousand are shown so, or for an insult.
 */
export function readEmotion(text: Normalized, groups: ReadonlySet<RuleGroup>, lexicon: Lexicon, context: FeelingContext): Feeling {
  const scored = scoreAll(lexicon.emotions, text, groups, lexicon)
  const signs = signsOfAnger(text, scored, lexicon, context)
  const { told } = context
  const certain = isCertain(context.marks)
  const anger = told === null ? signs.all : angerOf(told, signs.spoken, certain, context.trajectory.carriedAnger)
  const furious = strength(scored, 'furious') >= FELT_AT || context.marks.some((one) => one.label === 'danger_person')
  const label = told === null ? choose(anger, signs, scored, context) : chooseTold(anger, told, furious, certain)
  const cues: Cue[] = [...signs.cues]
  for (const one of scored) {
    if (one.label === 'angry' || one.label === 'furious') continue
    for (const hit of one.hits) cues.push({ hit, why: `emotion.${one.label}` })
  }
  const scores = scoresOf(label, anger, scored, told)
  return { label, level: EMOTION_LEVEL[label], scores, anger, cues, repeats: signs.repeats }
}

/** Heat of the message; earlier anger makes an unhappy message angrier and leaves a calm one alone. */
function angerOf({ emotion, side, heat }: Told, rules: number, certain: boolean, carried: number): number {
  const own = heatOf(heat, { ...headSigns(emotion), rules, side })
  const heard = own >= heat.amber ? orAll([own, SIGN.carried * carried]) : own
  return certain ? Math.max(heard, SIGN.abuse) : heard
}

/** Scores by emotion; the label chosen carries the highest, or the two would contradict each other on the screen. */
function scoresOf(label: Emotion, anger: number, scored: ReadonlyArray<Scored<LexiconEmotion>>, told: Told | null): Record<Emotion, number> {
  const of = (one: LexiconEmotion): number => (told === null ? strength(scored, one) : told.emotion[EMOTIONS.indexOf(one)] ?? 0)
  const scores: Record<Emotion, number> = {
    calm: told?.emotion[EMOTIONS.indexOf('calm')] ?? 0, grateful: of('grateful'), confused: of('confused'), anxious: of('anxious'),
    disappointed: of('disappointed'), angry: anger, furious: of('furious'),
  }
  const rest = Math.max(...Object.values(scores))
  scores[label] = Math.max(scores[label], label === 'calm' ? 1 - rest : rest, label === 'calm' ? rest : 0)
  for (const key of Object.keys(scores) as Emotion[]) scores[key] = round(scores[key])
  return scores
}
