import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CommerceCalls } from '../../src-shared/contract/commerce.ts'

type Fake = { [C in keyof CommerceCalls]: (params: CallParams<C>) => CallResult<C> }

/** A shop that takes memos and gives a little money, and does nothing of it. */
export const fakeCommerce: Fake = {
  'action.choices': () => ({ choices: [{ kind: 'compensate', mode: null, most: { amount: 15_900, currency: 'CNY' } }, { kind: 'memo', mode: null, most: null }], swaps: [], left: { amount: 15_900, currency: 'CNY' } }),
  'action.preview': () => ({ refusal: null, pays: { amount: 500, currency: 'CNY' }, status: 'shipped', goods: [] }),
  'action.perform': () => ({}), 'customer.watch': () => ({}), 'action.undo': () => ({}),
}
