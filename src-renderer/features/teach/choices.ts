import { match, readingsOf, type ToPinyin } from '../../../src-shared/domain/match.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'
import type { Layer, Told } from '../../../src-shared/domain/teaching.ts'
import { labels } from '../../app/i18n/labels.en.ts'

/** One thing that a person may say of a message. `wrong`: that a label goes, and no other comes. */
export interface Choice {
  id: string
  layer: Layer
  /** The label that it is about. */
  code: string
  wrong: boolean
  told: Told
}

/** Every code that there is, in display order: those that have a name. The contract's own lists would bring the schema library into the page. */
const [TOPICS, MARKS, ACTS] = [Object.keys(labels.topic), Object.keys(labels.mark), Object.keys(labels.act)]

/** Moods that a person tells apart, calm first; the finer ones are for training. */
export const MOODS = ['calm', 'disappointed', 'angry'] as const
type Mood = (typeof MOODS)[number]

/** @param level 0 calm .. 3 angry */
const moodOf = (level: number): Mood => (level >= 3 ? 'angry' : level === 2 ? 'disappointed' : 'calm')
const says = (layer: Layer, code: string, told: Omit<Told, 'layer'>): Choice => ({ id: `${layer}-${told.right === null ? 'not-' : ''}${code}`, layer, code, wrong: told.right === null, told: { layer, ...told } })

/** What is likely: another mood, and that something that was understood is not so. */
export function likelyChoices({ topics, own = [], marks, emotion }: Verdict): Choice[] {
  const mood = moodOf(emotion.level)
  const moods = mood === 'angry' ? (['calm', 'disappointed'] as const) : mood === 'calm' ? (['angry', 'disappointed'] as const) : (['calm', 'angry'] as const)
  const gone = (layer: Layer, found: readonly { label: string }[]): Choice[] => found.map(({ label }) => says(layer, label, { wrong: label, right: null }))
  return [...moods.map((right) => says('emotion', right, { wrong: emotion.label, right })), ...gone('mark', marks), ...gone('topic', topics), ...gone('own', own)]
}

/** Everything else that the message may be. A topic or an act takes the place of the first one; marks and own topics come beside. */
export function otherChoices({ topics, own = [], acts, marks }: Verdict, ownTopics: readonly string[]): Choice[] {
  const without = (labels: readonly string[], found: readonly { label: string }[]): readonly string[] => labels.filter((label) => !found.some((one) => one.label === label))
  return [
    ...without(ownTopics, own).map((right) => says('own', right, { wrong: null, right })),
    ...without(TOPICS, topics).map((right) => says('topic', right, { wrong: topics[0]?.label ?? null, right })),
    ...without(MARKS, marks).map((right) => says('mark', right, { wrong: null, right })),
    ...acts.map(({ label }) => says('act', label, { wrong: label, right: null })),
    ...without(ACTS, acts).map((right) => says('act', right, { wrong: acts[0]?.label ?? null, right })),
  ]
}

/** A choice with its name on the screen and in the other language. */
export interface Named extends Choice {
  name: string
  other: string
}

/** Those that the typed words mean, best first: by their name in either language or its sounds. */
export function ranked(all: readonly Named[], typed: string, toPinyin: ToPinyin): Named[] {
  const words = typed.trim()
  if (words === '') return [...all]
  const scored = all.flatMap((one) => {
    const shown = match(one.name, readingsOf(one.name, toPinyin), words) ?? match(one.other, readingsOf(one.other, toPinyin), words)
    return shown ? [{ one, score: shown.score }] : []
  })
  return scored.sort((a, b) => b.score - a.score).map(({ one }) => one)
}
