import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { TeachingCalls } from '../../src-shared/contract/teaching.ts'

type Handlers = { [C in keyof TeachingCalls]: (params: CallParams<C>) => CallResult<C> }

/** Nothing is learned by the made-up engine: pages show what a new desk shows. */
export const fakeTeaching: Handlers = {
  'teaching.correct': () => ({}), 'teaching.takeBack': () => ({}), 'teaching.lessons': () => ({ lessons: [], total: 0 }), 'understanding.labels': () => ({ messages: [] }),
  'topics.get': () => ({ topics: null }), 'topics.use': () => ({}), 'topics.remove': () => ({}), 'topics.export': () => ({ csv: '' }),
  'topics.learn': () => ({ token: crypto.randomUUID(), report: { examples: 0, right: 0, topics: [], leftOut: [] }, problems: [], sample: [] }),
}
