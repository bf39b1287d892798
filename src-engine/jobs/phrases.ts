import { toAppError } from '../../src-shared/errors.ts'
import type { Engine } from '../flows/context.ts'
import { deliverPhrase } from '../flows/deliver-phrase.ts'
import type { WaitingPhrase } from '../store/phrases.ts'
import { createWorker, type Worker } from './worker.ts'

const RETRY_MS = 2_000
/** Looked up at once; an import can leave thousands. */
const BATCH = 100

/** One that the gateway cannot take now holds up no other. @returns whether all arrived */
async function deliverAll(engine: Engine, words: readonly WaitingPhrase[]): Promise<boolean> {
  let all = true
  for (const word of words) {
    try {
      await deliverPhrase(engine, word)
    } catch (thrown) {
      const { code, retryable } = toAppError(thrown)
      if (!retryable) throw thrown
      if (code === 'offline') return false
      all = false
    }
  }
  return all
}

/** Tells the gateway of phrases changed here, beside the outbox: a large import keeps no reply waiting. */
export function createPhraseWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  async function pass(): Promise<void> {
    while (engine.live.caughtUp) {
      const waiting = engine.store.phrases.waiting(BATCH)
      if (waiting.length === 0) return
      const all = await deliverAll(engine, waiting)
      engine.publish({ kind: 'phrases' })
      if (!all) {
        engine.clock.after(RETRY_MS, () => worker.wake())
        return
      }
    }
  }
  const worker = createWorker(pass, onError)
  return worker
}
