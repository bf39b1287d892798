import type { CasePair, CaseResults, CaseTally, ReopenedCase } from '../../src-shared/contract/results.ts'
import { startOfDay } from '../domain/time/wall.ts'
import type { CaseOutcomeRow } from '../store/case-outcomes.ts'
import type { Engine } from './context.ts'
import { countCases } from './count-cases.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

const DAYS = 28
const READ = 50
/** Longest that one question counts, in milliseconds. */
const COUNTS_MS = 250

const noCases = (): CaseTally => ({ resolved: 0, reopened: 0, pending: 0 })

function pairOf(rows: readonly CaseOutcomeRow[]): CasePair {
  const pair = { automatic: noCases(), human: noCases() }
  for (const { automatic, state } of rows) pair[automatic ? 'automatic' : 'human'][state]++
  return pair
}

function grouped<K>(rows: readonly CaseOutcomeRow[], key: (row: CaseOutcomeRow) => K): Map<K, CaseOutcomeRow[]> {
  const groups = new Map<K, CaseOutcomeRow[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}

function reopenedOf({ store }: Engine, rows: readonly CaseOutcomeRow[]): ReopenedCase[] {
  return rows.filter(({ automatic }) => automatic).flatMap(({ conversationId, intent, closedAt, cameBack }) => (cameBack === null ? [] : [{
    conversationId, displayName: store.conversations.displayName(conversationId) ?? '', intent, closedAt, cameBackAt: cameBack.at, cameBackIn: cameBack.conversationId,
  }])).slice(0, READ)
}

/** How the cases of the last 28 days of the shop ended, today included. */
export async function caseResults(engine: Engine): Promise<CaseResults> {
  const left = await countCases(engine, COUNTS_MS)
  const now = engine.clock.now()
  const rows = engine.store.caseOutcomes.since(startOfDay(now, SHOP_TIME_ZONE, 1 - DAYS))
  const byDay = grouped(rows, ({ closedAt }) => startOfDay(closedAt, SHOP_TIME_ZONE))
  const days = Array.from({ length: DAYS }, (_, n) => startOfDay(now, SHOP_TIME_ZONE, n + 1 - DAYS))
  return {
    all: pairOf(rows), left, reopened: reopenedOf(engine, rows),
    days: days.map((start) => ({ start, cases: pairOf(byDay.get(start) ?? []) })),
    intents: [...grouped(rows, ({ intent }) => intent)].sort(([, a], [, b]) => b.length - a.length).map(([intent, of]) => ({ intent, cases: pairOf(of) })),
  }
}
