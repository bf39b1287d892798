import type { OwnTopicsReport } from '../../../src-shared/contract/teaching.ts'
import { learn } from '../classify/learn.ts'
import { createClassifier, type ClassifierModel } from '../classify/model.ts'
import type { OwnExample } from './examples.ts'

/**
 * Under this confidence a message has no own topic: of twelve of BANKING77's intents with ten examples each, eight of ten new
 * messages keep theirs, and no everyday message of another kind gets one.
 */
export const OWN_AT = 0.4
const SEED = 1
const FOLDS = 5
/** Of more examples one third is judged once, by a model of the others: each fold costs a training. */
const SEVERAL = 300
const SPLIT = 3
/** So many examples outweigh all strangers: nothing is left out of these, which would cost two trainings more. */
const MANY = 1_500

/** Why nothing can be learned: fewer than two topics have two examples. */
export class TooFewTopics extends Error {}

/**
 * Learns a shop's topics from its examples. Same examples, same model, bit for bit.
 * @param usual everyday messages of any shop: those that no topic claims teach what is none of them
 * @throws TooFewTopics
 */
export function learnOwnTopics(examples: readonly OwnExample[], usual: readonly string[]): { model: ClassifierModel; report: OwnTopicsReport } {
  const counts = new Map<string, number>()
  for (const { label } of examples) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  const leftOut = [...counts].filter(([, n]) => n < 2).map(([label]) => label).sort()
  const taken = examples.filter(({ label }) => label === null || !leftOut.includes(label))
  if (counts.size - leftOut.length < 2) throw new TooFewTopics('fewer than two topics with two examples')
  const outside = strangers(taken, usual)
  const { model } = learn([...taken, ...outside], SEED)
  return { model, report: { ...judge(taken, outside), leftOut } }
}

/** A classifier of these examples, as it is used: null where it is not sure enough; `nearest`: the topic that came nearest all the same. */
function classifierOf(examples: readonly OwnExample[]): (text: string) => { told: string | null; nearest: string | null } {
  const classify = createClassifier(learn(examples, SEED).model, OWN_AT)
  return (text) => {
    const { label, alternatives } = classify(text)
    return { told: label, nearest: alternatives.find((one) => one.label !== null)?.label ?? null }
  }
}

/**
 * The usual messages that are none of the topics: each half is asked of a model that had the other half for strangers, and
 * what a topic claims all the same is left out, since a shop's own topic may well be about it.
 */
function strangers(examples: readonly OwnExample[], usual: readonly string[]): OwnExample[] {
  const known = new Set(examples.map(({ text }) => text))
  const rest = usual.filter((text) => !known.has(text)).map((text) => ({ text, label: null }))
  if (examples.length > MANY) return rest
  const halves = [0, 1].map((half) => rest.filter((_, at) => at % 2 === half))
  return halves.flatMap((half, at) => {
    const classify = classifierOf([...examples, ...(halves[1 - at] ?? [])])
    return half.filter(({ text }) => classify(text).told === null)
  })
}

/** Every example in one fold, those of a topic spread evenly. */
function foldsOf(examples: readonly OwnExample[], folds: number): number[] {
  const next = new Map<string | null, number>()
  return examples.map(({ label }) => {
    const turn = next.get(label) ?? 0
    next.set(label, turn + 1)
    return turn % folds
  })
}

interface Judged { label: string; told: string | null; nearest: string | null }

function judge(examples: readonly OwnExample[], outside: readonly OwnExample[]): Omit<OwnTopicsReport, 'leftOut'> {
  const once = examples.length > SEVERAL
  const foldOf = foldsOf(examples, once ? SPLIT : FOLDS)
  const judged: Judged[] = []
  for (let fold = 0; fold < (once ? 1 : FOLDS); fold++) {
    const seen = examples.filter((_, at) => foldOf[at] !== fold)
    // A topic of two examples may have one left: better judged a little too hard than not at all.
    const classify = classifierOf([...doubled(seen), ...outside])
    examples.forEach(({ text, label }, at) => { if (foldOf[at] === fold && label !== null) judged.push({ label, ...classify(text) }) })
  }
  const counts = new Map<string, number>()
  for (const { label } of examples) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  return {
    examples: examples.length, right: shareRight(judged),
    topics: [...counts].map(([label, n]) => {
      const own = judged.filter((one) => one.label === label)
      return { label, examples: n, right: shareRight(own), mixedWith: mostOften(own) }
    }).sort((a, b) => a.right - b.right || b.examples - a.examples || (a.label < b.label ? -1 : 1)),
  }
}

const shareRight = (judged: readonly Judged[]): number => judged.filter(({ label, told }) => label === told).length / Math.max(1, judged.length)

/** The topic that the wrong ones came nearest to; null where that was their own, and only not sure enough. */
function mostOften(judged: readonly Judged[]): string | null {
  const wrong = new Map<string, number>()
  for (const { label, told, nearest } of judged) if (told !== label && nearest !== null && nearest !== label) wrong.set(nearest, (wrong.get(nearest) ?? 0) + 1)
  return [...wrong].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** A label that is left with one example twice: one alone is no label to learn. */
function doubled(examples: readonly OwnExample[]): OwnExample[] {
  const counts = new Map<string | null, number>()
  for (const { label } of examples) counts.set(label, (counts.get(label) ?? 0) + 1)
  return examples.flatMap((one) => (one.label !== null && counts.get(one.label) === 1 ? [one, one] : [one]))
}
