import type { LocalText, Money } from '../../../src-shared/domain/text.ts'

/** Where the shop's times are written unless it says otherwise. */
export const TIME_ZONE = 'Asia/Shanghai'

const SIGN: Record<Money['currency'], string> = { CNY: '¥', USD: '$', EUR: '€', GBP: '£' }

/** 12900 CNY -> `129元` in Chinese, `¥129` elsewhere; cents only where there are any. */
export function money(value: Money, language: string): string {
  const whole = value.amount / 100
  const digits = Number.isInteger(whole) ? String(whole) : whole.toFixed(2)
  return language === 'zh' && value.currency === 'CNY' ? `${digits}元` : `${SIGN[value.currency]}${digits}`
}

type Parts = { year: number; month: number; day: number; hour: string; minute: string }

/** A pure memo: making a format costs a thousand times more than using it. */
const formats = new Map<string, Intl.DateTimeFormat>()
export function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options])
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(language, options)))
  return format
}

function parts(at: number, timeZone: string): Parts {
  const format = formatOf('en-GB', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const found = Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]))
  return { year: Number(found['year']), month: Number(found['month']), day: Number(found['day']), hour: found['hour'] ?? '', minute: found['minute'] ?? '' }
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** `11月25日`, `25 November`; absolute, because "tomorrow" is wrong when the draft is sent after midnight. */
export function day(at: number, language: string, timeZone: string): string {
  const { month, day: date } = parts(at, timeZone)
  if (language === 'zh' || language === 'ja') return `${month}月${date}日`
  if (language === 'en') return `${date} ${MONTHS[month - 1] ?? ''}`
  return formatOf(language, { timeZone, day: 'numeric', month: 'long' }).format(at)
}

/** `11月25日14:05`, `25 November, 14:05`. */
export function moment(at: number, language: string, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone)
  return `${day(at, language, timeZone)}${language === 'zh' || language === 'ja' ? '' : ', '}${hour}:${minute}`
}

export function isMidnight(at: number, timeZone: string): boolean {
  const { hour, minute } = parts(at, timeZone)
  return hour === '00' && minute === '00' && at % 60_000 === 0
}

/** Languages without texts of their own read the English one. */
export const local = (text: LocalText, language: string): string => (language === 'zh' ? text.zh : text.en)

/** Without the full stop at the end, so that a text can stand inside a sentence of ours. */
export const bare = (text: string): string => text.trim().replace(/[。.!\uff01;\uff1b]+$/u, '')
