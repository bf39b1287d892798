import type { CallParams } from '../../src-shared/contract/calls.ts'
import { askedTerms, questionLikeness, SAME_QUESTION } from '../domain/learning/similar.ts'
import type { KeptSuggestion } from '../store/suggestions.ts'
import type { Engine } from './context.ts'
import { phrasesChanged } from './receive-phrase.ts'
import { keepPhrase, removePhrase } from './save-phrase.ts'
import { answersChanged, keepAnswer, unknownLearning } from './serve-answer.ts'

/** @throws AppError `not-found` */
function suggestion({ store }: Engine, id: string): KeptSuggestion {
  const found = store.suggestions.get(id)
  if (!found) throw unknownLearning()
  return found
}

function decide(engine: Engine, one: KeptSuggestion, change: Partial<KeptSuggestion>, what: string): void {
  engine.store.suggestions.put({ ...one, decidedAt: engine.clock.now(), ...change })
  engine.store.audit.add(engine.clock.now(), what, one.id)
}

/** Open questions that ask the same are answered by it as well. */
function closeQuestions({ store }: Engine, { question, language }: KeptSuggestion, answerId: string): void {
  const asked = askedTerms(question)
  for (const open of store.questions.open()) {
    if (open.language === language && questionLikeness(asked, askedTerms(open.text)) >= SAME_QUESTION) store.questions.put({ ...open, state: 'answered', articleId: answerId })
  }
}

/**
 * A person approves a suggestion, in the words that they give it: it serves at once. Approved twice it is one answer.
 * @throws AppError `not-found`, `learning-gaps`
 */
export function approveSuggestion(engine: Engine, { id, as, title, text }: CallParams<'learning.approve'>): void {
  const { store } = engine
  const one = suggestion(engine, id)
  if (one.state !== 'open') return
  const { topic, language, question, productIds } = one
  const madeId = engine.newId()
  store.transaction(() => {
    if (as === 'phrase') {
      const inOne = (words: string) => ({ zh: '', en: '', [language]: words })
      keepPhrase(engine, { id: madeId, scope: 'personal', code: '', group: { zh: '', en: '' }, title: inOne(title), text: inOne(text), pictures: [] })
    } else {
      keepAnswer(engine, { id: madeId, kind: as, topic, language, title, question, text, productIds })
      closeQuestions(engine, one, madeId)
    }
    // The words that were decided on are those that the next reply is compared with.
    decide(engine, one, { state: 'approved', madeAs: as, madeId, text }, 'suggestion-approved')
  })
  if (as === 'phrase') {
    phrasesChanged(engine)
    engine.publish({ kind: 'learning' })
  } else answersChanged(engine, one)
}

/** Not worth keeping. `never`: what says the same is not suggested again. @throws AppError `not-found` */
export function rejectSuggestion(engine: Engine, id: string, never: boolean): void {
  const one = suggestion(engine, id)
  if (one.state !== 'open') return
  engine.store.transaction(() => decide(engine, one, { state: never ? 'never' : 'rejected' }, 'suggestion-rejected'))
  engine.publish({ kind: 'learning' })
}

/** Two say the same: the conversations of the first go to the second. @throws AppError `not-found` */
export function mergeSuggestions(engine: Engine, id: string, into: string): void {
  const { store } = engine
  const [one, other] = [suggestion(engine, id), suggestion(engine, into)]
  if (id === into || one.state !== 'open' || other.state !== 'open') return
  store.transaction(() => {
    store.suggestions.moveSources(id, into)
    store.suggestions.put({ ...other, firstAt: Math.min(one.firstAt, other.firstAt), lastAt: Math.max(one.lastAt, other.lastAt), productIds: [...new Set([...other.productIds, ...one.productIds])] })
    decide(engine, one, { state: 'merged', mergedInto: into }, 'suggestion-merged')
  })
  engine.publish({ kind: 'learning' })
}

/** Takes back what was decided: it is open again, and what it became serves no more. @throws AppError `not-found` */
export function undoDecision(engine: Engine, id: string): void {
  const { store } = engine
  const one = suggestion(engine, id)
  if (one.state === 'open') return
  store.transaction(() => {
    if (one.madeId !== null && one.madeAs !== 'phrase') {
      store.learned.remove(one.madeId)
      for (const question of store.questions.answeredBy(one.madeId)) store.questions.put({ ...question, state: 'open', articleId: null })
    }
    if (one.state === 'merged') store.suggestions.takeBackSources(id)
    decide(engine, one, { state: 'open', madeAs: null, madeId: null, mergedInto: null, decidedAt: null }, 'suggestion-reopened')
  })
  if (one.madeAs === 'phrase' && one.madeId !== null) removePhrase(engine, one.madeId)
  if (one.madeAs === null || one.madeAs === 'phrase') engine.publish({ kind: 'learning' })
  else answersChanged(engine, one)
}
