import type { MaskKind } from '../../../../src-shared/domain/masking.ts'
import type { Entity } from '../../../../src-shared/domain/triage.ts'
import { findEntities } from '../../triage/entities.ts'
import { normalize } from '../../triage/normalize.ts'
import { ADDRESSES, CODES, NAMES, NOT_NAMED, ORDERS, TAILS } from './cues.ts'

/** A place in a text that is personal; UTF-16 units, end exclusive. `secret`: nobody may read it, ever. */
export interface Personal { from: number; to: number; kind: MaskKind | 'secret'; /** What it is another way to write. */ thing?: string | undefined }

const KINDS: Partial<Record<Entity['type'], Personal['kind']>> = {
  order_no: 'order', after_sale_no: 'case', tracking_no: 'tracking', phone: 'phone', phone_last4: 'tail', email: 'email', address: 'address', name: 'name',
  contact: 'account', invoice_title: 'company', tax_id: 'number', serial_no: 'number', imei: 'number', pickup_code: 'number', sensitive: 'secret',
}
/** Figures that say nothing of a person; a long number inside one is none. */
const HARMLESS: ReadonlySet<Entity['type']> = new Set<Entity['type']>(['date', 'production_date', 'amount', 'duration', 'batch_no', 'size', 'body_size', 'quantity', 'coupon_code'])

/** A number of seven digits or more that nobody recognised: rather hidden than sent. */
const LONG_NUMBER = /(?<![\d*])\d(?:[ -]?\d){6,}(?!\d)/gu
/** The end of a card or identity number whose beginning is stars already. */
const STARRED = /(?<![\d*])\*{6,}[\dXx]{1,4}(?!\d)/gu
const CUES: ReadonlyArray<readonly [Personal['kind'], readonly RegExp[]]> = [['name', NAMES], ['address', ADDRESSES], ['tail', TAILS], ['order', ORDERS], ['secret', CODES]]

/** The turns of a conversation are read again for each of its drafts: what was found in so many texts is kept. */
const KEPT = 1000
const kept = new Map<string, Personal[]>()

/**
 * Where personal data stand in somebody's words. The same words, the same places, whenever they were written: of times only
 * that they are times matters here. @param ours our side's line before them, null when none: it decides what a bare number is
 */
export function findPersonal(text: string, at: number, ours: string | null): Personal[] {
  const key = `${ours ?? ''}\0${text}`
  const known = kept.get(key)
  if (known) return known
  const found = find(text, at, ours)
  if (kept.size >= KEPT) kept.clear()
  kept.set(key, found)
  return found
}

function find(text: string, at: number, ours: string | null): Personal[] {
  const units = unitsOf(text)
  const entities = findEntities(normalize(text, NOTHING), [...text], at, /\p{Script=Han}/u.test(text) ? 'zh' : 'en', { lastOurs: ours })
  const found: Personal[] = []
  const harmless: Array<{ from: number; to: number }> = []
  for (const { type, start, end, value } of entities) {
    const place = { from: units(start), to: units(end) }
    const kind = value === 'personal' ? undefined : KINDS[type]
    if (kind) found.push({ ...place, kind })
    else if (HARMLESS.has(type)) harmless.push(place)
  }
  for (const match of text.matchAll(STARRED)) found.push({ ...placeOf(match), kind: 'secret' })
  for (const match of text.matchAll(LONG_NUMBER)) {
    const place = placeOf(match)
    if (!harmless.some((one) => one.from < place.to && place.from < one.to)) found.push({ ...place, kind: 'number' })
  }
  for (const [kind, patterns] of CUES) for (const pattern of patterns) for (const match of text.matchAll(pattern)) {
    const value = match.groups?.['it'] ?? match[0]
    const from = match.index + match[0].lastIndexOf(value)
    if (kind !== 'name' || !NOT_NAMED.test(value)) found.push({ from, to: from + value.length, kind })
  }
  return found
}

const NOTHING: ReadonlyMap<string, string> = new Map()
const placeOf = (match: RegExpExecArray): { from: number; to: number } => ({ from: match.index, to: match.index + match[0].length })

/** From code points to UTF-16 units. */
function unitsOf(text: string): (point: number) => number {
  const points = [...text]
  if (points.length === text.length) return (point) => point
  const starts = [0]
  for (const point of points) starts.push((starts.at(-1) ?? 0) + point.length)
  return (point) => starts[point] ?? text.length
}
