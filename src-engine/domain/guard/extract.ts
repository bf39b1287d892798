import type { Calendar } from './calendar.ts'
import { CARRIERS } from './carriers.ts'
import type { Claim } from './claim.ts'
import { dates, durations, times } from './extract-time.ts'
import { anyNumber, CN_NUM, NUM } from './numerals.ts'

type Found = Omit<Claim, 'text'>
const CURRENCY: ReadonlyArray<[RegExp, string]> = [
  [/US\$|\$|USD|美元|美金|dollar/i, 'USD'], [/€|EUR|欧元|euro/i, 'EUR'], [/£|GBP|英镑|pound/i, 'GBP'], [/¥|RMB|CNY|元|块|圆|yuan/i, 'CNY'],
]
const BEFORE = '(?:¥|RMB|CNY|US\\$|USD|EUR|GBP|\\$|€|£)'
const AFTER = '(?:元|块钱|块(?!电|板|面|砖|头|布|屏|肉|儿)|圆|美元|美金|欧元|英镑|RMB\\b|CNY\\b|USD\\b|EUR\\b|GBP\\b|dollars?\\b|yuan\\b|euros?\\b|pounds?\\b|€|£)'
const AMOUNT_FORMS = [
  new RegExp(`(${BEFORE})\\s?(${NUM})(\\s?万)?`, 'gi'),
  new RegExp(`(?<![\\d.,])(${NUM})(\\s?万)?(?=\\s?[-–~到至]\\s?${NUM}\\s?${AFTER})()`, 'gi'),
  new RegExp(`(?<![\\d.,])(${NUM})(\\s?万)?\\s?(${AFTER})`, 'gi'),
  new RegExp(`(?<!第|零|[一二三四五六七八九十百千])(${CN_NUM})(万)?(元|块钱)`, 'g'),
]

function amounts(text: string): Found[] {
  const found: Found[] = []
  AMOUNT_FORMS.forEach((form, index) => {
    for (const match of text.matchAll(form)) {
      const [number, tenThousand, sign] = index === 0 ? [match[2], match[3], match[1]] : [match[1], match[2], match[3]]
      const value = anyNumber(number ?? '')
      if (value === null) continue
      const minor = Math.round(value * (tenThousand ? 10_000 : 1) * 100)
      const currency = CURRENCY.find(([shape]) => shape.test(sign ?? ''))?.[1] ?? ''
      found.push(at(match, 'amount', [`${currency}:${minor}`], minor))
    }
  })
  return found
}

const PERCENT = new RegExp(`(?<![\\d.,])(${NUM})\\s?(?:%|percent\\b|per cent\\b)|百分之(${NUM}|${CN_NUM})`, 'gi')
/** 八五折 pays 85 %. */
const DISCOUNT = /(?<![\d.一二三四五六七八九十])(\d(?:\.\d)?|[一二三四五六七八九]{1,2})\s?折(?!叠|腾|扣|旧|射|断|痕|返|山|页|纸|磨)/g
function percentages(text: string): Found[] {
  const percent = [...text.matchAll(PERCENT)].map((match) => at(match, 'percentage', [String(anyNumber(match[1] ?? match[2] ?? ''))]))
  const discount = [...text.matchAll(DISCOUNT)].map((match) => {
    const digits = [...(match[1] ?? '')].map((character) => (/[\d.]/.test(character) ? character : String(anyNumber(character)))).join('').replace('.', '')
    return at(match, 'percentage', [String(Number(digits.padEnd(2, '0')))])
  })
  return [...percent, ...discount]
}

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

const SPEC = new RegExp(`(?<![\\d.,A-Za-z])(${NUM})\\s?(mAh|Wh|W|kg|g|cm|mm|ml|L|V|Hz|dB|lm|克|毫升|升|厘米|毫米|公斤|瓦|毫安|℃|°C|流明)(?![A-Za-z])`, 'g')
const UNIT_NAMES: Record<string, string> = { 克: 'g', 毫升: 'ml', 升: 'l', 厘米: 'cm', 毫米: 'mm', 公斤: 'kg', 瓦: 'w', 毫安: 'mah', '°C': '℃', 流明: 'lm' }
const specs = (text: string): Found[] =>
  [...text.matchAll(SPEC)].map((match) => at(match, 'spec', [`${anyNumber(match[1] ?? '')} ${UNIT_NAMES[match[2] ?? ''] ?? (match[2] ?? '').toLowerCase()}`]))

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
