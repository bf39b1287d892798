import type { DeskLanguage, Money } from '../../src-shared/domain/text.ts'

const LOCALE: Record<DeskLanguage, string> = { zh: 'zh-CN', en: 'en-GB' }
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: DeskLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  let known = formats.get(key)
  if (!known) formats.set(key, (known = new Intl.DateTimeFormat(LOCALE[language], options)))
  return known
}

/** `14:02` */
export function clock(at: number, language: DeskLanguage): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at)
}

/** `14:02` in a time zone (IANA). */
export function timeIn(at: number, language: DeskLanguage, timeZone: string | undefined): string {
  return format(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)
}

/** `Friday 7 March`, `3月7日 星期五` */
export function dayName(at: number, language: DeskLanguage): string {
  return format(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)
}

/** `7 Mar 14:02`, in this machine's time zone unless another (IANA) is given. */
export function dateTime(at: number, language: DeskLanguage, timeZone?: string): string {
  return format(language, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }).format(at)
}

/** `7 Mar`, in this machine's time zone unless another (IANA) is given. */
export function shortDate(at: number, language: DeskLanguage, timeZone?: string): string {
  return format(language, { day: 'numeric', month: 'short', timeZone }).format(at)
}

/** `7 Mar 2025`, in this machine's time zone unless another (IANA) is given. */
export function date(at: number, language: DeskLanguage, timeZone?: string): string {
  return format(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone }).format(at)
}

export function isToday(at: number, now: number): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString()
}

/** Money in its own currency: minor units in, `¥129.00` out. */
export function money(value: Money, language: DeskLanguage): string {
  return new Intl.NumberFormat(LOCALE[language], { style: 'currency', currency: value.currency, currencyDisplay: 'narrowSymbol' }).format(value.amount / 100)
}

/** `1,204` */
export function count(n: number, language: DeskLanguage): string {
  return new Intl.NumberFormat(LOCALE[language]).format(n)
}

/** A language's name in the language of the screen; the code itself when nobody knows it. @param code BCP 47 */
export function languageName(code: string, language: DeskLanguage): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code
  } catch {
    // Not a language code at all.
    return code
  }
}
