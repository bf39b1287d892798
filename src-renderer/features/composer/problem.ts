type Key = 'problem.model-unreachable' | 'problem.model-unauthorised' | 'problem.model-rate-limited' | 'model.failing'
  | 'problem.model-cut' | 'problem.model-slow' | 'problem.model-endless' | 'problem.model-refused' | 'problem.model-strange' | 'problem.budget-spent'

const PROBLEMS: Partial<Record<string, Key>> = {
  'model-unreachable': 'problem.model-unreachable', 'model-unauthorised': 'problem.model-unauthorised', 'model-rate-limited': 'problem.model-rate-limited',
  'model-cut': 'problem.model-cut', 'model-slow': 'problem.model-slow', 'model-endless': 'problem.model-endless', 'model-refused': 'problem.model-refused', 'model-strange': 'problem.model-strange',
  'budget-spent': 'problem.budget-spent',
}

/** The sentence for what is wrong with the model, by its code. */
export function problemWords(code: string | null): Key {
  return PROBLEMS[code ?? ''] ?? 'model.failing'
}

type Why = 'draft.fallback' | `draft.why.${'model-unreachable' | 'model-unauthorised' | 'model-rate-limited' | 'model-failed' | 'model-cut' | 'model-slow' | 'model-endless' | 'model-refused' | 'model-strange' | 'budget-spent'}`

const WHY: Partial<Record<string, Why>> = {
  'model-unreachable': 'draft.why.model-unreachable', 'model-unauthorised': 'draft.why.model-unauthorised', 'model-rate-limited': 'draft.why.model-rate-limited', 'model-failed': 'draft.why.model-failed',
  'model-cut': 'draft.why.model-cut', 'model-slow': 'draft.why.model-slow', 'model-endless': 'draft.why.model-endless', 'model-refused': 'draft.why.model-refused', 'model-strange': 'draft.why.model-strange',
  'budget-spent': 'draft.why.budget-spent',
}

/** Languages in which the desk writes by itself; in others it has set phrases alone. */
const OWN: ReadonlySet<string> = new Set(['zh', 'en'])

/** Who wrote a draft that is the desk's own. @param language ISO 639-1 */
export const localBy = (language: string): 'draft.by.local' | 'draft.by.phrases' => (OWN.has(language) ? 'draft.by.local' : 'draft.by.phrases')

/** Why the draft is the desk's own, in one short line under it. */
export function whyLocal(code: string | null): Why {
  return WHY[code ?? ''] ?? 'draft.fallback'
}
