import type { Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Limits } from '../../../src-shared/domain/policy-limits.ts'
import { isWithin } from './hours.ts'
import { unless, type Objection } from './objection.ts'

const within = <T>(allowed: readonly T[] | undefined, value: T | null | undefined): boolean => allowed === undefined || (value !== null && value !== undefined && allowed.includes(value))

/** What a row asks beside its level and its money. Evidence and consent can still be asked for; the rest is a person's to weigh. */
export function limits(row: Limits, facts: Facts, zone: string): Objection[] {
  const missing = (row.evidence ?? []).filter((kind) => !(facts.evidence ?? []).includes(kind))
  const days = facts.daysSinceDelivery ?? Number.NaN
  return [
    ...unless(row.deliveredWithinDays === undefined || (days >= 0 && days <= row.deliveredWithinDays), 'draft', 'days-since-delivery', `at most ${row.deliveredWithinDays} days since delivery`),
    ...unless(within(row.customerLevels, facts.customerLevel), 'draft', 'customer-level', `a customer of level ${row.customerLevels?.join(' or ')}`),
    ...unless(within(row.channels, facts.channel), 'draft', 'channel', `channel ${row.channels?.join(' or ')}`),
    ...unless(row.hours === undefined || isWithin(row.hours, facts.at, zone), 'draft', 'hours', `between ${row.hours?.from} and ${row.hours?.to} by the shop's clock`),
    ...unless(row.maxRisk === undefined || (facts.risk ?? Number.NaN) <= row.maxRisk, 'review', 'buyer-risk', `buyer risk at most ${row.maxRisk}`),
    ...missing.flatMap((kind) => unless(false, 'ask', `evidence:${kind}`, `a ${kind} from the customer`)),
    ...unless(row.confirm !== true || facts.confirmed === true, 'ask', 'confirmation', 'the customer agrees to exactly this'),
  ]
}

/** Whom the shop keeps an eye on is a supervisor's, in every case; the customer is answered all the same (RK-01, RK-03). */
export const watched = (facts: Facts): Objection[] => unless(facts.blacklisted !== true, 'review', 'blacklist', 'nobody on the shop\'s list')
