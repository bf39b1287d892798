import type { BacktestReport, BacktestRow } from '../../../src-shared/domain/backtest.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { paidOut } from './paid.ts'
import { addRow, emptyRow, type RowTally, type Tally } from './tally.ts'

function rowOf(intent: string, row: RowTally): BacktestRow {
  const { same, asked, money, handover } = row.alone
  return {
    intent, moments: row.moments, would: row.would, alone: row.alone, agreement: wilson(same, same + asked + money + handover), savedMs: row.savedMs, waitedMs: row.waitedMs,
    granted: (Object.entries(row.granted) as [Money['currency'], number][]).map(([currency, amount]) => ({ currency, amount })),
  }
}

/** The counts as a report: intents by how often it would have answered alone, then by how often they came. */
export function reportOf(tally: Tally): BacktestReport {
  const total = emptyRow()
  for (const row of Object.values(tally.rows)) addRow(total, row)
  const alone = ({ would }: BacktestRow): number => would.auto + would.unknown
  return {
    conversations: tally.conversations, wholly: tally.wholly, total: rowOf('', total),
    intents: Object.entries(tally.rows).map(([intent, row]) => rowOf(intent, row)).sort((a, b) => alone(b) - alone(a) || b.moments - a.moments || (a.intent < b.intent ? -1 : 1)),
    unknown: tally.unknown,
    rules: Object.entries(tally.rules).map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1)),
    cases: tally.cases,
    paid: (['refund', 'compensate'] as const).flatMap((action) => paidOut(tally.paid[action]).map((one) => ({ action, ...one }))),
  }
}
