import type { Claim } from './claim.ts'
import type { Source, Sources } from './sources.ts'

const isNumber = (kind: string): boolean => kind === 'order_no' || kind === 'tracking_no' || kind === 'phone'

/** The value that was probably meant, and where it stands. */
export function nearest(claim: Claim, sources: Sources): { expected?: string; source?: string } {
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
export function shown(claim: Claim, source: Source): string {
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

export const rewritten = (text: string, amount: string): string => (/\d/.test(text) ? text.replace(/[\d,]+(?:\.\d+)?(\s?万)?/, amount) : `${amount}元`)
