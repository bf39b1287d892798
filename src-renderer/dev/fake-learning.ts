import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { LearningCalls } from '../../src-shared/contract/learning.ts'

type Fake = { [C in keyof LearningCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk that has learned nothing yet. */
export const fakeLearning: Fake = {
  'learning.figures': () => ({ counts: {}, taken: { right: 0, of: 0, low: null, high: null }, medianEdit: null, days: [], topics: [], makers: [], languages: [], reasons: [] }),
  'learning.team': () => ({ counts: {}, taken: { right: 0, of: 0, low: null, high: null }, editUpTo: null, days: [], topics: [], reasons: [], people: 1, waiting: true }),
  'learning.suggestions': () => ({ suggestions: [], open: 0 }), 'learning.approve': () => ({}), 'learning.reject': () => ({}), 'learning.merge': () => ({}), 'learning.undo': () => ({}),
  'learning.questions': () => ({ questions: [] }), 'learning.answer': () => ({}), 'learning.dismiss': () => ({}),
}
