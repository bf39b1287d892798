import { day, DAY_MS, monthEnd, monthStart, weekdayOf } from './calendar.ts'
import type { AddDay, DayHit, Now } from './calendar.ts'
import { findFigureDays, findMonths } from './day-figures.ts'
import { findHolidays } from './holidays.ts'
import { numberOf } from '../numeral.ts'
import { before, each } from './reading.ts'
import type { Reading } from './reading.ts'
import { isPast } from './tense.ts'

const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3, 前天: -2, 昨天: -1, 昨日: -1, 昨晚: -1, 昨儿: -1, 前晚: -2, 今天: 0, 今日: 0, 今儿: 0, 今晚: 0, 今早: 0, 明天: 1, 明日: 1, 明儿: 1, 明早: 1, 明晚: 1, 后天: 2, 后晚: 2, 大后天: 3,
  'day before yesterday': -2, yesterday: -1, today: 0, tonight: 0, tomorrow: 1, tmrw: 1, 'last night': -1, 'day after tomorrow': 2,
}
const RELATIVE_WORD = /大前天|大后天|前[天晚]|后[天晚]|昨[天晚日儿]|今[天晚早日儿]|明[天早晚日儿]|(?<![a-z])(?:(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|today|tonight|tomorrow|tmrw|last night)(?![a-z])/gu
const NUMERAL = '\\d{1,3}|[一二两三四五六七八九十]{1,3}|半'
const COUNTED_ZH = new RegExp(`(?<![第\\d.])(?<n>${NUMERAL})个?(?<u>天|日|周|星期|礼拜|月|年)(?:之|以)?(?<d>前|后)(?!置|台|面|续)`, 'gu')
const EN_COUNT = 'a|an|one|two|three|four|five|six|seven|ten|couple of|\\d{1,3}'
const COUNTED_EN = new RegExp(`(?<![a-z\\d])(?:in (?<a>${EN_COUNT}) (?<x>day|week|month|year)s?(?:'? time)?|(?:a )?(?<b>${EN_COUNT}) (?<y>day|week|month|year)s?(?<half> and a half)? (?:ago|back))(?![a-z])`, 'gu')
const WEEKDAY = /(?<w>下下个?|上上个?|[上这本下]个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天])(?![次回个下会起直体])/gu
const WEEK = /(?<w>下下|上上|[上这本下])个?(?:周末|周|星期|礼拜)(?![一二三四五六日天])|周末(?!愉快)/gu
const MONTH = /(?<w>[上这本下])个?月(?![饼亮])(?![\d一二三四五六七八九十的]?\d?[号日])(?<e>底|末)?|(?<![上这本下月年])月(?<f>底|末)/gu
const YEAR = /(?:今年|去年|明年|前年)(?!才?\d{1,3}(?![\d月年])|刚|多大|[一二三四五六七八九十]?\d{0,2}月|双|的?618)/gu
const DAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEKDAY_EN = /(?<![a-z])(?<w>next |last |this |past |coming )?(?<d>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)day(?:s(?= |$))?(?![a-z])/gu
const SPAN_EN = /(?<![a-z])(?:(?<w>last|this|next|past) (?<u>week(?:end)?|month|year)|(?:at|over|on) the (?<v>weekend))(?![a-z])/gu
const NOT_SINCE = /(?:n't|\bnot|\bno|\bnothing|\bnever)\b[^.!?]*$/u
/** The plus or minus days, months and years of a counted unit. */
const DAYS_OF: ReadonlyArray<readonly [RegExp, number]> = [[/^(?:周|星期|礼拜|week)/u, 7], [/^(?:月|month)/u, 30], [/^(?:年|year)/u, 365], [/^/u, 1]]

const YEAR_WORD: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1 }

function counted(text: string, { today }: Now, add: AddDay, pattern: RegExp): void {
  each(pattern, text, (match) => {
    const g = match.groups ?? {}
    const word = g['n'] ?? g['a'] ?? g['b'] ?? ''
    const unit = g['u'] ?? g['x'] ?? g['y'] ?? ''
    const size = DAYS_OF.find(([name]) => name.test(unit))?.[1] ?? 1
    const days = Math.round(((word === 'couple of' ? 2 : numberOf(word) ?? 0) + (g['half'] === undefined ? 0 : 0.5)) * size)
    const isAhead = g['d'] === '后' || g['a'] !== undefined
    // "has not moved in 6 days" looks back and names no day.
    if (g['a'] !== undefined && NOT_SINCE.test(before(text, match.index, 32))) return
    if (days > 0) add(match, today + (isAhead ? days : -days) * DAY_MS)
  })
}

