import { RATES } from '../../../src-shared/domain/autonomy.ts'
import { isPaying } from '../../../src-shared/domain/policy-ceilings.ts'
import type { Caps, } from '../../../src-shared/domain/policy-limits.ts'
import type { Policy } from '../../../src-shared/domain/policy.ts'
import type { WorstCase } from '../../../src-shared/contract/autonomy.ts'

const HOURS = 24
const NOTHING: WorstCase = { kind: 'nothing' }
const UNLIMITED: WorstCase = { kind: 'unlimited' }

/** The most that caps let out in a day: the shop's cap of a day, or as many cases as the rates let through, each at its cap. */
function ofCaps(caps: Caps | undefined, casesADay: number): WorstCase {
  if (caps === undefined) return UNLIMITED
  const most = Math.min(caps.perShopDay?.amount ?? Number.POSITIVE_INFINITY, (caps.perCase?.amount ?? Number.POSITIVE_INFINITY) * Math.min(casesADay, caps.perShopDay?.count ?? Number.POSITIVE_INFINITY))
  return Number.isFinite(most) ? { kind: 'money', money: { amount: most, currency: caps.currency } } : UNLIMITED
}

const less = (a: WorstCase, b: WorstCase): WorstCase =>
  a.kind === 'money' && b.kind === 'money' && a.money.currency === b.money.currency ? (a.money.amount <= b.money.amount ? a : b) : a.kind === 'unlimited' ? b : a

function add(a: WorstCase, b: WorstCase): WorstCase {
  if (a.kind === 'nothing') return b
  if (b.kind === 'nothing') return a
  return a.kind === 'money' && b.kind === 'money' && a.money.currency === b.money.currency ? { kind: 'money', money: { ...a.money, amount: a.money.amount + b.money.amount } } : UNLIMITED
}

/** What a day of this could cost the shop at worst, were it to act; answers cost nothing. */
export function worstCase(policy: Policy, scope: 'intent' | 'action', name: string): WorstCase {
  const casesADay = (policy.rates ?? RATES).shopHour * HOURS
  if (scope === 'action') return isPaying(name) ? ofCaps(policy.actions?.[name]?.caps, casesADay) : NOTHING
  const row = policy.intents[name]
  const paying = (row?.actions ?? []).filter(isPaying)
  const all = paying.map((action) => worstCase(policy, 'action', action)).reduce(add, NOTHING)
  return all.kind === 'nothing' || row?.caps === undefined ? all : less(all, ofCaps(row.caps, casesADay))
}
