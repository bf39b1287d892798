import { z } from 'zod'
import { BacktestReport } from '../domain/backtest.ts'
import { FlowReport } from '../domain/flow-backtest.ts'
import { Policy } from '../domain/policy.ts'

/** How far the conversations are read. */
export const BacktestState = z.object({ state: z.enum(['none', 'reading', 'ready', 'failed']), done: z.number().int().nonnegative(), total: z.number().int().nonnegative() })
export type BacktestState = z.infer<typeof BacktestState>

/** What the window may ask about what a policy or a workflow would have done. */
export const BACKTEST_CALLS = {
  /** Reads all that was imported and what was resolved here, unless it is read already. */
  'backtest.start': { params: z.object({}), result: BacktestState },
  'backtest.state': { params: z.object({}), result: BacktestState },
  /** Holds a policy, perhaps one that nobody saved, against what was read. null: nothing is read. */
  'backtest.judge': { params: z.object({ policy: Policy }), result: z.object({ report: BacktestReport.nullable() }) },
  /** Holds a workflow, perhaps one that nobody saved, against what was read; its actions are under `policy`. null: nothing is read, or it cannot run as it is. */
  'backtest.walk': { params: z.object({ workflow: z.unknown(), policy: Policy }), result: z.object({ report: FlowReport.nullable() }) },
  /** Ends the reading, and forgets what was read. */
  'backtest.cancel': { params: z.object({}), result: z.object({}) },
} as const
export type BacktestCalls = typeof BACKTEST_CALLS
