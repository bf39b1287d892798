import type { Calendar } from './calendar.ts'
import { CARRIERS } from './carriers.ts'
import type { Claim } from './claim.ts'
import { specs } from './extract-spec.ts'
import { dates, durations, times } from './extract-time.ts'
import { AFTER, BEFORE, codesOf } from './currencies.ts'
import { anyNumber, CN_NUM, EN_NUM, NUM } from './numerals.ts'

type Found = Omit<Claim, 'text'>
const AMOUNT_FORMS = [
  new RegExp(`(${BEFORE})\\s?(${NUM})(\\s?万)?`, 'gi'),
  new RegExp(`(?<![\\d.]|\\d,)(${NUM})(\\s?万)?(?=\\s?[-–~到至]\\s?${NUM}\\s?${AFTER})()`, 'gi'),
  new RegExp(`(?<![\\d.]|\\d,)(${NUM})(\\s?万)?\\s?(${AFTER})`, 'gi'),
  new RegExp(`(?<!第|零|[一二三四五六七八九十百千])(${CN_NUM})(万)?(元|块钱|美元|美金|欧元|英镑|港币|日元)`, 'g'),
  // A single numeral counts pieces (`一块发给您`), not money.
  new RegExp(`(?<!第|零|[一二三四五六七八九十百千])(${CN_NUM}(?<=[^第零]{2}))(万)?(块)(?!电|板|面|砖)`, 'g'),
  new RegExp(`\\b(${EN_NUM})()\\s(dollars?|yuan|euros?|pounds|USD|EUR|GBP|CNY)\\b`, 'gi'),
]
/** What follows the unit: `128块5`, `一百元五角`. */
const TENTHS = /^(?:([\d一二三四五六七八九])[角毛]|([\d一二三四五六七八九])(?![\d件个双台条.]))/

/** Amounts of money in a folded text; `value` in minor units, `keys` with the currency where one is named. */
export function amounts(text: string): Found[] {
  const found: Found[] = []
  AMOUNT_FORMS.forEach((form, index) => {
    for (const match of text.matchAll(form)) {
      const [number, tenThousand, sign] = index === 0 ? [match[2], match[3], match[1]] : [match[1], match[2], match[3]]
      const value = anyNumber(number ?? '')
      if (value === null) continue
      const rest = /[元块]/.test(sign ?? '') ? TENTHS.exec(text.slice(match.index + match[0].length)) : null
      const tenths = rest && (rest[1] !== undefined || sign === '块') ? rest : null
      const minor = Math.round(value * (tenThousand ? 10_000 : 1) * 100) + (tenths ? (anyNumber(tenths[1] ?? tenths[2] ?? '') ?? 0) * 10 : 0)
      const codes = codesOf(sign ?? '')
      const made = at(match, 'amount', codes.length === 0 ? [`:${minor}`] : codes.map((code) => `${code}:${minor}`), minor)
      found.push({ ...made, end: made.end + (tenths?.[0].length ?? 0) })
    }
  })
  return found
}

const PERCENT = new RegExp(`(?<![\\d.]|\\d,)(${NUM})\\s?(?:%|percent\\b|per cent\\b)|百分之(${NUM}|${CN_NUM})`, 'gi')
/** 八五折 pays 85 %. */
const DISCOUNT = /(?<![\d.一二三四五六七八九十])(\d{2}|\d(?:\.\d)?|[一二三四五六七八九]{1,2})\s?折(?!叠|腾|扣|旧|射|断|痕|返|山|页|纸|磨)/g
function percentages(text: string): Found[] {
  const percent = [...text.matchAll(PERCENT)].map((match) => at(match, 'percentage', [String(anyNumber(match[1] ?? match[2] ?? ''))]))
  const discount = [...text.matchAll(DISCOUNT)].map((match) => {
    const digits = [...(match[1] ?? '')].map((character) => (/[\d.]/.test(character) ? character : String(anyNumber(character)))).join('').replace('.', '')
    return at(match, 'percentage', [String(Number(digits.padEnd(2, '0')))])
  })
  return [...percent, ...discount]
}

