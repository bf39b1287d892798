import type { Understanding, UnderstandingCalls } from '../../src-shared/contract/understanding.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'

type Fake = { [C in keyof UnderstandingCalls]: (params: CallParams<C>) => CallResult<C> }

const NONE = { right: 0, of: 0, low: null, high: null }
const NOTHING: Understanding = {
  messages: 0, checked: { all: NONE, topic: NONE, alarm: NONE, unsure: 0 }, corrected: 0, topics: [], mixed: [],
  alarms: { raised: 0, takenBack: 0, missed: 0 }, weeks: [], worst: [],
}

/** A desk without anything to check. */
export const fakeUnderstanding: Fake = {
  'understanding.draw': () => ({ cards: [] }), 'understanding.check': () => ({}), 'understanding.uncheck': () => ({}),
  'understanding.report': () => NOTHING, 'understanding.export': () => ({ jsonl: '', lines: 0 }),
}
