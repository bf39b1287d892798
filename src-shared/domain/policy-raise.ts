import { RATES, Rates } from './autonomy.ts'
import { acts, isPaying } from './policy-ceilings.ts'
import type { Cap, Caps } from './policy-limits.ts'
import type { Policy } from './policy.ts'
import type { ReviewPolicy } from './review.ts'

/** What two people have to want: a level `act`, more money or more replies than before, or fewer reviews. */

const CAPS = ['perCase', 'perCustomerDay', 'perShopDay'] as const
const UNITS = ['amount', 'count'] as const
interface Row { level: Policy['intents'][string]['level']; caps?: Caps | undefined }

const limit = (cap: Cap | undefined, unit: (typeof UNITS)[number]): number => cap?.[unit] ?? Number.POSITIVE_INFINITY

/** Caps that allow more than before. @param closed before this nothing could be paid at all */
function raisedCaps(before: Caps | undefined, after: Caps | undefined, closed: boolean): string[] {
  const otherMoney = before !== undefined && after !== undefined && before.currency !== after.currency
  return CAPS.filter((cap) => UNITS.some((unit) => {
    const now = limit(after?.[cap], unit)
    if (closed) return unit === 'amount' && now > 0
    return now > limit(before?.[cap], unit) || (otherMoney && after[cap]?.[unit] !== undefined)
  })).map((cap) => `caps.${cap}`)
}

function raisedRow(before: Row | undefined, after: Row, pays: boolean): string[] {
  if (!acts(after.level)) return []
  const acted = before !== undefined && acts(before.level)
  return [
    ...(after.level === 'act' && before?.level !== 'act' ? ['level'] : []),
    ...(pays || acted ? raisedCaps(before?.caps, after.caps, pays && !acted) : []),
  ]
}

const rows = (before: Record<string, Row>, after: Record<string, Row>, pays: (name: string) => boolean, field: string): string[] =>
  Object.entries(after).flatMap(([name, row]) => raisedRow(Object.hasOwn(before, name) ? before[name] : undefined, row, pays(name)).map((what) => `${field}.${name}.${what}`))

const numberAt = (record: Record<string, unknown> | undefined, key: string): number => (typeof record?.[key] === 'number' ? record[key] : 0)

const FINDINGS: readonly ReviewPolicy['findings'][] = ['none', 'error', 'warning']

/** Where fewer words and actions of people are looked at than before. Time is no part of it: what runs out goes back and is not approved. */
function looserReview(before: ReviewPolicy | undefined, after: ReviewPolicy | undefined): string[] {
  if (before === undefined) return []
  const { over: was } = before
  const is = after?.over
  return [
    ...(FINDINGS.indexOf(after?.findings ?? 'none') < FINDINGS.indexOf(before.findings) ? ['review.findings'] : []),
    ...(was && (!is || is.currency !== was.currency || is.amount > was.amount) ? ['review.over'] : []),
    ...(before.probation.some((id) => !after?.probation.includes(id)) ? ['review.probation'] : []),
    ...(before.who === 'everyone' && after?.who !== 'everyone' ? ['review.who'] : []),
  ]
}

/** The fields in which a policy gives more than the one before; empty: one person may decide. @param before null: there is none */
export function raises(before: Policy | null, after: Policy): string[] {
  const [was, is] = [before?.rates ?? RATES, after.rates ?? RATES]
  return [
    ...rows(before?.intents ?? {}, after.intents, () => false, 'intents'),
    ...rows(before?.actions ?? {}, after.actions ?? {}, isPaying, 'actions'),
    ...(Object.keys(Rates.shape) as (keyof Rates)[]).filter((rate) => is[rate] > was[rate]).map((rate) => `rates.${rate}`),
    ...(numberAt(after.guard, 'compensationCap') > numberAt(before?.guard, 'compensationCap') && before !== null ? ['guard.compensationCap'] : []),
    ...looserReview(before?.review, after.review),
  ]
}
