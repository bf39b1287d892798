import type { Facts, Tally } from '../../../src-shared/domain/policy-facts.ts'
import type { Cap, Caps } from '../../../src-shared/domain/policy-limits.ts'
import { Money } from '../../../src-shared/domain/text.ts'
import type { DecideRequest } from '../../../src-shared/domain/policy-facts.ts'
import { unless, type Objection } from './objection.ts'

/** What the request would cost the shop; null where that is not known. The larger of the facts' word and the request's own counts. */
export function costOf(facts: Facts, request: DecideRequest): Money | null {
  const asked = Money.safeParse(request.kwargs['amount'])
  const known = facts.amount ?? null
  if (!asked.success) return known
  if (known === null) return asked.data
  return known.currency === asked.data.currency && known.amount >= asked.data.amount ? known : asked.data
}

/** The larger of each, so that splitting over names, addresses, phones or payers gains nothing; null where one is not known. */
function fullest(tallies: readonly (Tally | null | undefined)[]): Tally | null {
  const known = tallies.flatMap((tally) => tally ?? [])
  if (known.length < tallies.length) return null
  return { amount: Math.max(...known.map(({ amount }) => amount)), count: Math.max(...known.map(({ count }) => count)) }
}

function room(cap: Cap | undefined, paid: Tally | null, amount: number, rule: string, whose: string): Objection[] {
  if (cap === undefined) return []
  if (paid === null) return unless(false, 'draft', rule, `what was paid ${whose} is known`)
  return [
    ...(cap.amount === undefined ? [] : unless(paid.amount + amount <= cap.amount, 'review', rule, `at most ${cap.amount} minor units ${whose}`)),
    ...(cap.count === undefined ? [] : unless(paid.count < cap.count, 'review', `${rule}-count`, `at most ${cap.count} ${whose}`)),
  ]
}

/** Objections of the caps. An amount that is not known, of another currency, or below nothing fits under no cap. */
export function overCaps(caps: Caps, cost: Money | null, facts: Facts): Objection[] {
  if (cost === null || !(cost.amount >= 0)) return [{ outcome: 'draft', rule: 'amount-known', need: 'the amount is known' }]
  if (cost.currency !== caps.currency) return [{ outcome: 'review', rule: 'cap-currency', need: `an amount in ${caps.currency}` }]
  const today = facts.paidToday
  return [
    ...room(caps.perCase, facts.paidForCase ?? null, cost.amount, 'cap-case', 'in one case'),
    ...room(caps.perCustomerDay, fullest([today?.person, today?.address, today?.phone, today?.payer]), cost.amount, 'cap-customer-day', 'to one customer a day, by person, address, phone and payer'),
    ...room(caps.perShopDay, today?.shop ?? null, cost.amount, 'cap-shop-day', 'by the shop a day'),
  ]
}
