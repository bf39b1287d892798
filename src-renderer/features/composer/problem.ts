type Key = 'problem.model-unreachable' | 'problem.model-unauthorised' | 'problem.model-rate-limited' | 'model.failing'

const PROBLEMS: Partial<Record<string, Key>> = {
  'model-unreachable': 'problem.model-unreachable', 'model-unauthorised': 'problem.model-unauthorised', 'model-rate-limited': 'problem.model-rate-limited',
}

/** The sentence for what is wrong with the model, by its code. */
export function problemWords(code: string | null): Key {
  return PROBLEMS[code ?? ''] ?? 'model.failing'
}