/** 下周三, 上周, 月底, 去年; a bare weekday is the next to come unless something past is told of it. */
function weeks(text: string, { today }: Now, add: AddDay): void {
  const monday = today - weekdayOf(today) * DAY_MS
  const weeksAway = (word: string | undefined): number => (word === undefined ? 0 : word.startsWith('上上') ? -2 : word.startsWith('上') ? -1 : word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : 0)
  each(WEEKDAY, text, (match) => {
    const wanted = '一二三四五六日'.indexOf((match.groups?.['d'] ?? '').replace('天', '日'))
    const week = match.groups?.['w']
    const ahead = (wanted - weekdayOf(today) + 7) % 7
    const isOver = week === undefined && ahead > 0 && isPast(text, match.index, match.index + match[0].length)
    add(match, week === undefined ? today + (isOver ? ahead - 7 : ahead) * DAY_MS : monday + (wanted + weeksAway(week) * 7) * DAY_MS)
  })
  each(WEEK, text, (match) => {
    const start = monday + weeksAway(match.groups?.['w']) * 7 * DAY_MS
    if (match[0].endsWith('周末')) add(match, start + 5 * DAY_MS, 'days', start + 6 * DAY_MS)
    else add(match, start, 'days', start + 6 * DAY_MS)
  })
  each(MONTH, text, (match) => {
    const word = match.groups?.['w']
    const first = monthStart(today, word === '上' ? -1 : word === '下' ? 1 : 0)
    if (match.groups?.['e'] !== undefined || match.groups?.['f'] !== undefined) add(match, monthEnd(first))
    else add(match, first, 'month')
  })
  each(YEAR, text, (match) => add(match, day(new Date(today).getUTCFullYear() + (YEAR_WORD[match[0]] ?? 0), 1, 1), 'year'))
}

function weeksEnglish(text: string, { today, year }: Now, add: AddDay): void {
  const monday = today - weekdayOf(today) * DAY_MS
  each(WEEKDAY_EN, text, (match) => {
    const wanted = DAYS_EN.indexOf((match.groups?.['d'] ?? '').slice(0, 3))
    const word = (match.groups?.['w'] ?? '').trim()
    const ahead = (wanted - weekdayOf(today) + 7) % 7
    if (word === 'next') add(match, monday + (wanted + 7) * DAY_MS)
    else if (word === 'last' || word === 'past' || (word === '' && ahead > 0 && isPast(text, match.index, match.index + match[0].length))) add(match, today + (ahead === 0 ? -7 : ahead - 7) * DAY_MS)
    else add(match, today + ahead * DAY_MS)
  })
  each(SPAN_EN, text, (match) => {
    const by = match.groups?.['w'] === 'next' ? 1 : match.groups?.['w'] === 'last' || match.groups?.['w'] === 'past' ? -1 : 0
    const unit = match.groups?.['u'] ?? 'weekend'
    if (unit === 'month') add(match, monthStart(today, by), 'month')
    else if (unit === 'year') add(match, day(year + by, 1, 1), 'year')
    else add(match, monday + (by * 7 + (unit === 'weekend' ? 5 : 0)) * DAY_MS, 'days', monday + (by * 7 + 6) * DAY_MS)
  })
}

/** Days, weeks, months and years spoken of, resolved against the day of the message; overlapping ones are left to the caller. */
export function findDays(reading: Reading): DayHit[] {
  const { text } = reading
  const today = Math.floor((reading.at + reading.offsetMinutes * 60_000) / DAY_MS) * DAY_MS
  const date = new Date(today)
  if (Number.isNaN(date.getTime())) return []
  const now: Now = { today, year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
  const found: DayHit[] = []
  const add: AddDay = (match, first, part = 'day', last = first ?? 0) => {
    if (first !== null) found.push({ from: match.index, to: match.index + match[0].length, first, last, part })
  }
  each(RELATIVE_WORD, text, (match) => add(match, today + (RELATIVE[match[0].replace(/^the /u, '')] ?? 0) * DAY_MS))
  if (reading.hasDigit) findFigureDays(reading, now, add)
  if (reading.hasHan) {
    if (reading.hasNumber) {
      counted(text, now, add, COUNTED_ZH)
      if (text.includes('月')) findMonths(text, now, add)
    }
    if (/周|星期|礼拜|月|年/u.test(text)) weeks(text, now, add)
  }
  if (reading.hasLatin) {
    counted(text, now, add, COUNTED_EN)
    weeksEnglish(text, now, add)
  }
  findHolidays(text, now, add)
  return found
}
