import type { Engine } from '../flows/context.ts'
import { lookAgain, missingOnLine } from '../flows/side/look-again.ts'
import { createWorker, type Worker } from './worker.ts'

/** Looks for whom the shop's system could not be asked, once more on each line: when it is there, and after an answer that was late. */
export function createSideLookupWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  let tried: string | null = null
  return createWorker(async () => {
    const missing = missingOnLine(engine)
    if (missing === null || missing === tried) return
    tried = missing
    await lookAgain(engine)
  }, onError)
}
