import type { Entity } from '../../../src-shared/domain/triage.ts'
import { findEntities } from '../triage/entities.ts'
import { normalize } from '../triage/normalize.ts'

/** What stood at a place that is hidden: the customer's name, the numbers of order and parcel, or anything else that tells who it was. */
export type HiddenKind = 'customer' | 'order' | 'tracking' | 'other'

/** What is known of the other customer; each is hidden wherever it stands. */
export interface KnownOther {
  names: readonly string[]
  orders: readonly string[]
  parcels: readonly string[]
  /** Phones, streets, whatever else the shop holds. */
  others: readonly string[]
}

const KINDS: Partial<Record<Entity['type'], HiddenKind>> = {
  name: 'customer', order_no: 'order', after_sale_no: 'order', tracking_no: 'tracking', phone: 'other', phone_last4: 'other', email: 'other', sensitive: 'other', address: 'other',
  contact: 'other', tax_id: 'other', invoice_title: 'other', serial_no: 'other', imei: 'other', pickup_code: 'other', pickup_point: 'other', coupon_code: 'other',
}
/** Numbers this long are nobody's price and no date. */
const LONG_NUMBER = /(?<![\d.])\d(?:[ -]?\d){6,}[Xx]?/g
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu
const TITLES = '先生|女士|小姐|太太|同学|老师|阿姨|叔叔'
const COMPOUND = new Set(['欧阳', '司马', '上官', '诸葛', '令狐', '慕容', '皇甫', '尉迟', '司徒', '东方'])

interface Hidden { start: number; end: number; kind: HiddenKind }

/** UTF-16 places of a literal; Latin words as whole words. */
function placesOf(text: string, literal: string, kind: HiddenKind): Hidden[] {
  const plain = literal.trim()
  if ([...plain].length < 2) return []
  const escaped = plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = /^[\p{Script=Latin}\d' -]+$/u.test(plain) ? `(?<![\\p{L}\\d])${escaped}(?![\\p{L}\\d])` : escaped
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map((match) => ({ start: match.index, end: match.index + match[0].length, kind }))
}

/** A name in the forms in which people are spoken to: whole, its Latin parts, the Chinese surname before a title. */
function formsOf(name: string): string[] {
  if (/\p{Script=Han}/u.test(name)) {
    const points = [...name.replace(/[^\p{Script=Han}]/gu, '')]
    const surname = COMPOUND.has(points.slice(0, 2).join('')) ? points.slice(0, 2).join('') : (points[0] ?? '')
    const given = points.slice([...surname].length).join('')
    return [name, ...TITLES.split('|').map((title) => `${surname}${title}`), ...([...given].length >= 2 ? [given] : [])]
  }
  return [name, ...name.split(/[\s-]+/).filter((part) => part.length >= 3)]
}

function fromEntities(text: string): Hidden[] {
  const points = [...text]
  const units: number[] = [0]
  for (const point of points) units.push((units.at(-1) ?? 0) + point.length)
  const language = /\p{Script=Han}/u.test(text) ? 'zh' : 'en'
  return findEntities(normalize(text, new Map()), points, 0, language).flatMap(({ type, start, end }) => {
    const kind = KINDS[type]
    return kind ? [{ start: units[start] ?? 0, end: units[end] ?? text.length, kind }] : []
  })
}

const fromPattern = (text: string, pattern: RegExp): Hidden[] =>
  [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length, kind: 'other' as const }))

/**
 * A text of another customer's conversation without what tells who that was: what is known of them, what the finder of
 * entities sees, and every long number.
 * @param nameOf what stands in its place
 */
export function hideOthers(text: string, known: KnownOther, nameOf: (kind: HiddenKind) => string): string {
  const literals = (values: readonly string[], kind: HiddenKind): Hidden[] => values.flatMap((value) => placesOf(text, value, kind))
  const found = [
    ...literals(known.names.flatMap(formsOf), 'customer'), ...literals(known.orders, 'order'), ...literals(known.parcels, 'tracking'), ...literals(known.others, 'other'),
    ...fromEntities(text), ...fromPattern(text, EMAIL), ...fromPattern(text, LONG_NUMBER),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  let out = ''
  let at = 0
  let open = -1
  for (const { start, end, kind } of found) {
    if (end <= at) continue
    // What overlaps is one thing: the first name stands for all of it.
    if (start > open) out += text.slice(at, start) + nameOf(kind)
    at = Math.max(at, end)
    open = Math.max(open, end - 1)
  }
  return out + text.slice(at)
}
