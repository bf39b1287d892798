import type { BacktestCase, DeedKind, Would } from '../../../src-shared/domain/backtest.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import type { Money } from '../../../src-shared/domain/text.ts'
import { isAlone, judgeConversation, type Judged } from './judge.ts'
import { addPaid, isWithin, mergePaid, type PaidTally } from './paid.ts'
import type { ReadConversation, Reading } from './read.ts'

/** Counts of one intent. */
export interface RowTally {
  moments: number
  would: Record<Would, number>
  alone: Record<DeedKind, number>
  savedMs: number
  waitedMs: number
  /** Minor units by currency. */
  granted: Partial<Record<Money['currency'], number>>
}
/** Counts that add up, so that threads can share the work. */
export interface Tally {
  conversations: number
  wholly: number
  rows: Record<string, RowTally>
  unknown: { orderStatus: number; identity: number }
  rules: Record<string, number>
  /** Riskiest first. */
  cases: BacktestCase[]
  paid: Record<'refund' | 'compensate', Partial<Record<Money['currency'], PaidTally>>>
}

/** Nobody works longer at one routine reply; the rest of the time until it came the customer only waited. Milliseconds. */
export const HANDS_ON_MS = 120_000
export const MOST_CASES = 200

export const emptyRow = (): RowTally => ({ moments: 0, would: { auto: 0, unknown: 0, ask: 0, draft: 0, review: 0, escalate: 0 }, alone: { same: 0, asked: 0, money: 0, handover: 0, unclear: 0, none: 0 }, savedMs: 0, waitedMs: 0, granted: {} })
export const emptyTally = (): Tally => ({ conversations: 0, wholly: 0, rows: {}, unknown: { orderStatus: 0, identity: 0 }, rules: {}, cases: [], paid: { refund: {}, compensate: {} } })

/** How bad it might have been to answer alone, 0..1: money before people before questions, and worse where the customer got angrier. */
export function riskOf(did: DeedKind, reading: Reading): number {
  const base: Partial<Record<DeedKind, number>> = { money: 0.6, handover: 0.5, asked: 0.2 }
  return Math.min(1, (base[did] ?? 0) + 0.1 * Math.max(0, reading.levelAfter - reading.emotionLevel) + 0.2 * reading.escalation)
}

function countRow(row: RowTally, { would, reading }: Judged): void {
  row.moments++
  row.would[would]++
  if (!isAlone(would)) return
  row.alone[reading.deed.kind]++
  // Where nobody answered, nobody's time is saved.
  if (reading.replyMs !== null) {
    row.savedMs += Math.min(reading.replyMs, HANDS_ON_MS)
    row.waitedMs += reading.replyMs
  }
  for (const { currency, amount } of reading.deed.granted) row.granted[currency] = (row.granted[currency] ?? 0) + amount
}

export const DISAGREES: ReadonlySet<DeedKind> = new Set<DeedKind>(['asked', 'money', 'handover'])
export const byRisk = (a: BacktestCase, b: BacktestCase): number => b.risk - a.risk || (a.conversationId < b.conversationId ? -1 : a.conversationId > b.conversationId ? 1 : a.turn - b.turn)

/** What people paid out then, under the caps of the action that it would have been. */
function countPaid(paid: Tally['paid'], { deed, paidAs, day }: Reading, policy: Policy): void {
  if (paidAs === null) return
  const caps = policy.actions?.[paidAs]?.caps
  for (const granted of deed.granted) addPaid(paid[paidAs], granted, day, isWithin(caps, granted), caps)
}

/** Counts what a policy would have done in these conversations. Pure; the order of the conversations changes nothing. */
export function tallyOf(conversations: readonly ReadConversation[], policy: Policy): Tally {
  const tally = emptyTally()
  for (const conversation of conversations) {
    const judged = judgeConversation(conversation, policy)
    if (judged.length === 0) continue
    tally.conversations++
    if (judged.every(({ would }) => isAlone(would))) tally.wholly++
    for (const one of judged) {
      const intent = one.reading.intent ?? ''
      countRow((tally.rows[intent] ??= emptyRow()), one)
      for (const missing of one.missing) tally.unknown[missing]++
      countPaid(tally.paid, one.reading, policy)
      if (!isAlone(one.would)) for (const rule of one.rules) tally.rules[rule] = (tally.rules[rule] ?? 0) + 1
      else if (DISAGREES.has(one.reading.deed.kind)) tally.cases.push({ conversationId: conversation.id, turn: one.reading.turn, intent, would: one.would, did: one.reading.deed.kind, granted: one.reading.deed.granted, risk: riskOf(one.reading.deed.kind, one.reading), rules: one.rules })
    }
  }
  tally.cases = tally.cases.sort(byRisk).slice(0, MOST_CASES)
  return tally
}

export function addCounts<Key extends string>(into: Partial<Record<Key, number>>, from: Partial<Record<Key, number>>): void {
  for (const [key, count] of Object.entries(from) as [Key, number][]) into[key] = (into[key] ?? 0) + count
}

export function addRow(into: RowTally, from: RowTally): void {
  into.moments += from.moments
  into.savedMs += from.savedMs
  into.waitedMs += from.waitedMs
  addCounts(into.would, from.would)
  addCounts(into.alone, from.alone)
  addCounts(into.granted, from.granted)
}

/** The sum of what several threads counted. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = emptyTally()
  for (const one of tallies) {
    sum.conversations += one.conversations
    sum.wholly += one.wholly
    addCounts(sum.unknown, one.unknown)
    addCounts(sum.rules, one.rules)
    for (const [intent, row] of Object.entries(one.rows)) addRow((sum.rows[intent] ??= emptyRow()), row)
    sum.cases.push(...one.cases)
    mergePaid(sum.paid.refund, one.paid.refund)
    mergePaid(sum.paid.compensate, one.paid.compensate)
  }
  sum.cases = sum.cases.sort(byRisk).slice(0, MOST_CASES)
  return sum
}
