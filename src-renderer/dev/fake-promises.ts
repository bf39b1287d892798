import type { Call, CallParams, CallResult } from '../../src-shared/contract/calls.ts'

type Handlers = { [C in Extract<Call, 'promises.read' | 'promise.change' | 'promise.owners'>]: (params: CallParams<C>) => CallResult<C> }

/** The made-up engine reads no promises. */
export const fakePromises: Handlers = { 'promises.read': () => ({ promises: [] }), 'promise.change': () => ({}), 'promise.owners': () => ({ owners: [] }) }
