import { writeClassifier } from './domain/classify/model.ts'
import { learnOwnTopics, TooFewTopics } from './domain/own-topics/learn.ts'
import type { LearnTopics } from './flows/ports.ts'

/** Learns in the thread that calls it, and keeps that busy for a second or more. @returns null: too few topics */
export function learnTopicsHere(...[examples, usual]: Parameters<LearnTopics>): Awaited<ReturnType<LearnTopics>> {
  try {
    const { model, report } = learnOwnTopics(examples, usual)
    return { model: writeClassifier(model), report }
  } catch (thrown) {
    if (thrown instanceof TooFewTopics) return null
    throw thrown
  }
}
