import type { Engine } from '../flows/context.ts'
import { learnLessons, type Notebook } from '../flows/learn-lessons.ts'
import { createWorker, type Worker } from './worker.ts'

/** A turn for windows and line. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Learns from corrections, off the path of keys and messages. What a crash left undone is still `new`. */
export function createLessonWorker(engine: Engine, onError: (thrown: unknown) => void): Worker {
  const notebook: Notebook = { guarded: null, lessons: new Map() }
  const worker = createWorker(async () => {
    if (!(await learnLessons(engine, notebook, turn))) worker.wake()
  }, onError)
  return worker
}
