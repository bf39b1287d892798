import { numeral } from './numeral.ts'

/** A date spoken of: units of the normalised text and the day as YYYY-MM-DD. */
export interface DateHit { readonly from: number; readonly to: number; readonly value: string }

const DAY_MS = 86_400_000
const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3, 前天: -2, 昨天: -1, 昨晚: -1, 今天: 0, 今晚: 0, 今早: 0, 明天: 1, 明早: 1, 明晚: 1, 后天: 2, 大后天: 3,
  'day before yesterday': -2, yesterday: -1, today: 0, tonight: 0, tomorrow: 1, 'day after tomorrow': 2,
}
const RELATIVE_WORD = /大前天|大后天|前天|后天|昨[天晚]|今[天晚早]|明[天早晚]|(?<![a-z])(?:day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow)(?![a-z])/gu
const NUMBER = '\\d{1,3}|[一二两三四五六七八九十]{1,3}'
const COUNTED_ZH = new RegExp(`(?<n>${NUMBER})(?<u>天|周|个星期|星期|个?礼拜|个月)(?:之|以)?(?<d>前|后|内|了)`, 'gu')
const COUNTED_EN = /(?<![a-z])(?:(?:in|within) (?<a>\d{1,3}|an?|one|two|three|four|five|six|seven|ten) (?<x>day|week|month)s?|(?<b>\d{1,3}|an?|one|two|three|four|five|six|seven|ten) (?<y>day|week|month)s? ago)(?![a-z])/gu
const ISO = /(?<!\d)(?<y>20\d{2})[-/.年](?<m>\d{1,2})[-/.月](?<d>\d{1,2})(?!\d)[日号]?/gu
const MONTH_DAY = /(?<!\d)(?<m>\d{1,2})月(?<d>\d{1,2})[日号]?(?!\d)/gu
const DAY_ONLY = /(?<![\d月])(?<d>\d{1,2})号(?!楼|单元|线|店|机|库|码|院|门|铺)/gu
const WEEKDAY = /(?<w>下下?|上|这|本)?(?:周|星期|礼拜)(?<d>[一二三四五六日天])/gu
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const EN_MONTH_FIRST = new RegExp(`(?<![a-z])${MONTH_NAME}\\.? (\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`, 'gu')
const EN_DAY_FIRST = new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH_NAME}(?![a-z])`, 'gu')
const UNIT_DAYS: Readonly<Record<string, number>> = { 天: 1, 周: 7, 个星期: 7, 星期: 7, 个礼拜: 7, 礼拜: 7, 个月: 30, day: 1, week: 7, month: 30 }

const iso = (localMs: number): string | null => {
  const date = new Date(localMs)
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10)
}

/** The calendar day, or null where the month has no such day. */
function day(year: number, month: number, dayOfMonth: number): number | null {
  const ms = Date.UTC(year, month - 1, dayOfMonth)
  const back = new Date(ms)
  return month >= 1 && month <= 12 && back.getUTCDate() === dayOfMonth && back.getUTCMonth() === month - 1 ? ms : null
}

const nearest = (candidates: ReadonlyArray<number | null>, to: number): number | null =>
  candidates.filter((one) => one !== null).sort((a, b) => Math.abs(a - to) - Math.abs(b - to))[0] ?? null

/**
 * Simple dates, resolved against the time of the message.
 * A month and day without a year, or a bare "18号", means the nearest such day. "3/4" stays unread: which part is the month differs by country.
 * @param at epoch milliseconds of the message
 * @param offsetMinutes the customer's offset from UTC in minutes (480 for +08:00)
 */
export function findDates(text: string, at: number, offsetMinutes: number): DateHit[] {
  const local = at + offsetMinutes * 60_000
  const today = Math.floor(local / DAY_MS) * DAY_MS
  const now = new Date(today)
  if (Number.isNaN(now.getTime())) return []
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() + 1]
  const found: DateHit[] = []
  const add = (match: RegExpExecArray, ms: number | null): void => {
    const value = ms === null ? null : iso(ms)
    const [from, to] = [match.index, match.index + match[0].length]
    if (value !== null && !found.some((one) => one.from < to && from < one.to)) found.push({ from, to, value })
  }
  const inYear = (m: number, d: number): number | null => nearest([day(year - 1, m, d), day(year, m, d), day(year + 1, m, d)], today)

  for (const match of text.matchAll(RELATIVE_WORD)) add(match, today + (RELATIVE[match[0]] ?? 0) * DAY_MS)
  if (/\d/u.test(text)) {
    for (const match of text.matchAll(ISO)) add(match, day(Number(match.groups?.['y']), Number(match.groups?.['m']), Number(match.groups?.['d'])))
    for (const match of text.matchAll(MONTH_DAY)) add(match, inYear(Number(match.groups?.['m']), Number(match.groups?.['d'])))
    for (const match of text.matchAll(EN_MONTH_FIRST)) add(match, inYear(monthOf(match[1]), Number(match[2])))
    for (const match of text.matchAll(EN_DAY_FIRST)) add(match, inYear(monthOf(match[2]), Number(match[1])))
    for (const match of text.matchAll(DAY_ONLY)) {
      const d = Number(match.groups?.['d'])
      add(match, nearest([day(year, month - 1, d), day(year, month, d), day(year, month + 1, d)], today))
    }
  }
  for (const match of text.matchAll(COUNTED_ZH)) {
    const days = (numeral(match.groups?.['n'] ?? '') ?? 0) * (UNIT_DAYS[match.groups?.['u'] ?? ''] ?? 0)
    const forward = match.groups?.['d'] === '后' || match.groups?.['d'] === '内'
    if (days > 0) add(match, today + (forward ? days : -days) * DAY_MS)
  }
  for (const match of text.matchAll(COUNTED_EN)) {
    const ahead = match.groups?.['a']
    const days = (numeral(ahead ?? match.groups?.['b'] ?? '') ?? 0) * (UNIT_DAYS[match.groups?.['x'] ?? match.groups?.['y'] ?? ''] ?? 0)
    if (days > 0) add(match, today + (ahead === undefined ? -days : days) * DAY_MS)
  }
  for (const match of text.matchAll(WEEKDAY)) add(match, weekday(today, match.groups?.['w'], match.groups?.['d'] ?? ''))
  return found
}

const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1

/** "下周三" counts from this week's Monday; a bare weekday is the next one to come, today included. */
function weekday(today: number, week: string | undefined, name: string): number {
  const wanted = '一二三四五六日'.indexOf(name === '天' ? '日' : name)
  const current = (new Date(today).getUTCDay() + 6) % 7
  if (week === undefined) return today + ((wanted - current + 7) % 7) * DAY_MS
  const weeks = week === '上' ? -1 : week === '下' ? 1 : week === '下下' ? 2 : 0
  return today + (wanted - current + weeks * 7) * DAY_MS
}
