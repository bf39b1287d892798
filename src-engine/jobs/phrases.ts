import type { Engine } from '../flows/context.ts'
import { deliverPhrase } from '../flows/deliver-phrase.ts'
import { toAppError } from '../../src-shared/errors.ts'
import { createWorker, type Worker } from './worker.ts'

const RETRY_MS = 2_000
/** Looked up at once; an import can leave thousands. */
const BATCH = 100

/** Tells the gateway of phrases changed here, beside the outbox: a large import keeps no reply waiting. */
export function createPhraseWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  async function pass(): Promise<void> {
    while (engine.live.caughtUp) {
      const waiting = engine.store.phrases.waiting(BATCH)
      if (waiting.length === 0) return
      for (const word of waiting) {
        try {
          await deliverPhrase(engine, word)
        } catch (thrown) {
          if (!toAppError(thrown).retryable) throw thrown
          engine.clock.after(RETRY_MS, () => worker.wake())
          return
        }
      }
    }
  }
  const worker = createWorker(pass, onError)
  return worker
}
