import { currencyIn, MINOR_KEY } from '../guard/source-keys.ts'
import { isMoney } from '../guard/money-records.ts'
import { isRecord } from '../guard/whose.ts'
import type { LocalText, Money } from '../../../src-shared/domain/text.ts'

/** A record of a shop's system as it came: nothing of it is known. */
export type Raw = Readonly<Record<string, unknown>>

/** What holds for all records of a file. `isMajor`: bare `{amount, currency}` records count in major units. */
export interface Place { timeZone: string; currency: string | null; isMajor: boolean }

/** `order_id`, `orderId`, `Order ID` are one name: letters, digits and Han alone, in small letters. */
export const plainKey = (key: string): string => key.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The first field, in the order of the names given, that is there and not empty. Names are plain keys. */
export function pick(record: Raw, names: readonly string[]): { key: string; value: unknown } | null {
  const byName = new Map(Object.keys(record).map((key) => [plainKey(key), key]))
  for (const name of names) {
    const key = byName.get(name)
    const value = key === undefined ? undefined : record[key]
    if (key !== undefined && value !== null && value !== undefined && value !== '') return { key, value }
  }
  return null
}

/** Text of a field: a text or number as it stands, the first of a list. null when there is none. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim()
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return Array.isArray(value) ? textOf(value[0]) : null
}
export const pickText = (record: Raw, names: readonly string[]): string | null => textOf(pick(record, names)?.value)

const HAN = /\p{Script=Han}/u
/** A text in both languages where the shop keeps both: `{zh, en}`, `name_zh` and `name_en`; else the one text for both. */
export function pickLocal(record: Raw, names: readonly string[]): LocalText | null {
  const both = (zh: string | null, en: string | null): LocalText | null => (zh === null && en === null ? null : { zh: zh ?? en ?? '', en: en ?? zh ?? '' })
  const zh = names.map((name) => pickText(record, [`${name}zh`, `${name}cn`, `zh${name}`])).find((text) => text !== null) ?? null
  const en = names.map((name) => pickText(record, [`${name}en`, `en${name}`])).find((text) => text !== null) ?? null
  const plain = pick(record, names)?.value
  if (isRecord(plain)) return both(pickText(plain, ['zh', 'zhcn', 'cn']), pickText(plain, ['en', 'enus', 'engb'])) ?? both(zh, en)
  const text = textOf(plain)
  if (text === null) return both(zh, en)
  return { zh: zh ?? (HAN.test(text) || en === null ? text : en), en: en ?? text }
}

/** Milliseconds since 1970 of ISO 8601, `2025-04-07 14:00`, `2025/4/7`, `2025年4月7日 14:00`, seconds or milliseconds; null otherwise. */
export function instant(value: unknown, timeZone: string): number | null {
  if (typeof value === 'number') return value > 978_307_200_000 ? value : value > 978_307_200 ? value * 1000 : null
  const text = textOf(value)?.normalize('NFKC')
  if (text === undefined) return null
  if (/^\d{10}$|^\d{13}$/.test(text)) return instant(Number(text), timeZone)
  if (/T.*(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return Number.isNaN(Date.parse(text)) ? null : Date.parse(text)
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text)
  if (!match) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return Number.isNaN(wall) ? null : wall - offsetAt(wall, timeZone)
}
export const pickInstant = (record: Raw, names: readonly string[], timeZone: string): number | null => instant(pick(record, names)?.value, timeZone)

/** A pure memo: making a format is slow. */
const formats = new Map<string, Intl.DateTimeFormat>()
/** Milliseconds that the zone's clock is ahead of UTC; right but for the hour in which clocks are put back. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })))
  return Date.parse(`${format.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000
}

const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP'] as const
const isKnown = (code: string | null): code is Money['currency'] => CURRENCIES.some((known) => known === code)
const SIGNS: ReadonlyArray<[RegExp, Money['currency']]> = [[/[¥元]|RMB|CNY/i, 'CNY'], [/US\$|^\$|USD|美元/i, 'USD'], [/€|EUR/i, 'EUR'], [/£|GBP/i, 'GBP']]

/** An amount in minor units: a number or text in major ones, a field that ends in cents or fen, or a money record. null: none, or in money that we cannot write. */
export function pickMoney(record: Raw, names: readonly string[], place: Place): Money | null {
  const found = pick(record, [...names, ...names.flatMap((name) => [`${name}cents`, `${name}fen`, `${name}minor`])])
  if (!found) return null
  const { key, value } = found
  const own = currencyIn(record) ?? place.currency
  if (isRecord(value)) {
    const inner = currencyIn(value) ?? own
    const amount = Number(value['amount'] ?? value['value'])
    if (!isKnown(inner) || !Number.isFinite(amount)) return null
    return { amount: isMoney(value) && Number.isInteger(amount) && !place.isMajor ? amount : Math.round(amount * 100), currency: inner }
  }
  const text = textOf(value)
  const amount = Number(text?.replace(/[^\d.-]/g, ''))
  const currency = SIGNS.find(([sign]) => text !== null && sign.test(text))?.[1] ?? own
  if (text === null || !/\d/.test(text) || !Number.isFinite(amount) || !isKnown(currency)) return null
  return { amount: MINOR_KEY.test(key) ? Math.round(amount) : Math.round(amount * 100), currency }
}

/** A whole number of pieces or months; null when the field holds none. */
export function pickCount(record: Raw, names: readonly string[]): number | null {
  const value = Number(pickText(record, names)?.match(/\d+(?:\.\d+)?/)?.[0])
  return Number.isFinite(value) ? Math.round(value) : null
}
