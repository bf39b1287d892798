import { z } from 'zod'
import { OwnTopicsReport } from '../../src-shared/contract/teaching.ts'
import type { Told } from '../../src-shared/domain/teaching.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { createClassifier, parseClassifier } from '../domain/classify/model.ts'
import { OWN_AT } from '../domain/own-topics/learn.ts'
import { asTold, createAdjuster, type Adjuster } from '../domain/teach/adjuster.ts'
import type { GuardLine } from '../domain/teach/guard.ts'
import { readjust } from '../domain/teach/readjust.ts'
import { createVectors, type ToVector } from '../domain/teach/vectors.ts'
import { NOTHING_LEARNED, parseWeights, type Weights } from '../domain/teach/weights.ts'
import type { Store } from '../store/index.ts'

/** What is stored beside the model of the own topics. */
export const AboutTopics = z.object({
  fileName: z.string(), usedSince: z.number(), report: OwnTopicsReport,
  /** Kept for the export, and to teach again with more. */
  examples: z.array(z.object({ text: z.string(), label: z.string().nullable() })),
})
export type AboutTopics = z.infer<typeof AboutTopics>

interface OwnModel {
  about: AboutTopics | null
  labels: readonly string[]
  /** null: what is stored cannot be read. */
  find: ((text: string) => { label: string; confidence: number } | null) | null
}

/** A message has so many own topics at most. */
const MOST_OWN = 2

/** What this desk was taught, as it is in use; read from the store when it is first asked for. */
export interface Taught {
  /** The seam into triage. */
  adjust: Adjuster
  /** The own topics of a message; undefined where none were taught. @param told what people said of this very message */
  own(text: string, told: readonly Told[]): Verdict['own']
  ownModel(): OwnModel | null
  weights(): Weights
  toVector: ToVector
  guardLines(): readonly GuardLine[]
  /** What is stored has changed. */
  changed(): void
}

const utf8 = new TextDecoder()

function readOwn(store: Store): OwnModel | null {
  const stored = store.taught.read('own-topics')
  if (!stored) return null
  const about = AboutTopics.nullable().catch(null).parse(jsonOf(stored.about))
  try {
    const model = parseClassifier(stored.body)
    const classify = createClassifier(model, OWN_AT)
    const find = (text: string) => {
      const { label, confidence } = classify(text)
      return label === null ? null : { label, confidence }
    }
    return { about, labels: model.labels, find }
  } catch {
    return { about, labels: [], find: null }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** @param guardLines read from the program's resources, when first needed */
export function createTaught(store: Store, guardLines: () => readonly GuardLine[]): Taught {
  let vectors: ToVector | null = null
  let weights: Weights | null = null
  let adjuster: Adjuster | null = null
  let own: OwnModel | null | undefined
  const toVector: ToVector = (text) => (vectors ??= createVectors(guardLines().map((line) => line.text)))(text)
  const readWeights = (): Weights => {
    const stored = store.taught.read('weights')
    return (stored && parseWeights(utf8.decode(stored.body))) ?? NOTHING_LEARNED
  }
  const taught: Taught = {
    toVector, guardLines,
    weights: () => (weights ??= readWeights()),
    adjust: (text) => (adjuster ??= createAdjuster(taught.weights(), toVector))(text),
    ownModel: () => (own === undefined ? (own = readOwn(store)) : own),
    own(text, told) {
      const model = taught.ownModel()
      const known = new Set([...(model?.labels ?? []), ...told.flatMap(({ layer, right }) => (layer === 'own' && right !== null ? [right] : []))])
      if (known.size === 0) return undefined
      const found = model?.find?.(text)
      const learned = taught.adjust(text)
      const adjusted = readjust(found ? [{ ...found, hits: [] }] : [], 'own', [...known], MOST_OWN, [...(learned ? [learned] : []), asTold(told)])
      return adjusted.map(({ label, confidence }) => ({ label, confidence: Math.round(confidence * 100) / 100 }))
    },
    changed() {
      weights = adjuster = null
      own = undefined
    },
  }
  return taught
}
