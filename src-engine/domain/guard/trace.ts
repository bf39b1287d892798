import type { Finding } from '../../../src-shared/domain/draft.ts'
import type { Claim } from './claim.ts'
import { plainAmount, type Source, type Sources } from './sources.ts'

export type Caps = { compensationCap?: number; currency?: string }
export type Traced = { finding: Finding | null }

const ERRORS = new Set(['amount', 'order_no', 'tracking_no', 'number_tail', 'phone'])
/** Words near an amount that make it a payment of goodwill. */
const GOODWILL = /补偿|赔偿|赔付|赔您|赔你|红包|打款|补您|补你|compensat|goodwill|make it up/i
/** Words near a percentage that make it money. */
const MONEY_SHARE = /退|折|返|减|优惠|补偿|赔|off|discount|refund|back/i

/** Looks for the source of one claim. `folded` is the whole draft, for the words around it. */
export function trace(claim: Claim, folded: string, sources: Sources, internal: Sources, caps: Caps): Finding | null {
  const over = claim.kind === 'amount' ? overCap(claim, folded, caps) : null
  if (over === 'inside') return null
  if (over) return over
  const same = sources.known.filter((source) => matches(claim, source))
  if (same.some((source) => !source.foreign) || tailKnown(claim, sources)) return ownPhone(claim, same)
  if (same[0]) return finding(claim, 'other-customer', 'error', { source: same[0].where })
  const secret = internal.known.find((source) => matches(claim, source))
  if (secret) return finding(claim, 'internal-passage', 'error', { source: secret.where })
  return finding(claim, claim.kind, severity(claim, folded), nearest(claim, sources))
}

/** A number has the same digits whatever it was taken for. */
function matches(claim: Claim, source: Source): boolean {
  if (isNumber(claim.kind) !== isNumber(source.kind) || (!isNumber(claim.kind) && claim.kind !== source.kind)) return false
  return claim.keys.some((key) => source.keys.includes(key))
}
const isNumber = (kind: string): boolean => kind === 'order_no' || kind === 'tracking_no' || kind === 'phone'

const tailKnown = (claim: Claim, sources: Sources): boolean => claim.kind === 'number_tail' && sources.numbers.some((number) => number.endsWith(claim.keys[0] ?? '-'))

/** A customer's whole phone number is read back to nobody (PI-07); a hotline out of an article is. */
function ownPhone(claim: Claim, same: readonly Source[]): Finding | null {
  if (claim.kind !== 'phone' || same.length === 0 || same.some((source) => !/phone|mobile|tel/i.test(source.where))) return null
  if (same.some((source) => /shop|hotline|store|service/i.test(source.where))) return null
  return finding(claim, 'personal-data', 'error', { source: same[0]?.where, expected: `尾号${(claim.keys[0] ?? '').slice(-4)}` })
}

function severity(claim: Claim, folded: string): Finding['severity'] {
  if (ERRORS.has(claim.kind)) return 'error'
  return claim.kind === 'percentage' && MONEY_SHARE.test(around(claim, folded)) ? 'error' : 'warning'
}

const around = (claim: Claim, folded: string): string => folded.slice(Math.max(0, claim.start - 10), claim.end + 8)

function overCap(claim: Claim, folded: string, caps: Caps): Finding | 'inside' | null {
  if (caps.compensationCap === undefined || claim.value === null || !GOODWILL.test(around(claim, folded))) return null
  const currency = (claim.keys[0] ?? ':').split(':')[0] ?? ''
  if (currency !== '' && caps.currency !== undefined && currency !== caps.currency) return null
  const cap = Math.round(caps.compensationCap * 100)
  if (claim.value <= cap) return 'inside'
  return finding(claim, 'over-cap', 'error', { expected: rewritten(claim.text, plainAmount(cap)), source: 'policy.compensationCap' })
}

/** The value that was probably meant, and where it stands. */
function nearest(claim: Claim, sources: Sources): { expected?: string; source?: string } {
  const own = sources.known.filter((source) => !source.foreign && (isNumber(claim.kind) ? isNumber(source.kind) : source.kind === claim.kind))
  const ranked = own.map((source) => ({ source, distance: distance(claim, source) })).filter((entry) => entry.distance < Infinity)
  const best = ranked.sort((a, b) => a.distance - b.distance)[0]
  if (!best) return {}
  return { expected: shown(claim, best.source), source: best.source.where }
}

