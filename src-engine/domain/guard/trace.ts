import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Calendar } from './calendar.ts'
import { overCap } from './caps.ts'
import type { Claim } from './claim.ts'
import { finding } from './finding.ts'
import { nearest, shown } from './nearest.ts'
import { isQuotedAround } from './leaks.ts'
import { isPaidOrBack } from './offers.ts'
import { isOwnCommitment, isReckoned } from './own-words.ts'
import type { Policy } from './policy.ts'
import { roleOfWords, type Role } from './roles.ts'
import type { Source, Sources } from './sources.ts'

const ERRORS = new Set(['amount', 'order_no', 'tracking_no', 'number_tail', 'phone'])
/** A day or a length of time is anybody's words: it is an internal text's only where words beside it are as well. */
const EVERYBODYS: ReadonlySet<Claim['kind']> = new Set(['date', 'time', 'duration'])
/** Words near a percentage that make it money. */
const MONEY_SHARE = /退|折|返|减|优惠|补偿|赔|off|discount|refund|back/i

/** What claims are held against. */
export interface Ground { folded: string; sources: Sources; internal: Sources; policy: Policy; place: Calendar }

/** Looks for the source of one claim; null when it has one and says the same as it. */
export function trace(claim: Claim, ground: Ground): Finding | null {
  const { folded, sources, internal, policy } = ground
  const over = overCap(claim, folded, policy)
  if (over === 'inside') return null
  if (over) return over
  const same = sources.known.filter((source) => matches(claim, source))
  const own = same.filter((source) => !source.foreign)
  const offered = onlyOffered(claim, own, ground)
  if (offered) return offered
  if (own.length > 0 || tailKnown(claim, sources)) return ownPhone(claim, same, folded) ?? otherRole(claim, own, ground)
  if (same[0]) return finding(claim, 'other-customer', 'error', { source: same[0].where })
  if (isOwnCommitment(claim, folded) || isReckoned(claim, folded, sources, ground.place)) return null
  const secret = internal.known.find((source) => matches(claim, source) && (!EVERYBODYS.has(claim.kind) || isQuotedAround(claim, folded, textsOf(internal, source.where))))
  if (secret) return finding(claim, 'internal-passage', 'error', { source: secret.where })
  return finding(claim, claim.kind, severity(claim, folded), nearest(claim, sources))
}

const textsOf = (internal: Sources, where: string): string[] => internal.words.filter((words) => words.where === where).map(({ text }) => text)

/** A number has the same digits whatever it was taken for. */
function matches(claim: Claim, source: Source): boolean {
  if (isNumber(claim.kind) !== isNumber(source.kind) || (!isNumber(claim.kind) && claim.kind !== source.kind)) return false
  return claim.keys.some((key) => source.keys.includes(key))
}
const isNumber = (kind: string): boolean => kind === 'order_no' || kind === 'tracking_no' || kind === 'phone'

const tailKnown = (claim: Claim, sources: Sources): boolean => claim.kind === 'number_tail' && sources.numbers.some((number) => number.endsWith(claim.keys[0] ?? '-'))

/** A customer's whole phone number is read back to nobody (PI-07); a hotline out of an article is. */
function ownPhone(claim: Claim, same: readonly Source[], folded: string): Finding | null {
  if (claim.kind !== 'phone' || same.length === 0 || same.some((source) => !/phone|mobile|tel|电话|手机/i.test(source.where))) return null
  if (same.some((source) => /shop|hotline|store|service|policy|客服|店/i.test(source.where))) return null
  return finding(claim, 'personal-data', 'error', { source: same[0]?.where, expected: `${isChinese(folded) ? '尾号' : 'number ending '}${(claim.keys[0] ?? '').slice(-4)}` })
}

/** In which language the words are; a name in signs makes an English reply no Chinese one. */
const isChinese = (folded: string): boolean => (folded.match(/\p{Script=Han}/gu)?.length ?? 0) >= (folded.match(/[a-z]{2,}/gi)?.length ?? 0)

/** What a product is sold at is neither what this customer paid nor what goes back to them. */
function onlyOffered(claim: Claim, own: readonly Source[], { folded, sources }: Ground): Finding | null {
  if (claim.kind !== 'amount' || own.length === 0 || !own.every(({ isListed }) => isListed) || !isPaidOrBack(folded, claim.start, claim.end)) return null
  return finding(claim, 'amount', 'error', { source: own[0]?.where, ...nearest(claim, { ...sources, known: sources.known.filter(({ isListed }) => !isListed) }) })
}

/** A right figure for the wrong thing: the day of dispatch as the day of arrival, the price as the refund. */
function otherRole(claim: Claim, own: readonly Source[], { folded, sources }: Ground): Finding | null {
  if (claim.kind !== 'date' && claim.kind !== 'amount') return null
  if (own.some((source) => source.role === null)) return null
  const role = roleOfWords(claim.kind, folded, claim.start, claim.end)
  if (role === null || own.some((source) => agrees(source.role, role))) return null
  const meant = sources.known.find((source) => source.kind === claim.kind && agrees(source.role, role) && !source.foreign)
  // An amount may be the refund and the price at once; a day that nobody gave is no day.
  if (meant === undefined && claim.kind === 'amount') return null
  return finding(claim, claim.kind, severity(claim, folded), meant === undefined ? { source: own[0]?.where } : { expected: shown(claim, meant), source: meant.where })
}

/** A shipment that is to come may be the promised one or one that has been; a past one is only the latter. */
const agrees = (source: Role | null, said: Role): boolean => source === said || (said === 'ships-by' && source === 'shipped')

function severity(claim: Claim, folded: string): Finding['severity'] {
  if (ERRORS.has(claim.kind)) return 'error'
  return claim.kind === 'percentage' && MONEY_SHARE.test(folded.slice(Math.max(0, claim.start - 10), claim.end + 8)) ? 'error' : 'warning'
}
