import type { ResultCalls } from '../src-shared/contract/results.ts'
import type { Handlers } from './door.ts'
import { caseResults } from './flows/case-results.ts'
import type { Engine } from './flows/context.ts'

/** What the window may ask about how cases ended. */
export function resultsHandlers(engine: Engine): Pick<Handlers, keyof ResultCalls> {
  return {
    'results.read': () => caseResults(engine),
  }
}
