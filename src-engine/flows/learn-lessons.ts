import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Lesson } from '../../src-shared/domain/teaching.ts'
import { prepare, type Guarded } from '../domain/teach/guard.ts'
import type { Taught } from '../domain/teach/learn.ts'
import { readingOf, type Reading } from '../domain/teach/reading.ts'
import { takeUp, type Outcome } from '../domain/teach/take-up.ts'
import { NOTHING_LEARNED, writeWeights, type Weights } from '../domain/teach/weights.ts'
import type { StoredCorrection } from '../store/corrections.ts'
import type { Engine } from './context.ts'

/** What a worker keeps between lessons: neither changes while the program runs. */
export interface Notebook {
  guarded: Guarded[] | null
  /** By the correction's id. */
  lessons: Map<string, Taught>
}

/** Messages that triage reads between two turns for windows and line. */
const SLICE = 25

/** What triage says of a text without anything taught and without its conversation. */
const plainly = (engine: Engine, text: string): Verdict => engine.untaught({ text, at: 0, attachments: 0, history: [] })

async function guardedOf(engine: Engine, notebook: Notebook, pause: () => Promise<void>): Promise<readonly Guarded[]> {
  if (notebook.guarded) return notebook.guarded
  const guarded: Guarded[] = []
  for (const line of engine.taught.guardLines()) {
    guarded.push(prepare(line, plainly(engine, line.text), engine.taught.toVector))
    if (guarded.length % SLICE === 0) await pause()
  }
  return (notebook.guarded = guarded)
}

/** The surer of two readings, label by label: a label that only the conversation gave must be unlearned as well. */
function surer(a: Reading, b: Reading): Reading {
  const both = <Label extends string>(x: ReadonlyMap<Label, number>, y: ReadonlyMap<Label, number>): Map<Label, number> =>
    new Map([...x.keys(), ...y.keys()].map((label) => [label, Math.max(x.get(label) ?? 0, y.get(label) ?? 0)]))
  return { topic: both(a.topic, b.topic), own: both(a.own, b.own), act: both(a.act, b.act), mark: both(a.mark, b.mark), emotion: a.emotion }
}

function lessonOf(engine: Engine, notebook: Notebook, { id, text, layer, wrong, right, told }: StoredCorrection): Taught {
  const known = notebook.lessons.get(id)
  if (known) return known
  const reading = surer(readingOf(plainly(engine, text)), readingOf(told))
  const lesson = { id, text, layer, wrong, right, vector: engine.taught.toVector(text), reading }
  notebook.lessons.set(id, lesson)
  return lesson
}

interface Learned {
  weights: Weights
  outcomes: Map<string, Outcome>
}

/** Takes up, in their order, those that are to be learned; all of them where what was learned must be made again. */
async function takeAllUp(engine: Engine, notebook: Notebook, corrections: readonly StoredCorrection[], again: boolean, pause: () => Promise<void>): Promise<Learned> {
  const guarded = await guardedOf(engine, notebook, pause)
  const earlier: Taught[] = []
  const outcomes = new Map<string, Outcome>()
  let weights = again ? NOTHING_LEARNED : engine.taught.weights()
  for (const [at, correction] of corrections.entries()) {
    const lesson = lessonOf(engine, notebook, correction)
    if (again || correction.state === 'new') {
      const outcome = takeUp(weights, lesson, earlier, guarded)
      weights = outcome.weights
      outcomes.set(correction.id, outcome)
      if (outcome.state !== 'refused') earlier.push(lesson)
      await pause()
    } else if (correction.state !== 'refused') earlier.push(lesson)
    if (at % SLICE === 0) await pause()
  }
  return { weights, outcomes }
}

/**
 * Learns what is new of the corrections, or all of them where one was taken back or another version of the program made
 * the weights. Windows and line have their turns in between; nothing is in use before all of it is stored.
 * @returns false when a correction came or went meanwhile: it has to be done again
 */
export async function learnLessons(engine: Engine, notebook: Notebook, pause: () => Promise<void>): Promise<boolean> {
  const { store } = engine
  const stored = store.taught.read('weights')
  const again = stored !== null && stored.about !== engine.version
  if (!again && !store.corrections.hasNew()) return true
  const corrections = store.corrections.all()
  const { weights, outcomes } = await takeAllUp(engine, notebook, corrections, again, pause)
  const ids = (list: readonly Lesson[]): string => list.map(({ id }) => id).join()
  const refused: Lesson[] = []
  const kept = store.transaction(() => {
    if (ids(store.corrections.all()) !== ids(corrections)) return false
    for (const { told: _told, ...lesson } of corrections) {
      const outcome = outcomes.get(lesson.id)
      if (!outcome) continue
      const refusal = outcome.state === 'refused' ? outcome.refusal : null
      store.corrections.settle(lesson.id, outcome.state, refusal)
      if (refusal && lesson.state === 'new') refused.push({ ...lesson, state: 'refused', refusal })
    }
    store.taught.write('weights', new TextEncoder().encode(writeWeights(weights)), engine.version)
    return true
  })
  if (!kept) return false
  engine.taught.changed()
  for (const { id, conversationId } of corrections) {
    const outcome = outcomes.get(id)
    if (outcome) engine.trace('lesson', conversationId, outcome.state)
  }
  engine.publish({ kind: 'taught', refused: null })
  for (const lesson of refused) engine.publish({ kind: 'taught', refused: lesson })
  return true
}
