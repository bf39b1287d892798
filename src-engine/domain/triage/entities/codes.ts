import { creditCodeChecks, gs1Checks, luhn } from './checks.ts'
import { carrierIn, trackingForm } from './carriers.ts'
import { askedFor, calledAfter, calledBefore } from './code-cues.ts'
import type { CodeKind } from './code-cues.ts'
import { after, before, each, STRENGTH } from './reading.ts'
import type { Add, Candidate, EntityType, Reading, Strength } from './reading.ts'

/** A run of letters and digits that may be a number of something; `code` is lower case without blanks and without #. */
interface Token { readonly from: number; readonly to: number; readonly code: string; readonly hash: boolean }

/** First numbers written in groups ("2188 3409 9122 6675", "1Z 999 AA1 …") or with the carrier's letters set apart, then any run. */
const RUN = new RegExp([
  '(?<![a-z0-9])1z(?: ?[0-9a-z]){16}(?![0-9a-z])',
  '(?<![a-z0-9#])\\d{3,5}(?: \\d{2,5}){2,6}(?![\\da-z-])',
  '(?<![a-z0-9#])(?:sf|yto?|jt|jd[a-z]{0,2}|zto?|sto|yd|dm) \\d{8,16}(?![\\da-z-])',
  '#?[a-z0-9]+(?:-[a-z0-9]+)*',
].join('|'), 'gu')
const URL = /https?:\/\/[^\s\u4e00-\u9fff]+|www\.[^\s\u4e00-\u9fff]+/gu
/** Part of an amount, a decimal, an address of the web, a fraction, a mask or a foreign telephone number. */
const BARRED_BEFORE = /[$€£¥₹@_/=&?%+*\\]$|\d[.:]$/u
const BARRED_AFTER = /^(?:[@%*/\\°]|[.:]\d)/u
/** After a short number these make it a count, a date, a price or a model. */
const UNIT_AFTER = /^ ?(?:[年月日号点元块毛分秒个件天台套张条双只盒包瓶袋箱本人次款度折周岁斤克米寸码米升口路楼栋室]|小时|rmb|hours?|days?|weeks?|months?|times?|items?|pcs|pieces|mah|hz|kg|ml|mm|cm|usd|dollars?|gb|tb|[gwvk](?![a-z]))/u
/** Left over after the words: what people put between two numbers of a kind. */
const LIST = /^ ?(?:[,;&和及跟与]|and) ?$/u

/** Forms that a named number may have. */
const FORM: Readonly<Record<Exclude<CodeKind, 'none' | 'contact'>, RegExp>> = {
  order_no: /^(?:[a-z]{0,4}\d{4,20}[a-z]?|[a-z]{0,4}\d{2,8}(?:-\d{3,15}){1,2})$/u,
  number: /^[a-z]{0,4}\d{5,20}(?:-\d{3,15}){0,2}[a-z]?$/u,
  after_sale_no: /^[a-z]{0,5}-?\d{5,20}$/u,
  tracking_no: /^(?:[a-z]{0,5}\d{8,22}[a-z]{0,2}|1z[0-9a-z]{16}|\d{3,12}(?:-\d{3,12}){1,2})$/u,
  pickup_code: /^[a-z]?\d{1,8}(?:-[a-z0-9]{1,6}){0,3}$/u,
  imei: /^\d{14,16}$/u,
  serial_no: /^(?=.*\d)[a-z0-9-]{5,24}$/u,
  batch_no: /^(?=.*\d)[a-z0-9-]{4,20}$/u,
  tax_id: /^[a-z0-9]{15,20}$/u,
  coupon_code: /^(?=.*\d)[a-z0-9-]{4,24}$/u,
  phone_last4: /^\d{4}$/u,
}
const MOBILE = /^1[3-9]\d{9}$/u
/** Eight digits that are a day ("20250301"). */
const DAY_DIGITS = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/u
/** Numbers of one platform that keep their dashes: Amazon 3-7-7, Pinduoduo yymmdd-15, eBay 2-5-5. */
const PLATFORM = /^(?:\d{3}-\d{7}-\d{7}|\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{15}|\d{2}-\d{5}-\d{5})$/u

function tokens({ text }: Reading): Token[] {
  const barred: Array<readonly [number, number]> = []
  if (text.includes('www.') || text.includes('http')) each(URL, text, (match) => { barred.push([match.index, match.index + match[0].length]) })
  const runs: Token[] = []
  each(RUN, text, (match) => {
    const [from, to] = [match.index, match.index + match[0].length]
    if (barred.some(([start, end]) => start < to && from < end)) return
    const hash = match[0].startsWith('#')
    runs.push({ from, to, code: (hash ? match[0].slice(1) : match[0]).replaceAll(' ', ''), hash })
  })
  return runs.filter(({ code, from, to }) => /\d/u.test(code) && code.length >= 3 && !BARRED_BEFORE.test(before(text, from, 2)) && !BARRED_AFTER.test(after(text, to, 2)))
}

