import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CaseCalls } from '../../src-shared/contract/cases.ts'
import { AppError } from '../../src-shared/errors.ts'

type Fake = { [C in keyof CaseCalls]: (params: CallParams<C>) => CallResult<C> }

const none = (): never => {
  throw new AppError({ code: 'not-found', retryable: false, say: { zh: '没有这个售后单。', en: 'There is no such case.' } })
}

/** A shop without cases. */
export const fakeCases: Fake = { 'cases.list': () => ({ rows: [] }), 'case.get': none, 'case.act': none, 'case.undo': () => ({}), 'case.evidence': none }
