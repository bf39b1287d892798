import type { Call, CallParams, CallResult } from '../../src-shared/contract/calls.ts'

type Handlers = { [C in Extract<Call, 'promises.read' | 'promises.outside' | 'promise.change' | 'promise.owners'>]: (params: CallParams<C>) => CallResult<C> }

/** The made-up engine reads no promises. */
export const fakePromises: Handlers = { 'promises.read': () => ({ promises: [] }), 'promises.outside': () => ({ promises: [] }), 'promise.change': () => ({}), 'promise.owners': () => ({ owners: [] }) }
