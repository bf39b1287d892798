import { day, monthEnd, monthStart, nearest } from './calendar.ts'
import type { AddDay, Now } from './calendar.ts'
import { numberOf } from '../numeral.ts'
import { after, before, each } from './reading.ts'
import type { Reading } from './reading.ts'
import { isPast, isToCome } from './tense.ts'

const FULL = /(?<!\d|[-./]|\$)(?<y>20\d{2}|\d{2}(?=年))[-/.年](?<m>\d{1,2})(?:[-/.月](?<d>\d{1,2})(?!\d|[-/.]\d)[日号]?|月(?!\d))/gu
const DIGITS = /(?<![\da-z#*.-])(?<y>20[12]\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\da-z*-]|\.\d)/gu
const MONTH_DAY = /(?<![\d年])(?<p>去年|今年|明年)?(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?![楼线])|(?<e>\d{1,2})(?![\d.]))/gu
const MONTH_ONLY = /(?<![\d个年零一二两三四五六七八九十半几])(?<p>去年|今年|明年)?(?<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|初|底|中旬)?(?![\d一二三四五六七八九十个饼亮卡光球经])/gu
const DAY_ONLY = /(?<![\d月.年-])(?<p>上个?月|这个?月|本月|下个?月)?的?(?<d>\d{1,2})[号](?![楼单线店机库码院门铺是房球柜位客仓桌铁]|元|色)/gu
const DAY_RI = /(?<![\d月.年-])(?<p>上个?月|这个?月|本月|下个?月)的?(?<d>\d{1,2})日/gu
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NAMED_MONTH = new RegExp(`(?<![a-z\\d])(?:(?<m>${MONTH_NAME})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|,\\d| ?(?:[ap]m|items?|times?|orders?|days?|weeks?))|(?:the )?(?<e>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<n>${MONTH_NAME})(?![a-z]))(?:,? (?<y>20\\d{2})(?!\\d))?`, 'gu')
const ORDINAL = /(?<=(?<![a-z])(?:on|by|before|until|since|from|after) )the (?<d>\d{1,2})(?:st|nd|rd|th)(?![a-z]| (?:floor|time|order|of))/gu
const SLASHED = /(?<![\d/.-])(?<a>\d{1,2})(?<s>[/.-])(?<b>\d{1,2})(?:\k<s>(?<y>20\d{2}|\d{2})|(?!\k<s>))(?![\d/a-z%]|[.-]\d|: ?\d)/gu
const SLASH_BEFORE_EN = /(?:\bon|\bby|\bbefore|\bsince|\bfrom|\buntil|\bdated?|\bordered|\bpaid|\bdelivered|\bshipped|\bof|\bthe)(?: the)? $/u
const SLASH_ZH = /^ ?(?:[号日]|那天|买|拍|下的?单|付|发货?|到货?|签收|收到|之?前|之?后|才|就|寄|申请|退)/u
const SLASH_BEFORE_ZH = /(?:日期|时间|在|从|于|是)[:, ]?$/u
const YEAR_WORD: Readonly<Record<string, number>> = { 去年: -1, 今年: 0, 明年: 1 }

const inYear = (m: number, d: number, { today, year }: Now): number | null => nearest([day(year - 1, m, d), day(year, m, d), day(year + 1, m, d)], today)
const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1

/** The day of that number in the month before, this one or the next: the nearest, or the nearest on the side of now that is told of. */
function nearDay(text: string, match: RegExpExecArray, d: number, { today, year, month }: Now): number | null {
  const to = match.index + match[0].length
  const [past, ahead] = [isPast(text, match.index, to), isToCome(text, match.index, to)]
  const days = [day(year, month - 1, d), day(year, month, d), day(year, month + 1, d)]
  return nearest(days.filter((one) => one !== null && (ahead ? one >= today : !past || one <= today)), today)
}

/** 18号, 上个月15号. */
function daysOfMonth(text: string, now: Now, add: AddDay): void {
  const visit = (match: RegExpExecArray): void => {
    const d = Number(match.groups?.['d'])
    const which = match.groups?.['p']
    if (which === undefined) { add(match, nearDay(text, match, d, now)); return }
    const first = new Date(monthStart(now.today, which.startsWith('上') ? -1 : which.startsWith('下') ? 1 : 0))
    add(match, day(first.getUTCFullYear(), first.getUTCMonth() + 1, d))
  }
  each(DAY_ONLY, text, visit)
  each(DAY_RI, text, visit)
}

/** April 3, 3rd of April 2026, "by the 20th". */
function englishDays(text: string, now: Now, add: AddDay): void {
  each(NAMED_MONTH, text, (match) => {
    const g = match.groups ?? {}
    const [m, d] = [monthOf(g['m'] ?? g['n']), Number(g['d'] ?? g['e'])]
    add(match, g['y'] === undefined ? inYear(m, d, now) : day(Number(g['y']), m, d))
  })
  each(ORDINAL, text, (match) => add(match, nearDay(text, match, Number(match.groups?.['d']), now)))
}

/** Languages that write the month before the day; elsewhere 3/4 is the third of April. */
const MONTH_FIRST: ReadonlySet<string> = new Set(['zh', 'en', 'ja', 'ko', 'und'])

/** 3/4 and 4.18: without a year only beside words of a date, for it may be a fraction or a score. */
function slashedDays({ text, language, hasHan }: Reading, now: Now, add: AddDay): void {
  each(SLASHED, text, (match) => {
    const g = match.groups ?? {}
    const [a, b, sign] = [Number(g['a']), Number(g['b']), g['s'] ?? '']
    const [m, d] = a > 12 || (b <= 12 && !MONTH_FIRST.has(language)) ? [b, a] : [a, b]
    if (g['y'] !== undefined) {
      if (sign !== '-' || g['y'].length === 4) add(match, day(Number(g['y']) + (g['y'].length === 2 ? 2000 : 0), m, d))
      return
    }
    const [ahead, behind] = [before(text, match.index), after(text, match.index + match[0].length)]
    const isSaid = hasHan ? SLASH_ZH.test(behind) || (sign === '/' && SLASH_BEFORE_ZH.test(ahead)) : sign === '/' && SLASH_BEFORE_EN.test(ahead) && !/^ (?:stars?|cup|of)/u.test(behind)
    if (isSaid && sign !== '-') add(match, inYear(m, d, now))
  })
}

/** Days written with figures: 2026-04-18, 20260418, 18号, 上个月15号, April 3, 3/4. */
export function findFigureDays(reading: Reading, now: Now, add: AddDay): void {
  const { text } = reading
  const whole = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const y = Number(g['y']) + ((g['y'] ?? '').length === 2 ? 2000 : 0)
    if (g['d'] === undefined) add(match, day(y, Number(g['m']), 1), 'month')
    else add(match, day(y, Number(g['m']), Number(g['d'])))
  }
  each(FULL, text, whole)
  each(DIGITS, text, whole)
  slashedDays(reading, now, add)
  if (reading.hasHan) daysOfMonth(text, now, add)
  if (reading.hasLatin) englishDays(text, now, add)
}

/** 3月5号, 三月五号, 十月: months by figure or by name, with or without a day. */
export function findMonths(text: string, now: Now, add: AddDay): void {
  each(MONTH_DAY, text, (match) => {
    const g = match.groups ?? {}
    const [m, d] = [numberOf(g['m'] ?? '') ?? 0, numberOf(g['d'] ?? g['e'] ?? '') ?? 0]
    add(match, g['p'] === undefined ? inYear(m, d, now) : day(now.year + (YEAR_WORD[g['p']] ?? 0), m, d))
  })
  each(MONTH_ONLY, text, (match) => {
    const g = match.groups ?? {}
    const m = numberOf(g['m'] ?? '') ?? 0
    const first = g['p'] === undefined ? inYear(m, 1, now) : day(now.year + (YEAR_WORD[g['p']] ?? 0), m, 1)
    if (first !== null && match[0].endsWith('底')) add(match, monthEnd(first))
    else add(match, first, 'month')
  })
}
