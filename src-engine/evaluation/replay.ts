import type { Facts } from '../../src-shared/domain/policy-facts.ts'
import type { AutonomyLevel, Policy } from '../../src-shared/domain/policy.ts'
import { ACTS, MARKS, TOPICS } from '../../src-shared/domain/triage.ts'
import { replay } from '../domain/autonomy/replay.ts'
import { wouldDecide } from '../domain/autonomy/would.ts'
import { decide } from '../domain/policy/index.ts'
import { fixedTask, type RowHead, type Task } from './task.ts'

const CASES = 10_000
const SEED = 20261128
/** A Monday, so that hours and days are met. */
const START = Date.UTC(2026, 10, 23)
const HOUR_MS = 3_600_000

/** A linear congruential generator (Numerical Recipes). @returns a whole number below `n` */
function seeded(seed: number): (n: number) => number {
  let state = seed >>> 0
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

const row = (level: AutonomyLevel) => ({ level, undoSeconds: 8, confidenceFloor: 0.5, maxEmotionLevel: 2, orderStates: ['paid', 'shipped'] })
const caps = { currency: 'CNY' as const, perCase: { amount: 2000 }, perCustomerDay: { amount: 3000 }, perShopDay: { amount: 90_000 } }
const policyOf = (version: number, level: AutonomyLevel): Policy => ({
  id: 'replayed', version, intents: Object.fromEntries(TOPICS.map((topic) => [topic, { ...row(level), actions: ['compensate'], ...(version % 2 ? { hours: { from: '22:00', to: '08:00' } } : {}) }])),
  actions: { compensate: { ...row(level), caps } }, alwaysPerson: { topics: [], marks: [], acts: [] },
})
const POLICIES = (['shadow', 'suggest', 'undo', 'act'] as const).map((level, n) => policyOf(n + 1, level))

/** One case that could have been recorded: most fields near the routine one, so that `auto` is among the answers. */
function drawn(below: (n: number) => number, n: number): { facts: Facts; policy: Policy; request: { name: string; kwargs: Record<string, unknown> } | null } {
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)]
  const rarely = <T>(value: T, usual: T): T => (below(12) === 0 ? value : usual)
  const tally = () => ({ amount: below(2) * 1500, count: below(3) })
  return {
    facts: {
      intent: rarely(null, pick(TOPICS) ?? null), intentConfidence: (40 + below(60)) / 100, otherTopics: rarely(['freight_fee'], []), acts: rarely([pick(ACTS) ?? ''], []), marks: rarely([pick(MARKS) ?? ''], []),
      emotionLevel: below(3), escalation: below(6) / 10, verified: rarely(false, true), orderStatus: pick(['paid', 'shipped', 'refunded']) ?? null, orderCertain: rarely(false, true), hasRoutineReply: rarely(false, true),
      paused: rarely(true, false), online: rarely(false, true), holdsLease: rarely(false, true), personInvolved: rarely(true, false), attempts: below(3), at: START + n * HOUR_MS,
      blacklisted: rarely(true, false), alreadyPaid: rarely(true, false), paidForCase: tally(), paidToday: { person: tally(), address: tally(), phone: tally(), payer: tally(), shop: tally() },
    },
    policy: POLICIES[below(POLICIES.length)] ?? policyOf(1, 'act'),
    request: below(3) === 0 ? { name: 'compensate', kwargs: { amount: { amount: below(2500), currency: 'CNY' } } } : null,
  }
}

/** Shares of drawn decisions that come out the same after they were written down and read again: the decision, and the silent one. */
export function replayed(cases = CASES): { same: number; wouldSame: number; auto: number } {
  const below = seeded(SEED)
  let [same, wouldSame, auto] = [0, 0, 0]
  for (let n = 0; n < cases; n++) {
    const { facts, policy, request } = drawn(below, n)
    const made = { facts, policy, request, decision: decide(facts, policy, request) }
    const kept = JSON.parse(JSON.stringify(made)) as typeof made
    if (replay(kept) === null) same++
    const silent = wouldDecide(facts, policy, request)
    if (JSON.stringify(silent) === JSON.stringify(wouldDecide(kept.facts, kept.policy, kept.request))) wouldSame++
    if (silent.decision === 'auto') auto++
  }
  return { same: same / cases, wouldSame: wouldSame / cases, auto: auto / cases }
}

const head = { task: 'replay', data: 'generated', split: `${CASES} cases`, unit: 'share' as const, baseline: null, best: '' }
const HEADS: readonly RowHead[] = [
  { ...head, figure: 'decisions that replay to the same', target: { atLeast: 1 } }, { ...head, figure: 'silent decisions that replay to the same', target: { atLeast: 1 } },
  { ...head, figure: 'of them auto, had it been let', target: { atLeast: 0.02 } },
]

/** Decisions made again from what is stored of them. */
export const replayTask: Task = fixedTask('replay', HEADS, () => {
  const { same, wouldSame, auto } = replayed()
  return [same, wouldSame, auto]
})
