import type { IdentifyLanguage } from '../domain/triage/language.ts'
import { createIdentifier } from '../domain/language/model.ts'
import { trainLanguageModel } from '../domain/language/train.ts'
import { LINGUA_KINDS, type LinguaKind, type LinguaLine } from './lingua.ts'

const FOLDS = 5
export const SEED = 20261127

/** Share of lines told right, the mean of the languages, a kind of text; and how far confidence is from the truth. */
export interface LanguageReport {
  accuracy: Record<LinguaKind, number>
  /** Expected calibration error over ten equal steps of confidence, all kinds together, 0..1. */
  calibrationError: number
  lines: number
  languages: number
}

interface Told {
  line: LinguaLine
  code: string
  confidence: number
}

/**
 * Five-fold cross-validation: no line is judged by a model that has seen it.
 * @param judge makes the judge under test of a fold's own identifier
 */
export function crossValidate(lines: readonly LinguaLine[], judge: (identify: IdentifyLanguage) => IdentifyLanguage = (identify) => identify): LanguageReport {
  const told: Told[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const tell = judge(createIdentifier(trainLanguageModel(lines.filter((_, i) => i % FOLDS !== fold), SEED)))
    for (const line of lines.filter((_, i) => i % FOLDS === fold)) {
      const { code, confidence } = tell(line.text) ?? { code: 'und', confidence: 0 }
      told.push({ line, code, confidence })
    }
  }
  const accuracy = Object.fromEntries(LINGUA_KINDS.map((kind) => [kind, meanOfLanguages(told.filter((one) => one.line.kind === kind))]))
  return { accuracy: accuracy as LanguageReport['accuracy'], calibrationError: calibrationError(told), lines: lines.length, languages: new Set(lines.map((line) => line.code)).size }
}

function meanOfLanguages(told: readonly Told[]): number {
  const by = new Map<string, { right: number; all: number }>()
  for (const { line, code } of told) {
    const count = by.get(line.code) ?? { right: 0, all: 0 }
    by.set(line.code, { right: count.right + (code === line.code ? 1 : 0), all: count.all + 1 })
  }
  const shares = [...by.values()].map(({ right, all }) => right / all)
  return shares.reduce((a, b) => a + b, 0) / shares.length
}

function calibrationError(told: readonly Told[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sure: 0, right: 0 }))
  for (const { line, code, confidence } of told) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.n++
    bin.sure += confidence
    if (code === line.code) bin.right++
  }
  return bins.reduce((sum, { n, sure, right }) => sum + (n === 0 ? 0 : Math.abs(sure - right) / told.length), 0)
}
