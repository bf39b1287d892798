import type { TFunction } from 'i18next'
import type { StepOf } from '../../../src-shared/domain/trace.ts'

type Meaning = StepOf<'gather'>['meaning']
type Why = `trace.found.why.${'not-read' | 'model-slow' | 'model-unreachable' | 'model-unauthorised' | 'model-rate-limited' | 'model-strange' | 'budget-spent' | 'model-failed'}`

const WHY: Partial<Record<string, Why>> = {
  'not-read': 'trace.found.why.not-read', 'model-slow': 'trace.found.why.model-slow', 'model-unreachable': 'trace.found.why.model-unreachable', 'model-unauthorised': 'trace.found.why.model-unauthorised',
  'model-rate-limited': 'trace.found.why.model-rate-limited', 'model-strange': 'trace.found.why.model-strange', 'budget-spent': 'trace.found.why.budget-spent',
}

/** How the articles were found, and why not by what was meant. */
export function foundWords(meaning: Meaning, t: TFunction): string {
  if (!meaning) return t('trace.found.words')
  if (meaning.problem === null) return t('trace.found.meaning', { model: meaning.model, ms: Math.round(meaning.ms) })
  return t('trace.found.problem', { problem: t(WHY[meaning.problem] ?? 'trace.found.why.model-failed') })
}
