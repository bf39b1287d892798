import type { Entity } from '../../../src-shared/domain/triage.ts'
import { findDates } from './dates.ts'
import { numeral } from './numeral.ts'
import { rawSpan } from './normalize.ts'
import type { Normalized } from './normalize.ts'
import { findSecrets } from './sensitive.ts'

interface Found { readonly type: Entity['type']; readonly from: number; readonly to: number; readonly value: string }

const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12}/gu
/** Waybill prefixes of Chinese carriers, UPS (1Z), and the postal S10 form (two letters, nine digits, two letters). */
const TRACKING = /(?<![a-z0-9])(?:(?:sf|yto?|zto?|jt|jd(?:v[abcde]?|x|k)?|yd|sto?|dpk?|ems|ky|ane|bt|lp|cnsf)\d{9,16}|1z[0-9a-z]{16}|[a-z]{2}\d{9}[a-z]{2})(?![a-z0-9])/gu
const NAMED_TRACKING = /(?:快递单号|物流单号|运单号?|快递号|tracking(?: (?:number|no\.?|id|#))?)[^\da-z]{0,5}(?:是|为|is)?[^\da-z]{0,3}([a-z]{0,4}\d{8,20})(?![\da-z])/gu
const AFTER_SALE = /(?:售后(?:单号?|编号)|退款(?:单号|编号)|退货编号|工单号?|rma|case (?:number|no\.?|id|#)|return (?:number|no\.?|id))[^\da-z]{0,5}(?:是|为|is)?[^\da-z]{0,3}([a-z]{0,4}-?\d{5,20})(?![\da-z])/gu
const NAMED_ORDER = /(?:订单(?:号|编号)?|order(?: (?:number|no\.?|id))?)[^\da-z]{0,4}(?:是|为|is)?[^\da-z]{0,3}#?([a-z]{0,3}\d{4,20}(?:-\d{3,8})*)(?![\da-z])/gu
const HASH_ORDER = /(?<![\w/])#([a-z]{0,3}\d{4,20})(?![\da-z])/gu
const AMAZON_ORDER = /(?<!\d)\d{3}-\d{7}-\d{7}(?!\d)/gu
const LONG_NUMBER = /(?<![\da-z#*-])\d{12,20}(?![\da-z*])/gu
const PHONE = /(?<![\d*])(?:\+?86[ -]?)?(1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4})(?![\d*])/gu
const FOREIGN_PHONE = /(?<![\d\w])\+(?!86)\d(?:[ -]?\d){7,14}(?!\d)/gu
const LAST_FOUR = /(?<!卡)(?:尾号|后四位|末四位|后4位|last (?:four|4)(?: digits)?(?: of (?:my|the) (?:phone|number))?)(?:[^\da-z]|是|为|is|are){0,5}(\d{4})(?!\d)/gu
const CURRENCY_FIRST = /([¥$€£])[ ]?(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)(?![\d])/gu
const CURRENCY_AFTER = /(?<![\d.])(\d{1,9}(?:\.\d{1,2})?|[一二两三四五六七八九十]{1,3}(?=[块元]))[ ]?(万)?(元|块钱?|rmb|人民币|cny|usd|dollars?|bucks|美元|美金|eur|euros?|欧元|gbp|pounds|英镑)(?![a-z])/gu
const SYMBOL: Readonly<Record<string, string>> = { '¥': 'CNY', $: 'USD', '€': 'EUR', '£': 'GBP' }
const CURRENCY: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:usd|dollar|bucks|美)/u, 'USD'], [/^(?:eur|欧)/u, 'EUR'], [/^(?:gbp|pound|英)/u, 'GBP'], [/^/u, 'CNY'],
]
const CARRIERS: Readonly<Record<string, string>> = {
  顺丰: 'SF', 中通: 'ZTO', 圆通: 'YTO', 韵达: 'YUNDA', 申通: 'STO', 极兔: 'JT', 邮政: 'CHINAPOST', ems: 'EMS', 德邦: 'DEPPON',
  京东物流: 'JD', 京东快递: 'JD', 菜鸟: 'CAINIAO', 丹鸟: 'DANNIAO', 百世: 'BEST', 天天快递: 'TTK', 宅急送: 'ZJS',
  ups: 'UPS', fedex: 'FEDEX', dhl: 'DHL', usps: 'USPS', dpd: 'DPD', 'royal mail': 'ROYALMAIL', hermes: 'HERMES', evri: 'EVRI',
}
const CARRIER = /顺丰|中通|圆通|韵达|申通|极兔|邮政|德邦|京东物流|京东快递|菜鸟|丹鸟|百世|天天快递|宅急送|(?<![a-z])(?:ems|ups|fedex|dhl|usps|dpd|royal mail|hermes|evri)(?![a-z0-9])/gu
/** China Standard Time; shoppers who write Chinese are taken to mean it. */
const CHINA_OFFSET_MINUTES = 480

type Claim = (type: Entity['type'], from: number, to: number, value: string) => void

function wholes(text: string, pattern: RegExp, type: Entity['type'], claim: Claim): void {
  for (const match of text.matchAll(pattern)) claim(type, match.index, match.index + match[0].length, match[0].toUpperCase())
}

function captures(text: string, pattern: RegExp, type: Entity['type'], claim: Claim, clean: (value: string) => string): void {
  for (const match of text.matchAll(pattern)) {
    const value = match[1]
    if (value === undefined) continue
    const from = match.index + match[0].lastIndexOf(value)
    claim(type, from, from + value.length, clean(value))
  }
}

const upper = (value: string): string => value.toUpperCase()
const compact = (value: string): string => value.replace(/[ -]/gu, '')

/** Amounts as "<number> <ISO 4217>", major units. ¥ is read as CNY, $ as USD: the message does not say which yen or dollar. */
function amounts(text: string, claim: Claim): void {
  for (const match of text.matchAll(CURRENCY_FIRST)) {
    claim('amount', match.index, match.index + match[0].length, `${(match[2] ?? '').replaceAll(',', '')} ${SYMBOL[match[1] ?? ''] ?? 'CNY'}`)
  }
  for (const match of text.matchAll(CURRENCY_AFTER)) {
    const digits = match[1] ?? ''
    const value = /^\d/u.test(digits) ? Number(digits) : numeral(digits)
    if (value === null) continue
    const unit = CURRENCY.find(([pattern]) => pattern.test(match[3] ?? ''))?.[1] ?? 'CNY'
    claim('amount', match.index, match.index + match[0].length, `${match[2] === undefined ? String(value) : String(Math.round(value * 1e6) / 100)} ${unit}`)
  }
}

/**
 * Entities in the order they stand in the text, never overlapping; offsets are raw code points.
 * `value` is normalised: numbers compact and upper case, dates YYYY-MM-DD, amounts "20 CNY", carriers a short code.
 * For `sensitive` both `text` and `value` are masked; digits inside a secret are never read as anything else.
 * @param at epoch milliseconds, for relative dates
 * @param language ISO 639-1; zh reads dates in +08:00, others in UTC
 */
export function findEntities(normalized: Normalized, raw: readonly string[], at: number, language: string): Entity[] {
  const { text } = normalized
  const found: Found[] = []
  const claim: Claim = (type, from, to, value) => {
    if (!found.some((one) => one.from < to && from < one.to)) found.push({ type, from, to, value })
  }
  for (const secret of findSecrets(normalized)) claim('sensitive', secret.from, secret.to, secret.masked)
  if (text.includes('@')) for (const match of text.matchAll(EMAIL)) claim('email', match.index, match.index + match[0].length, match[0])
  if (/\d/u.test(text)) {
    captures(text, AFTER_SALE, 'after_sale_no', claim, upper)
    wholes(text, TRACKING, 'tracking_no', claim)
    captures(text, NAMED_TRACKING, 'tracking_no', claim, upper)
    captures(text, NAMED_ORDER, 'order_no', claim, upper)
    captures(text, HASH_ORDER, 'order_no', claim, upper)
    wholes(text, AMAZON_ORDER, 'order_no', claim)
    captures(text, PHONE, 'phone', claim, compact)
    wholes(text, LONG_NUMBER, 'order_no', claim)
    for (const match of text.matchAll(FOREIGN_PHONE)) claim('phone', match.index, match.index + match[0].length, compact(match[0]))
    captures(text, LAST_FOUR, 'phone_last4', claim, compact)
  }
  amounts(text, claim)
  for (const hit of findDates(text, at, language === 'zh' ? CHINA_OFFSET_MINUTES : 0)) claim('date', hit.from, hit.to, hit.value)
  for (const match of text.matchAll(CARRIER)) claim('carrier', match.index, match.index + match[0].length, CARRIERS[match[0]] ?? match[0].toUpperCase())
  return found
    .map(({ type, from, to, value }) => {
      const span = rawSpan(normalized, from, to)
      return { type, ...span, value, text: type === 'sensitive' ? value : raw.slice(span.start, span.end).join('') }
    })
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
