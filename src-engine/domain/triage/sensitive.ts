import type { Normalized } from './normalize.ts'

/** A secret in the text: units of the normalised text and the only form of it that may be kept. */
export interface Secret { readonly from: number; readonly to: number; readonly masked: string }

const SEPARATED_DIGITS = /(?<![\d#])\d(?:[ .-]?\d){11,18}(?!\d)/gu
const NATIONAL_ID = /(?<![\d])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dx](?![\da-z])/gu
const CARD_WORD = /(?:银行卡|信用卡|储蓄卡|借记卡|卡号|bank ?card|card (?:number|no)|credit card|debit card|iban)[^\d]{0,14}$/u
const ORDER_WORD = /(?:单号?|订单|运单|编号|order|tracking|单)[^\d]{0,10}$/u
const ID_WORD = /(?:身份证|证件)[^\d]{0,10}$/u
const AFTER_CARD_WORD = /(?:银行卡|信用卡|储蓄卡|卡号|card (?:number|no\.?))[^\d]{0,8}(\d[\d* -]{2,22}[\d*])/gu
const AFTER_ID_WORD = /(?:身份证号?码?|证件号码?)[^\da-z]{0,8}(\d[\dx*]{3,17})/gu
const CODE = /(?:验证码|校验码|动态码|短信码|取款码|verification code|security code|one[- ]time (?:code|password)|otp|cvv2?|cvc|pin(?: code)?)(?:[^\da-z]|是|is|was|code){0,8}(\d(?:[ -]?\d){2,7})(?!\d)/gu
/** A digit or sign inside tells a password from a word ("my password is wrong"). */
const PASSWORD = /(?:密码|口令|password|passcode)(?:是|为|:| is| was|=)[ :]*((?=[a-z]*[\d@#$%^&*_+=])[a-z\d@#$%^&*_+=.-]{4,40})/gu
/** US social security number with its usual dashes. */
const SSN = /(?<!\d)\d{3}-\d{2}-\d{4}(?!\d)/gu
/** Issuer ranges: UnionPay 62, Visa 4, Mastercard 51-55 and 2221-2720, American Express 34 and 37, JCB 35, Discover 6011 and 65. */
const ISSUER = /^(?:62|4|5[1-5]|2(?:2[2-9]|[3-6]\d|7[01])|3[457]|6011|65)/u

/** Luhn check of ISO/IEC 7812-1 over a string of digits. */
export function luhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** Check character of an 18-character citizen identity number, GB 11643-1999 (ISO 7064 mod 11-2). */
export function nationalIdChecks(id: string): boolean {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(id[i]) * (2 ** (17 - i) % 11)
  return '10x98765432'[sum % 11] === id[17]
}

const plain = (text: string): string => text.replace(/[ .-]/gu, '')
const lastFour = (digits: string): string => `****${digits.replace(/\D/gu, '').slice(-4)}`

function cards(text: string): Secret[] {
  const found: Secret[] = []
  for (const match of text.matchAll(SEPARATED_DIGITS)) {
    const digits = plain(match[0])
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (ID_WORD.test(before)) continue
    const named = CARD_WORD.test(before)
    // One number in ten passes Luhn by chance: after "订单号" it is an order, unless a card is spoken of.
    const looksLike = digits.length >= 13 && ISSUER.test(digits) && luhn(digits) && !ORDER_WORD.test(before)
    if (named || looksLike) found.push({ from: match.index, to: match.index + match[0].length, masked: lastFour(digits) })
  }
  return found
}

function captured(text: string, pattern: RegExp, mask: (secret: string) => string): Secret[] {
  const found: Secret[] = []
  for (const match of text.matchAll(pattern)) {
    const secret = match[1]
    if (secret === undefined) continue
    const from = match.index + match[0].length - secret.length
    found.push({ from, to: from + secret.length, masked: mask(secret) })
  }
  return found
}

const hidden = (): string => '[masked]'

/**
 * Bank cards (Luhn, or named as one), identity numbers (check character, or named as one), verification codes, passwords.
 * The raw secret never leaves this function: callers get places and a masked form.
 */
export function findSecrets({ text }: Normalized): Secret[] {
  const found: Secret[] = []
  if (/\d/u.test(text)) {
    for (const match of text.matchAll(NATIONAL_ID)) {
      const named = ID_WORD.test(text.slice(Math.max(0, match.index - 16), match.index))
      if (named || nationalIdChecks(plain(match[0]))) found.push({ from: match.index, to: match.index + match[0].length, masked: '[masked]' })
    }
    found.push(
      ...cards(text), ...captured(text, AFTER_CARD_WORD, lastFour), ...captured(text, AFTER_ID_WORD, hidden),
      ...captured(text, CODE, hidden), ...[...text.matchAll(SSN)].map((one) => ({ from: one.index, to: one.index + one[0].length, masked: '[masked]' })))
  }
  if (/密码|口令|passw|passcode/u.test(text)) found.push(...captured(text, PASSWORD, hidden))
  return merge(found)
}

/** Secrets that touch each other become one, masked in full: two masks over one number could show two different parts of it. */
function merge(secrets: Secret[]): Secret[] {
  const sorted = secrets.sort((a, b) => a.from - b.from || b.to - a.to)
  const out: Secret[] = []
  for (const one of sorted) {
    const last = out.at(-1)
    if (last === undefined || one.from >= last.to) { out.push(one); continue }
    const same = one.from === last.from && one.to === last.to && one.masked === last.masked
    out[out.length - 1] = { from: last.from, to: Math.max(last.to, one.to), masked: same ? last.masked : '[masked]' }
  }
  return out
}
