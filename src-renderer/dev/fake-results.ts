import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CasePair, ResultCalls } from '../../src-shared/contract/results.ts'
import { ago, idOf } from './fake-data.ts'

type Fake = { [C in keyof ResultCalls]: (params: CallParams<C>) => CallResult<C> }

const DAY_MINUTES = 1440
const pair = (n: number): CasePair => ({ automatic: { resolved: n % 7, reopened: n % 3 === 0 ? 1 : 0, pending: 0 }, human: { resolved: 4 + (n % 5), reopened: n % 2, pending: 0 } })

/** Four weeks of a shop in which autopilot has just begun. */
export const fakeResults: Fake = {
  'results.read': () => ({
    all: { automatic: { resolved: 84, reopened: 9, pending: 14 }, human: { resolved: 172, reopened: 21, pending: 33 } }, left: 0,
    days: Array.from({ length: 28 }, (_, n) => ({ start: ago((27 - n) * DAY_MINUTES), cases: n < 25 ? pair(n) : { automatic: { resolved: 0, reopened: 1, pending: n % 6 }, human: { resolved: 0, reopened: 0, pending: n % 9 } } })),
    intents: [{ intent: 'where_is_order', cases: { automatic: { resolved: 61, reopened: 5, pending: 9 }, human: { resolved: 20, reopened: 2, pending: 3 } } }, { intent: 'refund_progress', cases: { automatic: { resolved: 0, reopened: 0, pending: 0 }, human: { resolved: 44, reopened: 9, pending: 12 } } }, { intent: null, cases: { automatic: { resolved: 0, reopened: 0, pending: 0 }, human: { resolved: 11, reopened: 1, pending: 2 } } }],
    reopened: [{ conversationId: idOf(0), displayName: '陈静', intent: 'where_is_order', closedAt: ago(2 * DAY_MINUTES), cameBackAt: ago(DAY_MINUTES), cameBackIn: idOf(0) }],
  }),
}
