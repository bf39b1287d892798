import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ReviewCalls } from '../../src-shared/contract/reviews.ts'

type Fake = { [C in keyof ReviewCalls]: (params: CallParams<C>) => CallResult<C> }

/** A shop where nothing waits for a supervisor. */
export const fakeReviews: Fake = {
  'reviews.list': () => ({ open: [], decided: [], policy: null, mayDecide: true }),
  'review.decide': () => ({ state: 'approved', first: true }),
  'review.undo': () => ({ undone: false }),
  'review.send': () => ({}),
  'review.withdraw': () => ({}),
  'review.seen': () => ({}),
  'review.policy': () => ({ status: 'put' }),
}
