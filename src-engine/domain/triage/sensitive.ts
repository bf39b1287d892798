import { creditCodeChecks, ibanChecks, luhn, nationalIdChecks } from './entities/checks.ts'
import type { Normalized } from './normalize.ts'

/** What a secret is; `bank_card` covers account numbers (IBAN), `security_number` the US social security number. */
export type SecretKind = 'bank_card' | 'national_id' | 'passport' | 'verification_code' | 'password' | 'security_number'

/** A secret in the text: units of the normalised text and the only form of it that may be kept. */
export interface Secret { readonly from: number; readonly to: number; readonly masked: string; readonly kind: SecretKind }

const SEPARATED_DIGITS = /(?<![\d#])\d(?:[ .-]?\d){11,18}(?!\d)/gu
const NATIONAL_ID = /(?<![\d])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dx](?![\da-z])/gu
/** The day of birth and the province in an identity number; one order number in eleven passes the check character by chance. */
const BORN = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/u
const CARD_WORD = /(?:银行卡|信用卡|储蓄卡|借记卡|卡号|(?<![a-z])(?:bank ?card|card|credit card|debit card|iban)(?: (?:number|no))?)[^\d]{0,14}$/u
const ORDER_WORD = /(?:单号?|订单|运单|编号|order|tracking|单)[^\d]{0,10}$/u
const ID_WORD = /(?:身份证|证件)[^\d]{0,10}$/u
const TAX_WORD = /(?:税号|纳税|信用代码|tax)[^\d]{0,10}$/u
const AFTER_CARD_WORD = /(?:银行卡|信用卡|储蓄卡|卡号|(?<![a-z])card (?:number|no\.?|ending))(?<gap>(?:(?!单|order)[^\d*]){0,8})(?<s>\d[\d* -]{2,22}[\d*])/gu
const ONLY_THE_END = /尾号|[后末][四4]位|ending|in $/u
const AFTER_ID_WORD = /(?:身份证号?码?|证件号码?)[^\da-z]{0,8}(?<s>\d[\dx*]{3,17})/gu
const MASKED_ID = /(?<![\d*])\d{3,6}\*{8,14}\d{0,3}[\dx]?(?![\d*])/gu
const MASKED_CARD = /(?<![\d*])(?:62|4|5[1-5]|3[457])\d{2,4}(?: ?\*{4}){1,3}\*{0,3} ?\d{2,4}(?![\d*])/gu
const PASSPORT = /(?:护照|通行证|passport)(?:号码?| number| no\.?)?(?:[^\da-z]|是|is){0,5}(?<s>[a-z]{1,2}\d{7,8})(?![\da-z])/gu
const IBAN = /(?<![a-z0-9])(?:ad|ae|at|be|bg|ch|cy|cz|de|dk|ee|es|fi|fr|gb|gr|hr|hu|ie|il|is|it|li|lt|lu|lv|mc|mt|nl|no|pl|pt|ro|sa|se|si|sk|tr)\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])/gu
const CODE = /(?:验证码|校验码|动态码|短信码|取款码|(?<![a-z])(?:(?:verification|security|authentication|sms|2fa|login) code|one[- ]time (?:code|password)|otp|cvv2?|cvc|pin(?: code)?))(?:[^\da-z]|是|is|was|code){0,8}(?<s>\d(?:[ -]?\d){2,7})(?!\d)/gu
/** The code before its name; a name that another number follows belongs to that one. */
const CODE_FIRST = /(?<![\d*])(?<s>\d{4,8})(?= ?(?:这?个?是|is)?(?: ?(?:我|你)的| (?:my|the))? ?(?:验证码|动态码|校验码|verification code|otp)(?![^\d]{0,6}\d{3}))/gu
/** A digit or sign inside tells a password from a word ("my password is wrong"). */
const PASSWORD = /(?:密码|口令|password|passcode)(?:是|为|:| is| was|=)[ :]*(?<s>(?=[a-z]*[\d@#$%^&*_+=])[a-z\d@#$%^&*_+=.-]{4,40})/gu
const PASSWORD_DIGITS = /密码 ?(?<s>\d{4,12})(?![\d位个年月])/gu
/** US social security number with its usual dashes. */
const SSN = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu
/** Issuers by their first digits, and how long their numbers are: a Visa number has 16, a UnionPay number 16 to 19. */
const ISSUERS: readonly RegExp[] = [/^62\d{14,17}$/u, /^4\d{15}$/u, /^(?:5[1-5]|2(?:2[2-9]|[3-6]\d|7[01]))\d{12,14}$/u, /^3[47]\d{13}$/u, /^35\d{14}$/u, /^(?:6011|65\d{2})\d{12}$/u]

const plain = (text: string): string => text.replace(/[ .-]/gu, '')
const lastFour = (digits: string): string => `****${digits.replace(/\D/gu, '').slice(-4)}`
const hidden = (): string => '[masked]'

function cards(text: string): Secret[] {
  const found: Secret[] = []
  for (const match of text.matchAll(SEPARATED_DIGITS)) {
    const digits = plain(match[0])
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (ID_WORD.test(before) || ORDER_WORD.test(before)) continue
    // One number in ten passes Luhn by chance: after "订单号" it is an order, unless a card is spoken of.
    const looksLike = ISSUERS.some((form) => form.test(digits)) && luhn(digits)
    if (CARD_WORD.test(before) || looksLike) found.push({ from: match.index, to: match.index + match[0].length, masked: lastFour(digits), kind: 'bank_card' })
  }
  for (const match of text.matchAll(AFTER_CARD_WORD)) {
    const secret = match.groups?.['s'] ?? ''
    const isWhole = secret.replace(/[^\d*]/gu, '').length >= 8
    if (isWhole || ONLY_THE_END.test(match.groups?.['gap'] ?? '')) found.push(placed(match, secret, lastFour(secret), 'bank_card'))
  }
  return found
}

function identities(text: string): Secret[] {
  const found: Secret[] = []
  for (const match of text.matchAll(NATIONAL_ID)) {
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const id = plain(match[0])
    const isChecked = BORN.test(id) && nationalIdChecks(id) && !ORDER_WORD.test(before)
    if (TAX_WORD.test(before) && creditCodeChecks(id.toUpperCase())) continue
    if (ID_WORD.test(before) || isChecked) found.push({ from: match.index, to: match.index + match[0].length, masked: '[masked]', kind: 'national_id' })
  }
  return found
}

function placed(match: RegExpExecArray, secret: string, masked: string, kind: SecretKind): Secret {
  const from = match.index + match[0].lastIndexOf(secret)
  return { from, to: from + secret.length, masked, kind }
}

/** The expression's group `s`, or all of it where it has none. */
function captured(text: string, pattern: RegExp, kind: SecretKind, mask: (secret: string) => string = hidden): Secret[] {
  return [...text.matchAll(pattern)].map((match) => placed(match, match.groups?.['s'] ?? match[0], mask(match[0]), kind))
}

/**
 * Bank cards (Luhn, or named as one), identity numbers (check character, or named as one), hidden forms of both, passports,
 * verification codes, passwords. The raw secret never leaves this function: callers get places and a masked form.
 */
export function findSecrets({ text }: Normalized): Secret[] {
  const found: Secret[] = []
  if (/\d/u.test(text)) {
    if (/\d{3}|\d[ .-]\d/u.test(text)) found.push(...identities(text), ...cards(text), ...captured(text, CODE, 'verification_code'), ...captured(text, CODE_FIRST, 'verification_code'))
    if (/身份证|证件/u.test(text)) found.push(...captured(text, AFTER_ID_WORD, 'national_id'))
    if (/护照|通行证|passport/u.test(text)) found.push(...captured(text, PASSPORT, 'passport'))
    if (text.includes('****')) found.push(...captured(text, MASKED_ID, 'national_id'), ...captured(text, MASKED_CARD, 'bank_card', lastFour))
    if (text.includes('-')) found.push(...captured(text, SSN, 'security_number'))
    if (/[a-z]{2}\d{2}/u.test(text)) found.push(...captured(text, IBAN, 'bank_card').filter((one) => ibanChecks(text.slice(one.from, one.to).replaceAll(' ', ''))))
  }
  if (/密码|口令|passw|passcode/u.test(text)) found.push(...captured(text, PASSWORD, 'password'), ...captured(text, PASSWORD_DIGITS, 'password'))
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
    out[out.length - 1] = { ...last, to: Math.max(last.to, one.to), masked: same ? last.masked : '[masked]' }
  }
  return out
}
