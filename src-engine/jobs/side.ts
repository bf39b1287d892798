import type { Engine } from '../flows/context.ts'
import { draftLoose, waitsForDraft } from '../flows/side/draft-loose.ts'
import { createWorker, type Worker } from './worker.ts'

/** Drafts what the side panel shows; also what an engine that died left without a draft. */
export function createSideWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  return createWorker(async () => {
    const loose = waitsForDraft(engine)
    if (loose) await draftLoose(engine, loose)
  }, onError)
}