/** Numbers with letters between: `1Z999AA10123456784`, `ORD-2026-00123`. */
const MIXED_NUMBER = /(?<![A-Za-z\d-])(?=[A-Z-]*\d)(?=(?:[A-Z-]*\d){4})(?=\d*[A-Z])[A-Z\d]+(?:-[A-Z\d]+)*(?![A-Za-z\d-])/g
const LONG_NUMBER = /(?<![\dA-Za-z])[A-Z]{0,5}\d(?:[ -]?\d){8,21}(?:[A-Z]{2})?(?![\dA-Za-z])/g
const NAMED_NUMBER = /(?:订单号?|单号|order(?: number| no\.?)?|#)\s?[:#]?\s?#?([A-Z]{0,4}\d{4,9})(?!\d)/gi
const PHONE = /^(?:1[3-9]\d{9}|400\d{7}|0\d{9,11})$/
const TAIL = /(?:尾号|后四位|末四位|ending(?: in)?|last four(?: digits)?)\D{0,6}(\d{4})(?!\d)/gi

function numbers(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(LONG_NUMBER)) {
    const value = match[0].replace(/[ -]/g, '')
    // "2026-11-25 14:05" is no number.
    if (value.replace(/\D/g, '').length < 10 || /^\d{4}-\d{1,2}-\d{1,2}/.test(match[0])) continue
    const before = text.slice(Math.max(0, match.index - 14), match.index)
    const isTracking = /^[A-Z]/.test(value) || /运单|快递单|物流单|tracking|承运|顺丰|中通|圆通|韵达|申通|极兔|京东|云途/i.test(before)
    found.push(at(match, PHONE.test(value) ? 'phone' : isTracking && !/订单号?\D*$/.test(before) ? 'tracking_no' : 'order_no', [value]))
  }
  for (const match of text.matchAll(MIXED_NUMBER)) {
    const value = match[0].replace(/-/g, '')
    if (value.length >= 8) found.push(at(match, /order|订单/i.test(text.slice(Math.max(0, match.index - 14), match.index)) ? 'order_no' : 'tracking_no', [value]))
  }
  for (const match of text.matchAll(NAMED_NUMBER)) {
    const value = match[1] ?? ''
    const start = match.index + match[0].length - value.length
    found.push({ kind: 'order_no', start, end: start + value.length, keys: [value.toUpperCase()], value: null })
  }
  for (const match of text.matchAll(TAIL)) {
    const end = match.index + match[0].length
    found.push({ kind: 'number_tail', start: end - 4, end, keys: [match[1] ?? ''], value: null })
  }
  return found
}

/** Latin names as whole words, Chinese ones anywhere; longer names first, so that `SF Express` is not read as `SF`. */
const CARRIER_NAMES = new Map(CARRIERS.flatMap((names, index) => names.map((name): [string, string] => [name, String(index)])))
const CARRIER = new RegExp([...CARRIER_NAMES.keys()].sort((a, b) => b.length - a.length)
  .map((name) => (/^[\x20-\x7e]+$/.test(name) ? `(?<![A-Za-z0-9])${name.replace(/[&.]/g, '\\$&')}(?![A-Za-z0-9])` : name)).join('|'), 'g')
const carriers = (text: string): Found[] => [...text.matchAll(CARRIER)].map((match) => at(match, 'carrier', [CARRIER_NAMES.get(match[0]) ?? '']))

/** Everything in a folded text that needs a source, in reading order; where two overlap, the longer stays. Offsets: code points. */
export function claims(folded: string, place: Calendar): Claim[] {
  const all = [
    ...numbers(folded), ...dates(folded, place), ...amounts(folded), ...percentages(folded), ...durations(folded), ...times(folded), ...carriers(folded), ...specs(folded),
  ].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
  const kept: Found[] = []
  for (const found of all) if (!kept.some((other) => found.start < other.end && other.start < found.end)) kept.push(found)
  return kept.sort((a, b) => a.start - b.start).map((found) => ({ ...found, text: folded.slice(found.start, found.end) }))
}

const at = (match: RegExpMatchArray, kind: Found['kind'], keys: string[], value: number | null = null): Found => ({
  kind, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length, keys, value,
})
