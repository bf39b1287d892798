import { acts, isCapped, isDeskAction, isPaying } from '../../../src-shared/domain/policy-ceilings.ts'
import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { ActionPolicy, Policy } from '../../../src-shared/domain/policy.ts'
import { inState, intentRow } from './answer.ts'
import { limits } from './limits.ts'
import { costOf, overCaps } from './money.ts'
import { unless, type Objection } from './objection.ts'
import { SHOP_ZONE } from './hours.ts'

/** The row of the action asked for; null when there is none. */
export const actionRow = (request: DecideRequest, policy: Policy): ActionPolicy | null =>
  policy.actions !== undefined && Object.hasOwn(policy.actions, request.name) ? (policy.actions[request.name] ?? null) : null

/** Nothing is done for a stranger: the same action under another name of the policy's would be no way round. */
function identity(facts: Facts, request: DecideRequest, row: ActionPolicy | null): Objection[] {
  const isOpen = row?.identity === 'none' && !isDeskAction(request.name)
  return unless(isOpen || facts.verified === true, 'ask', 'verified-only', 'a verified customer')
}

/** Money: never twice for one damage, never without caps, and for "keep the goods" never without a person (MO-11, MO-19). */
function money(facts: Facts, request: DecideRequest, row: ActionPolicy): Objection[] {
  const cost = costOf(facts, request)
  const paying = isPaying(request.name)
  return [
    ...(paying ? unless(facts.alreadyPaid === false, 'review', 'already-paid', 'nothing paid for it by platform, insurer or shop') : []),
    ...(paying ? unless(isCapped(row), 'draft', 'no-cap', 'caps in money per case, per customer and day, and per shop and day') : []),
    ...(request.name === 'refund' && request.kwargs['mode'] === 'only' ? unless(false, 'escalate', 'always-person:refund_only', 'no refund without the goods') : []),
    ...(row.caps !== undefined ? overCaps(row.caps, cost, facts) : []),
  ]
}

/** The topic's row, where the topic is known and listed: it must allow this action, and the stricter of both rows holds. */
function asIntent(facts: Facts, request: DecideRequest, policy: Policy): Objection[] {
  const row = intentRow(facts, policy)
  if (row === null) return []
  return [
    ...unless((row.actions ?? []).includes(request.name), 'draft', 'action-allowed', `${request.name} among the actions of ${facts.intent}`),
    ...unless(acts(row.level), 'draft', `level:${row.level}`, `level undo or act for ${facts.intent}`),
    ...inState(row.orderStates, facts.orderStatus ?? null),
    ...unless((facts.intentConfidence ?? Number.NaN) >= row.confidenceFloor, 'draft', 'confidence-floor', `confidence of at least ${row.confidenceFloor}`),
    ...limits(row, facts, policy.zone ?? SHOP_ZONE),
    ...(row.caps === undefined ? [] : overCaps(row.caps, costOf(facts, request), facts)),
  ]
}

/** May this be done without a person? */
export function requested(facts: Facts, policy: Policy, request: DecideRequest): Objection[] {
  const row = actionRow(request, policy)
  const level = row?.level ?? 'off'
  return [
    ...identity(facts, request, row),
    ...unless(row !== null, 'draft', 'action-unlisted', `a row for ${request.name}`),
    ...unless(acts(level), 'draft', `level:${level}`, `level undo or act for ${request.name}`),
    ...(row === null ? [] : [
      ...unless((facts.intentConfidence ?? Number.NaN) >= row.confidenceFloor, 'draft', 'confidence-floor', `confidence of at least ${row.confidenceFloor}`),
      ...(row.orderStates === undefined ? [] : [
        ...unless(facts.orderCertain === true, 'draft', 'order-certain', 'one order that is meant beyond doubt'), ...inState(row.orderStates, facts.orderStatus ?? null),
      ]),
      ...limits(row, facts, policy.zone ?? SHOP_ZONE), ...money(facts, request, row),
    ]),
    ...unless(facts.blacklisted === false, 'review', 'blacklist', 'nobody on the shop\'s list'),
    ...asIntent(facts, request, policy),
  ]
}
