import { ANGRY } from '../../../src-shared/domain/policy-ceilings.ts'
import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision, Policy } from '../../../src-shared/domain/policy.ts'
import { answer, answeredOrder, intentRow } from './answer.ts'
import { desk, mood, person } from './desk.ts'
import { general } from './general.ts'
import { SHOP_ZONE } from './hours.ts'
import { limits, watched } from './limits.ts'
import { graver, type Objection } from './objection.ts'
import { actionRow, requested } from './request.ts'

export { ESCALATION_LIMIT, MAX_ATTEMPTS } from './desk.ts'

type Known<K extends keyof Facts> = { [P in K]-?: Exclude<Facts[P], null | undefined> }
/** What the desk knows of each message that it considers answering by itself. */
export type DecideFacts = Known<'intentConfidence' | 'otherTopics' | 'acts' | 'marks' | 'emotionLevel' | 'escalation' | 'verified' | 'orderCertain' | 'hasRoutineReply' | 'paused' | 'online' | 'holdsLease' | 'personInvolved' | 'attempts'>
  & { intent: string | null; orderStatus: string | null }

/** Objections, each rule once: the first word of a rule holds, in its gravest form. */
function distinct(objections: readonly Objection[]): Objection[] {
  const byRule = new Map<string, Objection>()
  for (const one of objections) {
    const known = byRule.get(one.rule)
    byRule.set(one.rule, known === undefined ? one : { ...known, outcome: graver(known.outcome, one.outcome) })
  }
  return [...byRule.values()]
}

/**
 * Decides what autopilot may do with one message, or with one request: an action with its arguments. `auto` only when no
 * rule objects; otherwise the gravest objection wins: escalate > review > draft > ask. It grants or hands over and has no
 * way to refuse a customer (AI-11). `rules` names the rules that spoke, `wouldNeed` says for each what would have to change
 * for `auto`. Pure and total: a fact that is missing, or is not a number where one is needed, counts against `auto`.
 */
export function decide(facts: Facts, policy: Policy, request: DecideRequest | null = null): Decision {
  const intent = intentRow(facts, policy)
  const action = request === null ? null : actionRow(request, policy)
  const rows = [intent, action].filter((row) => row !== null)
  const calm = rows.length === 0 ? 0 : Math.min(ANGRY, ...rows.map((row) => row.maxEmotionLevel))
  const zone = policy.zone ?? SHOP_ZONE
  const objections = distinct([
    ...desk(facts), ...person(facts, policy, request), ...mood(facts, calm),
    ...(request === null
      ? [...answer(facts, policy), ...answeredOrder(facts, policy), ...(intent === null ? [] : limits(intent, facts, zone)), ...watched(facts)]
      : requested(facts, policy, request)),
    ...general(facts, policy, request),
  ])
  if (objections.length === 0) return { decision: 'auto', rules: [`level:${(request === null ? intent : action)?.level ?? 'off'}`], wouldNeed: [] }
  const worst = objections.map(({ outcome }) => outcome).reduce(graver)
  return { decision: worst, rules: objections.map(({ rule }) => rule), wouldNeed: objections.map(({ need }) => need) }
}
