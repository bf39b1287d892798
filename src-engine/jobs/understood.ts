import type { Engine } from '../flows/context.ts'
import { noteUnderstood } from '../flows/team/note-understood.ts'
import { behindDrafts } from './behind-drafts.ts'
import { createWorker, type Worker } from './worker.ts'

/** Tells the gateway what customers want, for its routing, once the drafts of their questions are asked for. */
export function createUnderstoodWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  return createWorker(async () => {
    await behindDrafts(engine)
    const { unnoted } = engine.live
    for (const id of [...unnoted]) {
      unnoted.delete(id)
      noteUnderstood(engine, id)
    }
  }, onError)
}
