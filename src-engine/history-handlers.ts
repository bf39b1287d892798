import type { BacktestCalls } from '../src-shared/contract/backtest.ts'
import type { HistoryCalls } from '../src-shared/contract/history.ts'
import type { Handlers } from './door.ts'
import type { Backtests } from './flows/backtest.ts'
import type { HistoryImports } from './flows/import-history.ts'

/** What the past is read with. */
export interface HistoryParts { imports: HistoryImports; backtests: Backtests }

const DONE = {}

/** What the window may do about chat exports, and ask about what a policy or a workflow would have done. */
export function historyHandlers({ imports, backtests }: HistoryParts): Pick<Handlers, keyof HistoryCalls | keyof BacktestCalls> {
  return {
    'history.preview': ({ name, bytes, format }) => imports.preview(name, bytes, format),
    'history.begin': ({ id, ...file }) => {
      imports.begin(id, file)
      return DONE
    },
    'history.push': async ({ id, bytes }) => ({ turns: await imports.push(id, bytes) }),
    'history.finish': ({ id }) => imports.finish(id),
    'history.cancel': ({ id }) => {
      imports.cancel(id)
      return DONE
    },
    'history.list': () => ({ files: imports.list() }),
    'history.forget': ({ id }) => {
      imports.forget(id)
      return DONE
    },
    'history.turns': ({ conversationId }) => ({ turns: imports.turns(conversationId) }),
    'backtest.start': () => backtests.start(),
    'backtest.state': () => backtests.state(),
    'backtest.judge': async ({ policy }) => ({ report: await backtests.judge(policy) }),
    'backtest.walk': async ({ workflow, policy }) => ({ report: await backtests.walk(workflow, policy) }),
    'backtest.cancel': () => {
      backtests.stop()
      return DONE
    },
  }
}
