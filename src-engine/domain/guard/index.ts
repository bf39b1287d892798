import type { Finding } from '../../../src-shared/domain/draft.ts'
import { everyDay, type OpenSpan, type ShopHours } from '../../../src-shared/domain/shop-hours.ts'
import { replyBy } from '../drafting/reply-by.ts'
import { calendar } from './calendar.ts'
import { wrongAddresses } from './checks/addresses.ts'
import { echoes } from './checks/echoes.ts'
import { wrongColours, wrongGoods } from './checks/goods.ts'
import { otherLanguages } from './checks/languages.ts'
import type { Looked } from './checks/looked.ts'
import { mixedOrders } from './checks/other-orders.ts'
import { pastTimes } from './checks/past-times.ts'
import { wrongNames } from './checks/people.ts'
import { ungrantedFavours } from './checks/policy-claims.ts'
import { wrongQuantities, wrongSizes } from './checks/sizes.ts'
import { wrongStates } from './checks/status.ts'
import { wrongWeekdays } from './checks/weekdays.ts'
import { currencyOf } from './default-currency.ts'
import { claims } from './extract.ts'
import { fold, slice } from './fold.ts'
import { internalWords, strangersWords } from './leaks.ts'
import { readPolicy } from './policy.ts'
import { protectsOf } from './protects.ts'
import { brokenRules, type RulePack } from './rules.ts'
import { sourcesOf } from './sources.ts'
import { trace } from './trace.ts'

export { GUARD_KINDS } from './claim.ts'
export { parseRulePacks, type RulePack } from './rules.ts'

export interface GuardInput {
  draft: string
  /** Records of any shape; every field at any depth may be a source. `{amount, currency}` alone is money in minor units. */
  facts: readonly unknown[]
  /** What may be quoted; `internal` may not. Default audience: customer. */
  passages: ReadonlyArray<{ id: string; text: string; audience?: 'customer' | 'internal' }>
  /** `compensationCap` and `refundCap` in major units, `currency`, and whatever else the shop allows; see docs/guard.md. */
  policy?: Readonly<Record<string, unknown>>
  /** The customer's language, ISO 639-1; without it no language is wrong. */
  language?: string
  /** ISO 8601 with offset: resolves "tomorrow", and its offset is the place's. */
  now?: string
  /** IANA zone in which facts' instants are read; instead of the offset of `now`. */
  timeZone?: string
  /** When the shop answers, on its clock: by when a reply may be promised instead of empty time or of one gone by. */
  hours?: OpenSpan | ShopHours | undefined
  rules?: readonly RulePack[]
  channel?: string
}

/** Checks of what no figure tells; each gives its own kind. */
const CHECKS: ReadonlyArray<(looked: Looked) => Finding[]> = [
  wrongWeekdays, wrongStates, wrongGoods, wrongColours, wrongSizes, wrongQuantities, pastTimes, wrongNames, wrongAddresses, ungrantedFavours, mixedOrders, echoes, otherLanguages,
]

/**
 * Marks what a draft must not say: what has no source or contradicts it, words of internal passages or of other customers,
 * money over the cap, echoes of instructions, another language, phrases that a rule forbids. `ok` = nothing of severity
 * error. Same input, same findings, in reading order.
 */
export function guard(input: GuardInput): { ok: boolean; findings: Finding[] } {
  const place = calendar(input.now, input.timeZone)
  const folded = fold(input.draft)
  const open = input.passages.filter((passage) => passage.audience !== 'internal')
  const secret = input.passages.filter((passage) => passage.audience === 'internal')
  const { policy, rest } = readPolicy(input.policy ?? {})
  const currency = policy.currency ?? currencyOf(input)
  const sources = sourcesOf([...input.facts, { ...rest, type: 'policy' }], open, place, currency)
  const internal = sourcesOf([], secret, place)
  const own = sources.words.filter((words) => !words.foreign).map((words) => words.text)
  const found = claims(folded, place)
  const answerBy = (language: 'zh' | 'en'): string | null => (place.now === null || input.hours === undefined ? null : replyBy(place.now + place.clock.shift, place.clock.timeZone, 'from' in input.hours ? everyDay(input.hours, place.clock.timeZone) : input.hours, language))
  const looked: Looked = { folded, claims: found, sources, said: fold(own.join('\n')).toLowerCase(), place, language: input.language, answerBy }
  const findings = distinct([
    ...found.map((claim) => trace(claim, { folded, sources, internal, policy, place })).filter((finding): finding is Finding => finding !== null),
    ...CHECKS.flatMap((check) => check(looked)),
    ...internalWords(input.draft, secret, own),
    ...strangersWords(input.draft, sources),
    ...brokenRules(input.draft, folded, input.rules ?? [], { channel: input.channel, categories: policy.categories, day: place.now === null ? undefined : place.dateOf(place.now), answerBy }),
  ]).map((one) => {
    const finding = { ...one, text: slice(input.draft, one.start, one.end) }
    const protects = protectsOf(finding, { folded, sources, rules: input.rules ?? [] })
    return protects === null ? finding : { ...finding, protects }
  })
  return { ok: findings.every((finding) => finding.severity !== 'error'), findings }
}

const RANK: Record<Finding['severity'], number> = { error: 0, warning: 1, info: 2 }

/** In reading order, gravest first; a finding that lies inside a graver or equal one of the same kind goes. */
function distinct(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || RANK[a.severity] - RANK[b.severity] || b.end - a.end || (a.kind < b.kind ? -1 : 1))
  const kept: Finding[] = []
  for (const finding of sorted) {
    // A weekday that does not fit its date is one mistake.
    if (finding.kind === 'date' && sorted.some((other) => other.kind === 'weekday' && other.start === finding.start && other.end === finding.end)) continue
    const inside = kept.some((other) => other.kind === finding.kind && other.start <= finding.start && finding.end <= other.end && RANK[other.severity] <= RANK[finding.severity])
    if (!inside) kept.push(finding)
  }
  return kept
}
