import type { MaskKind } from '../../../../src-shared/domain/masking.ts'
import type { Entity } from '../../../../src-shared/domain/triage.ts'
import { findEntities } from '../../triage/entities.ts'
import { SURNAME } from '../../triage/entities/places.ts'
import { normalize } from '../../triage/normalize.ts'

/** A place in a text that is personal; UTF-16 units, end exclusive. `secret`: nobody may read it, ever. */
export interface Personal { from: number; to: number; kind: MaskKind | 'secret' }

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
/** A person says who they are, or is called by name. Found too often costs nothing: the words come back. */
const NAMED_ZH = new RegExp(`(?:我叫|我是|我姓名是?|名字[是叫:：]?|姓名[是:：]?|收件人[是:：]?|收货人[是:：]?|联系人[是:：]?|本人|机主)[\\s:：]?(?<name>(?:${SURNAME})\\p{Script=Han}{1,2})(?!\\p{Script=Han})`, 'gu')
const CALLED_ZH = new RegExp(`(?<!\\p{Script=Han})(?<name>(?:${SURNAME})\\p{Script=Han}{0,2})(?:先生|女士|小姐|老师|阿姨|师傅)`, 'gu')
const NAMED_EN = /\b(?:[Mm]y name is|[Mm]y name's|[Tt]his is|I am|I'm|[Nn]ame[:=]|[Rr]egards,?|[Cc]heers,?|[Tt]hanks,|[Rr]ecipient(?: is|:)?|M(?:r|rs|s)\.?|Dr\.?)\s+(?<name>\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}.'-]*){0,2})/gu
const NOT_NAMED = /^(?:The|Not|So|Very|Still|Just|Here|There|What|Your|My|An?|In|On|Waiting|Sorry|Order|Tracking|Deskmate)\b/u

/** Where personal data stand in somebody's words. @param ours our side's line before them, null when none: it decides what a bare number is */
export function findPersonal(text: string, at: number, ours: string | null): Personal[] {
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
  for (const pattern of [NAMED_ZH, CALLED_ZH, NAMED_EN]) {
    for (const match of text.matchAll(pattern)) {
      const name = match.groups?.['name'] ?? ''
      const from = match.index + match[0].lastIndexOf(name)
      if (!NOT_NAMED.test(name)) found.push({ from, to: from + name.length, kind: 'name' })
    }
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
