import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { DraftingCalls } from '../../src-shared/contract/drafting.ts'

type Fake = { [C in keyof DraftingCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk whose guard finds nothing and whose conversations are all short. */
export const fakeDrafting: Fake = { 'reply.guard': () => ({ findings: [] }), 'conversation.handover': () => ({ lines: [], takenOver: false }) }
