import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { TraceCalls } from '../../src-shared/contract/trace.ts'
import { NO_USAGE } from '../../src-shared/domain/budget.ts'

type Fake = { [C in keyof TraceCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk whose drafts left no trace and cost nothing. */
export const fakeTraces: Fake = { 'draft.traces': () => ({ traces: [] }), 'asked.trace': () => ({ trace: null }), 'model.usage': () => ({ usage: NO_USAGE, spent: false }) }
