import type { BacktestCalls } from '../../src-shared/contract/backtest.ts'
import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { HistoryCalls } from '../../src-shared/contract/history.ts'

type Fake = { [C in keyof HistoryCalls | keyof BacktestCalls]: (params: CallParams<C>) => CallResult<C> }

/** A desk without any history. */
export const fakeHistory: Fake = {
  'history.preview': () => ({ format: 'table', names: [], mapping: { columns: {}, agents: [] }, lacks: ['text', 'who'], sample: [], remembered: false }),
  'history.begin': () => ({}), 'history.push': () => ({ turns: 0 }), 'history.finish': () => ({ conversations: 0, turns: 0, skipped: [], skippedCount: 0 }), 'history.cancel': () => ({}),
  'history.list': () => ({ files: [] }), 'history.forget': () => ({}), 'history.turns': () => ({ turns: [] }),
  'backtest.start': () => ({ state: 'ready', done: 0, total: 0 }), 'backtest.state': () => ({ state: 'ready', done: 0, total: 0 }), 'backtest.judge': () => ({ report: null }), 'backtest.walk': () => ({ report: null }), 'backtest.cancel': () => ({}),
}
