import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { ShiftCalls } from '../../src-shared/contract/shifts.ts'
import { AppError } from '../../src-shared/errors.ts'

type Fake = { [C in keyof ShiftCalls]: (params: CallParams<C>) => CallResult<C> }

/** Somebody who has nothing to hand over, and nobody who would take it. */
export const fakeShifts: Fake = {
  'shift.survey': () => { const own = { id: 'here', name: 'Support', accountId: 'local' }; return { from: own, items: [], more: 0, givers: [own], targets: [{ kind: 'queue', id: '', name: '' }] } },
  'shifts.list': () => ({ shifts: [] }),
  'shift.make': () => ({}),
  'shift.answer': () => { throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有这份交接。', en: 'There is no such hand-over.' } }) },
  'shift.withdraw': () => ({}),
}