/** Infinity: not near. */
function distance(claim: Claim, source: Source): number {
  const [key = ''] = claim.keys
  const [other = ''] = source.keys
  if (isNumber(claim.kind)) return digitsApart(key, other)
  if (claim.kind === 'amount' && claim.value !== null && source.value !== null) {
    const apart = Math.abs(claim.value - source.value) / Math.max(1, Math.abs(source.value))
    return apart <= 0.2 || digitsApart(String(claim.value), String(source.value)) <= 1 ? apart : Infinity
  }
  if (claim.kind === 'date') return daysApart(key, source.keys)
  if (claim.kind === 'duration') return unit(key) === unit(other) ? Math.abs(parseFloat(key.replace(/^[a-z]+/, '')) - parseFloat(other.replace(/^[a-z]+/, ''))) : Infinity
  if (claim.kind === 'spec') return key.split(' ')[1] === other.split(' ')[1] ? Math.abs(parseFloat(key) - parseFloat(other)) : Infinity
  return claim.kind === 'carrier' || claim.kind === 'percentage' ? 1 : Infinity
}

const unit = (key: string): string => /^[a-z]+/.exec(key)?.[0] ?? ''

/** Places in which two numbers of one length differ; more than three is not near. */
function digitsApart(a: string, b: string): number {
  if (a.length !== b.length || a.length < 3) return Infinity
  let apart = 0
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) apart += 1
  return apart <= 3 ? apart : Infinity
}

function daysApart(key: string, others: readonly string[]): number {
  const dates = others.filter((other) => /^(?:-|\d{4})-/.test(other))
  const [mine, theirs] = [key.slice(-5), dates[0]?.slice(-5)]
  if (!/^\d{2}-\d{2}$/.test(mine) || theirs === undefined) return Infinity
  const days = Math.abs(Date.parse(`2024-${mine}T00:00:00Z`) - Date.parse(`2024-${theirs}T00:00:00Z`)) / 86_400_000
  const round = Math.min(days, 366 - days)
  return round <= 31 ? round : Infinity
}

/** The source's value in the manner of the draft, so that one key can put it there. */
function shown(claim: Claim, source: Source): string {
  if (claim.kind === 'amount') return inCurrency(claim, source) ?? rewritten(claim.text, source.shown)
  // A bare number out of a field such as `warrantyMonths` takes the unit of the draft, where that unit is the same.
  if (claim.kind === 'duration' && /^\d+$/.test(source.shown)) return `${unit(claim.keys[0] ?? '')}${/\d+/.exec(claim.text)?.[0]}` === claim.keys[0] ? claim.text.replace(/\d+/, source.shown) : source.shown
  if (claim.kind !== 'date') return source.shown
  const match = /(\d{2})-(\d{2})$/.exec(source.keys.find((key) => key.startsWith('--')) ?? '')
  if (!match) return source.shown
  const [month, day] = [Number(match[1]), Number(match[2])]
  if (/月/.test(claim.text)) return claim.text.replace(/\d{1,2}(\s?)月(\s?)\d{1,2}/, `${month}$1月$2${day}`)
  if (/^\d{1,2}[号日]$/.test(claim.text)) return claim.text.replace(/\d+/, String(day))
  if (/\p{Script=Han}/u.test(claim.text)) return `${month}月${day}日`
  return /[A-Za-z]/.test(claim.text) ? `${day} ${MONTHS[month - 1] ?? ''}` : source.shown
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SIGNS: Record<string, string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }

/** The right amount under the wrong sign needs the sign of the source; null when the currencies agree or one is unknown. */
function inCurrency(claim: Claim, source: Source): string | null {
  const [mine = '', theirs = ''] = [claim.keys[0], source.keys[0]].map((key) => key?.split(':')[0] ?? '')
  const sign = SIGNS[theirs]
  return mine === '' || mine === theirs || source.keys.some((key) => key.startsWith(`${mine}:`)) || sign === undefined ? null : `${sign}${source.shown}`
}

const rewritten = (text: string, amount: string): string => (/\d/.test(text) ? text.replace(/[\d,]+(?:\.\d+)?(\s?万)?/, amount) : `${amount}元`)

function finding(claim: Claim, kind: string, level: Finding['severity'], more: { expected?: string; source?: string }): Finding {
  return {
    kind, severity: level, text: claim.text, start: claim.start, end: claim.end,
    ...(more.expected === undefined ? {} : { expected: more.expected }), ...(more.source === undefined ? {} : { source: more.source }),
  }
}
