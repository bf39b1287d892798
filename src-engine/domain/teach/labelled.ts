import type { Labels } from '../../../src-shared/contract/teaching.ts'
import type { Told } from '../../../src-shared/domain/teaching.ts'
import type { Verdict } from '../../../src-shared/domain/triage.ts'

/** The labels of a verdict, surest first. */
export function labelsOf({ topics, own = [], acts, marks, emotion }: Verdict): Labels {
  const of = (found: readonly { label: string }[]): string[] => found.map(({ label }) => label)
  return { topics: of(topics), own: of(own), acts: of(acts), marks: of(marks), emotion: emotion.label }
}

const FIELD = { topic: 'topics', own: 'own', act: 'acts', mark: 'marks' } as const

/** The labels after what a person said. */
export function withTold(labels: Labels, { layer, wrong, right }: Told): Labels {
  if (layer === 'emotion') return { ...labels, emotion: right ?? labels.emotion }
  const rest = labels[FIELD[layer]].filter((label) => label !== wrong && label !== right)
  return { ...labels, [FIELD[layer]]: right === null ? rest : [right, ...rest] }
}

type Own = NonNullable<Verdict['own']>

/** The own topics after what a person said. */
export function ownAfter(own: Own, { layer, wrong, right }: Told): Own {
  if (layer !== 'own') return own
  const rest = own.filter(({ label }) => label !== wrong && label !== right)
  return right === null ? rest : [{ label: right, confidence: 1 }, ...rest]
}

const LAYERS = [['topic', 'topics'], ['act', 'acts'], ['mark', 'marks']] as const

/** What would have to be said of a message for triage to tell it as it was told. @param now as it is told without a word */
export function asItWas(before: Verdict, now: Verdict): Told[] {
  const [was, is] = [labelsOf(before), labelsOf(now)]
  const emotion: Told[] = was.emotion === is.emotion ? [] : [{ layer: 'emotion', wrong: is.emotion, right: was.emotion }]
  return [...emotion, ...LAYERS.flatMap(([layer, field]) => [
    ...is[field].filter((label) => !was[field].includes(label)).map((wrong): Told => ({ layer, wrong, right: null })),
    ...was[field].filter((label) => !is[field].includes(label)).map((right): Told => ({ layer, wrong: null, right })),
  ])]
}
