import type { ActionKind } from '../../../../src-shared/domain/commerce.ts'
import type { BacktestCase, DeedKind } from '../../../../src-shared/domain/backtest.ts'
import type { FlowEnd, Untold } from '../../../../src-shared/domain/flow-backtest.ts'
import { isPaying } from '../../../../src-shared/domain/policy-ceilings.ts'
import type { Policy } from '../../../../src-shared/domain/policy.ts'
import type { Money } from '../../../../src-shared/domain/text.ts'
import type { Workflow } from '../../../../src-shared/domain/workflow.ts'
import { addPaid, mergePaid, type PaidTally } from '../paid.ts'
import type { ReadConversation, Reading } from '../read.ts'
import { addCounts, byRisk, DISAGREES, HANDS_ON_MS, MOST_CASES, riskOf } from '../tally.ts'
import { paidIn, walk, type Walk } from './walk.ts'

/** Counts that add up, so that threads can share the work. */
export interface FlowTally {
  conversations: number
  begun: number
  ends: Record<FlowEnd, number>
  did: Record<DeedKind, number>
  savedMs: number
  untold: Record<Untold, number>
  /** By node. */
  questions: Record<string, number>
  actions: Partial<Record<ActionKind, number>>
  paid: Partial<Record<Money['currency'], PaidTally>>
  /** By node and reason, with a space between. */
  handed: Record<string, number>
  cases: BacktestCase[]
}

export const emptyFlowTally = (): FlowTally => ({
  conversations: 0, begun: 0, ends: { done: 0, assumed: 0, handed: 0, withdrawn: 0, left: 0 }, did: { same: 0, asked: 0, money: 0, handover: 0, unclear: 0, none: 0 }, savedMs: 0,
  untold: { identity: 0, order: 0, records: 0, amount: 0 }, questions: {}, actions: {}, paid: {}, handed: {}, cases: [],
})

/** What people did in the whole matter: money that the workflow would not have paid comes first, then the same action, then anything else. */
function deedOf(readings: readonly Reading[], actions: readonly ActionKind[]): DeedKind {
  const has = (kind: DeedKind): boolean => readings.some(({ deed }) => deed.kind === kind)
  const paying = actions.some(isPaying)
  if (has('money') && !paying) return 'money'
  if (readings.some(({ told }) => told.some((kind) => actions.includes(kind))) || (paying && has('money')) || (actions.length === 0 && has('same'))) return 'same'
  for (const kind of ['handover', 'asked', 'unclear'] as const) if (has(kind)) return kind
  // An answer about the matter tells nothing of an action.
  return has('same') ? 'unclear' : 'none'
}

function countSettled(tally: FlowTally, past: ReadConversation, walked: Walk): void {
  const readings = past.readings.slice(walked.from)
  const did = deedOf(readings, walked.actions)
  tally.did[did]++
  for (const { replyMs } of readings) tally.savedMs += Math.min(replyMs ?? 0, HANDS_ON_MS)
  for (const what of walked.untold) tally.untold[what]++
  for (const node of new Set(walked.questions)) tally.questions[node] = (tally.questions[node] ?? 0) + 1
  for (const kind of walked.actions) tally.actions[kind] = (tally.actions[kind] ?? 0) + 1
  const [first] = readings
  if (first === undefined || !DISAGREES.has(did)) return
  const told = readings.find(({ deed }) => deed.kind === did) ?? first
  tally.cases.push({
    conversationId: past.id, turn: told.turn, intent: first.intent ?? '', would: walked.end === 'done' ? 'auto' : 'unknown', did, granted: readings.flatMap(({ deed }) => deed.granted), risk: riskOf(did, told), rules: [],
  })
}

/** Money of a case that it comes to pay, whether it may or a person has to. */
function countPaid(tally: FlowTally, past: ReadConversation, { from, actions, paysAlone }: Walk, policy: Policy): void {
  const readings = past.readings.slice(from)
  const paid = paidIn(readings)
  const kind = actions.find(isPaying)
  if (paysAlone !== null && paid && kind) addPaid(tally.paid, paid, readings[0]?.day ?? '', paysAlone, policy.actions?.[kind]?.caps)
}

/** Counts what a workflow would have done in these conversations. Pure; their order changes nothing. @param flow without sub-flows */
export function flowTallyOf(conversations: readonly ReadConversation[], flow: Workflow, policy: Policy): FlowTally {
  const tally = emptyFlowTally()
  for (const past of conversations) {
    if (past.readings.length > 0) tally.conversations++
    const walked = walk(flow, past, policy)
    if (!walked) continue
    if (walked.end !== 'left') tally.begun++
    tally.ends[walked.end]++
    countPaid(tally, past, walked, policy)
    if (walked.end === 'done' || walked.end === 'assumed') countSettled(tally, past, walked)
    else if (walked.end !== 'withdrawn') {
      const key = `${walked.state.node} ${walked.state.reason ?? ''}`
      tally.handed[key] = (tally.handed[key] ?? 0) + 1
    }
  }
  tally.cases = tally.cases.sort(byRisk).slice(0, MOST_CASES)
  return tally
}

/** The sum of what several threads counted. */
export function addFlowTallies(tallies: readonly FlowTally[]): FlowTally {
  const sum = emptyFlowTally()
  for (const one of tallies) {
    for (const key of ['conversations', 'begun', 'savedMs'] as const) sum[key] += one[key]
    for (const key of ['ends', 'did', 'untold', 'questions', 'actions', 'handed'] as const) addCounts<string>(sum[key], one[key])
    mergePaid(sum.paid, one.paid)
    sum.cases.push(...one.cases)
  }
  sum.cases = sum.cases.sort(byRisk).slice(0, MOST_CASES)
  return sum
}