/** What a number is by its form alone. */
function byForm(code: string, hash: boolean): { type: EntityType; strength: Strength } | null {
  if (hash) return /^[a-z]{0,3}\d{4,20}(?:-[a-z]?\d{1,3})?$/u.test(code) ? { type: 'order_no', strength: STRENGTH.named } : null
  if (PLATFORM.test(code)) return { type: 'order_no', strength: STRENGTH.checked }
  const form = trackingForm(code)
  if (form !== null) return { type: 'tracking_no', strength: form.sure ? STRENGTH.checked : STRENGTH.shape }
  if (/^dm\d{6,16}$/u.test(code)) return { type: 'order_no', strength: STRENGTH.checked }
  if (/^[a-z0-9]{18}$/u.test(code) && /^9[1-3]\d{6}/u.test(code) && /[a-z]/u.test(code)) return { type: 'tax_id', strength: STRENGTH.checked }
  if (/^(?:35|86)\d{13}$/u.test(code) && luhn(code)) return { type: 'imei', strength: STRENGTH.checked }
  if (/^69\d{11}$/u.test(code) && gs1Checks(code)) return null
  const digits = code.replace(/-/gu, '')
  if (/^(\d)\1+$/u.test(digits)) return null
  return /^(?:\d{12,20}|\d{18,19}a)$/u.test(digits) && /^(?:\d{4,}(?:-\d{4,})*a?)$/u.test(code) ? { type: 'order_no', strength: STRENGTH.shape } : null
}

/** The normal form: capitals without blanks; a tax id or IMEI whose check fails says so. */
function valueOf(type: EntityType, written: string): string {
  const plain = written.replace(/\s/gu, '').replace(/^#/u, '').toUpperCase()
  if (type === 'tax_id') return plain.length === 18 && !creditCodeChecks(plain) ? `invalid:${plain}` : plain
  if (type === 'imei') return plain.length === 15 && luhn(plain) ? plain : `invalid:${plain}`
  if (type === 'serial_no' || type === 'batch_no' || type === 'coupon_code' || type === 'pickup_code' || type === 'after_sale_no' || PLATFORM.test(plain)) return plain
  return /^\d{4,}(?:-\d{4,}){1,4}$/u.test(plain) ? plain.replace(/-/gu, '') : plain
}

/** The type that a cue stands for, once the form agrees; a plain "单号" is what the form says, else an order. */
function named(kind: CodeKind, code: string): EntityType | null {
  if (kind === 'none' || kind === 'contact') return null
  if (!FORM[kind].test(code)) return null
  const carried = trackingForm(code)
  if (kind === 'number') return carried ? 'tracking_no' : 'order_no'
  // "退货单号 YT88…": a carrier's own beginning is stronger than the word for the case.
  return kind === 'after_sale_no' && carried?.sure ? 'tracking_no' : kind
}

function read({ text }: Reading, token: Token, previous: Candidate | null, asked: readonly CodeKind[]): { type: EntityType; strength: Strength } | null {
  const { code, from, to } = token
  const isShort = code.length <= 6
  if (isShort && !token.hash && UNIT_AFTER.test(after(text, to, 8)) && !/^号[是为码]/u.test(after(text, to, 2))) return null
  const cue = calledBefore(before(text, from, 28))
  if (cue !== null) {
    const type = cue === 'number' && FORM.number.test(code) && carrierIn(before(text, from, 12)) !== null ? 'tracking_no' : named(cue, code)
    if (type !== null && !(cue === 'phone_last4' && /(?:行|银|卡|card).{0,6}(?:尾号|[后末][四4]位|ending)[^\d]*$/u.test(before(text, from, 20)))) return { type, strength: STRENGTH.named }
    if (cue === 'none' || cue === 'contact') return null
  }
  if (previous !== null && LIST.test(text.slice(previous.to, from)) && previous.strength >= STRENGTH.asked && code.length === text.slice(previous.from, previous.to).length) {
    return { type: previous.type, strength: STRENGTH.asked }
  }
  const behind = calledAfter(after(text, to, 24))
  if (behind !== null && code.length >= 4) {
    const type = named(behind, code)
    if (type !== null) return { type, strength: STRENGTH.asked }
  }
  if (MOBILE.test(code) || DAY_DIGITS.test(code)) return null
  const form = byForm(code, token.hash)
  if (form !== null && form.strength >= STRENGTH.checked) return form
  for (const kind of asked) {
    const type = named(kind, code)
    if (type !== null && isAnswer(text, token)) return { type, strength: STRENGTH.asked }
  }
  if (form?.type === 'order_no' && carrierIn(before(text, from, 12)) !== null) return { type: 'tracking_no', strength: STRENGTH.asked }
  return form
}

/** A short bare number answers a question only where it does not stand inside a sentence about something else. */
function isAnswer(text: string, { from, to, code }: Token): boolean {
  return code.length >= 8 || text.slice(0, from).length + text.slice(to).length <= 12
}

/** Order, after-sale, tracking, pick-up, serial, batch, tax and coupon numbers: what the words beside each, our question, or its form makes it. */
export function findCodes(reading: Reading, add: Add): void {
  if (!reading.hasDigit) return
  const { text } = reading
  const asked = askedFor(reading.asked)
  let previous: Candidate | null = null
  for (const token of tokens(reading)) {
    const found = read(reading, token, previous, asked)
    if (found === null) continue
    const from = token.hash && found.type !== 'order_no' ? token.from + 1 : token.from
    const carrier = found.type === 'tracking_no' ? trackingForm(token.code)?.carrier ?? carrierIn(before(text, token.from, 24)) : null
    previous = {
      ...found, from, to: token.to, value: valueOf(found.type, reading.raw(from, token.to)), ...(carrier === null ? {} : { carrier }),
    }
    add(previous)
  }
}
