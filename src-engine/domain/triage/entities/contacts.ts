import { calledBefore } from './code-cues.ts'
import { spelledDigits } from '../numeral.ts'
import { after, before, each, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,12}/gu
const MOBILE = /(?<![\d*#a-z-]|\d\.)(?:\+?(?:00)?86[ -]?)?(1[3-9]\d[ -]?[\d*]{4}[ -]?\d{4})(?![\d*]|[.-]\d|[ ]\d{4}(?!\d))/gu
/** The middle of a mobile number hidden with any number of stars, dots or x. */
const MASKED = /(?<![\d*])(1[3-9]\d)(?:\*{3,6}|x{4}|\.{4})(\d{4})(?![\d*])/gu
const LANDLINE = /(?<![\d-])\(?(0(?:10|2\d|[3-9]\d{2}))\)?[ -]?([2-9]\d{2,3}[ ]?\d{4})(?![\d-])/gu
const HOTLINE = /(?<![\d-])([48]00)-?(\d{3})-?(\d{4})(?![\d-])/gu
const FOREIGN = /(?<![\d\w])(?:\+|00(?=[1-9]\d{9}))(?!86[ -]?1)[1-9](?:[ .()-]{0,2}\d){7,14}(?![\d*])/gu
const AMERICAN = /(?<![\d\w-])(?:1[ -])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/gu
const BRITISH = /(?<![\d\w-])0(?:7\d{3} ?\d{3} ?\d{3}|20 ?\d{4} ?\d{4}|[138]\d{2,3} \d{3} ?\d{3,4})(?![\d-])/gu
const SPELLED = /(?<![幺零〇一二三四五六七八九十])[幺一][三四五六七八九][幺零〇一二三四五六七八九]{9}(?![幺零〇一二三四五六七八九十])/gu
const LAST_FOUR = /(?:尾号|[后末][四4]位(?:数字?)?|last (?:four|4)(?: digits)?(?: of (?:my|the) (?:phone|mobile|cell|number)(?: number)?)?|ending (?:in|with))(?:[^\da-z]|是|为|is|are){0,5}(\d{4}|[零〇一二三四五六七八九幺]{4})(?!\d| ?[元块年月零〇一二三四五六七八九幺十])/gu
const HANDLE = /(?:微信号?|薇信|v信|加我?v|wei ?xin|wechat(?: id)?|vx|wx)(?:[\s:,.]|是|号|为|is|my|id|加我){0,5}((?:[a-z][a-z0-9_-]{5,19}|1[3-9]\d{9})(?![a-z0-9_]))/gu
const QQ = /(?:(?<![a-z])qq|扣扣|企鹅)(?:[\s:,.]|是|号|为|is|加我?){0,5}([1-9]\d{4,10})(?!\d)/gu
const WHATSAPP = /(?<![a-z])whatsapp(?:[\s:,.]|is|me|on|at|my|number){0,6}(\+?\d(?:[ -]?\d){7,14})(?!\d)/gu
/** Words that go on after "WeChat" without being a name there. */
const NO_HANDLE = /^(?:wechat|weixin|please|number|account|payment|refund|transfer|contact)$/u
const PHONE_WORD = /(?:电话|手机|座机|固话|号码|联系方式|phone|mobile|cell|call|tel|number|text me)/u

const compact = (value: string): string => value.replace(/[ ().-]/gu, '')
const span = (match: RegExpExecArray): { from: number; to: number } => ({ from: match.index, to: match.index + match[0].length })
function captured(match: RegExpExecArray, value: string): { from: number; to: number } {
  const from = match.index + match[0].lastIndexOf(value)
  return { from, to: from + value.length }
}

/** Telephone numbers: mobile as eleven digits (hidden ones as 138****2210), landline 0571-88886666, hotline 400-800-1234, foreign +E.164 or its digits. */
export function findPhones({ text, language, hasDigit, hasHan, hasNumber }: Reading, add: Add): void {
  if (hasDigit) {
    each(MOBILE, text, (match) => {
      const value = match[1] ?? ''
      const place = captured(match, value)
      // "商品ID:13694139464" is called something else.
      if (calledBefore(before(text, match.index, 28)) === 'none') return
      if (!/^1[3-9]\d\*{4}/u.test(compact(value)) && value.includes('*')) return
      add({ type: 'phone', ...place, value: compact(value), strength: STRENGTH.checked })
    })
    if (text.includes('*') || text.includes('xxxx') || text.includes('....')) {
      each(MASKED, text, (match) => add({ type: 'phone', ...span(match), value: `${match[1] ?? ''}****${match[2] ?? ''}`, strength: STRENGTH.checked }))
    }
    each(HOTLINE, text, (match) => {
      if (match[0].includes('-') || PHONE_WORD.test(before(text, match.index, 12))) add({ type: 'phone', ...span(match), value: match.slice(1, 4).join('-'), strength: STRENGTH.shape })
    })
    if (hasHan || language === 'zh') each(LANDLINE, text, (match) => {
      if (/[ ()-]/u.test(match[0]) || PHONE_WORD.test(before(text, match.index, 12))) add({ type: 'phone', ...span(match), value: `${match[1] ?? ''}-${compact(match[2] ?? '')}`, strength: STRENGTH.checked })
    })
    each(FOREIGN, text, (match) => add({ type: 'phone', ...span(match), value: `+${compact(match[0]).replace(/^(?:\+|00)/u, '')}`, strength: STRENGTH.checked }))
    if (!hasHan) {
      each(AMERICAN, text, (match) => add({ type: 'phone', ...span(match), value: compact(match[0]), strength: STRENGTH.checked }))
      each(BRITISH, text, (match) => add({ type: 'phone', ...span(match), value: compact(match[0]), strength: STRENGTH.checked }))
    }
  }
  if (hasHan && hasNumber) {
    each(SPELLED, text, (match) => {
      const digits = spelledDigits(match[0])
      if (digits !== null) add({ type: 'phone', ...span(match), value: digits, strength: STRENGTH.checked })
    })
  }
}

/** E-mail, the last four digits of a telephone number, and the customer's own account elsewhere as "wechat:name", "qq:number", "whatsapp:+number". */
export function findContacts(reading: Reading, add: Add): void {
  const { text, hasDigit, hasHan, hasLatin } = reading
  if (text.includes('@')) each(EMAIL, text, (match) => add({ type: 'email', ...span(match), value: match[0], strength: STRENGTH.checked }))
  if (hasDigit || hasHan && /尾号|四位/u.test(text)) {
    each(LAST_FOUR, text, (match) => {
      const value = spelledDigits(match[1] ?? '') ?? match[1] ?? ''
      // The end of a bank card is not that of a telephone number.
      if (!/行|银|卡|card/u.test(before(text, match.index, 10))) add({ type: 'phone_last4', ...captured(match, match[1] ?? ''), value, strength: STRENGTH.named })
    })
  }
  if (!hasLatin && !hasDigit) return
  each(HANDLE, text, (match) => {
    const place = captured(match, match[1] ?? '')
    if (!NO_HANDLE.test(match[1] ?? '') && (!/^[a-z]+$/u.test(match[1] ?? '') || /^(?!\s*[a-z])/u.test(after(text, place.to, 2)))) {
      add({ type: 'contact', ...place, value: `wechat:${reading.raw(place.from, place.to)}`, strength: STRENGTH.named })
    }
  })
  if (!hasDigit) return
  each(QQ, text, (match) => add({ type: 'contact', ...captured(match, match[1] ?? ''), value: `qq:${match[1] ?? ''}`, strength: STRENGTH.named }))
  each(WHATSAPP, text, (match) => add({ type: 'contact', ...captured(match, match[1] ?? ''), value: `whatsapp:${compact(match[1] ?? '')}`, strength: STRENGTH.named }))
}
