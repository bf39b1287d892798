import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { RoutingCalls } from '../../src-shared/contract/routing.ts'

type Fake = { [C in keyof RoutingCalls]: (params: CallParams<C>) => CallResult<C> }

/** A shop of one has nobody to hand anything to. */
export const fakeRouting: Fake = {
  'team.presence': () => ({ seats: [], own: 'this-desk' }),
  'team.routing': () => ({ routings: [] }),
  'routing.transfer': () => ({}), 'routing.answer': () => ({ routing: null }), 'routing.withdraw': () => ({}), 'routing.takeOver': () => ({}), 'routing.whisper': () => ({}),
}
