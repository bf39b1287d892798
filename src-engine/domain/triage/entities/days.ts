import { blackFriday, day, DAY_MS, monthEnd, monthStart, nearest, springFestival, weekdayOf } from './calendar.ts'
import { numberOf } from './numeral.ts'
import { after, before, each } from './reading.ts'
import type { Reading } from './reading.ts'

/** A day, month, year or stretch of days spoken of; `first` and `last` are days as calendar.ts has them. */
export interface DayHit { readonly from: number; readonly to: number; readonly first: number; readonly last: number; readonly part: 'day' | 'days' | 'month' | 'year' }
type AddDay = (match: RegExpExecArray, first: number | null, part?: DayHit['part'], last?: number) => void

const RELATIVE: Readonly<Record<string, number>> = {
  大前天: -3, 前天: -2, 昨天: -1, 昨日: -1, 昨晚: -1, 昨儿: -1, 前晚: -2, 今天: 0, 今日: 0, 今儿: 0, 今晚: 0, 今早: 0, 明天: 1, 明日: 1, 明儿: 1, 明早: 1, 明晚: 1, 后天: 2, 后晚: 2, 大后天: 3,
  'day before yesterday': -2, yesterday: -1, today: 0, tonight: 0, tomorrow: 1, tmrw: 1, 'last night': -1, 'day after tomorrow': 2,
}
const RELATIVE_WORD = /大前天|大后天|前[天晚]|后[天晚]|昨[天晚日儿]|今[天晚早日儿]|明[天早晚日儿]|(?<![a-z])(?:(?:the )?day before yesterday|(?:the )?day after tomorrow|yesterday|today|tonight|tomorrow|tmrw|last night)(?![a-z])/gu
const NUMERAL = '\\d{1,3}|[一二两三四五六七八九十]{1,3}|半'
const COUNTED_ZH = new RegExp(`(?<![第\\d.])(?<n>${NUMERAL})个?(?<u>天|日|周|星期|礼拜|月|年)(?:之|以)?(?<d>前|后)(?!置|台|面|续)`, 'gu')
const EN_COUNT = 'a|an|one|two|three|four|five|six|seven|ten|couple of|\\d{1,3}'
const COUNTED_EN = new RegExp(`(?<![a-z\\d])(?:in (?<a>${EN_COUNT}) (?<x>day|week|month|year)s?(?:'? time)?|(?:a )?(?<b>${EN_COUNT}) (?<y>day|week|month|year)s?(?<half> and a half)? (?:ago|back))(?![a-z])`, 'gu')
const FULL = /(?<!\d|[-./]|\$)(?<y>20\d{2}|\d{2}(?=年))[-/.年](?<m>\d{1,2})(?:[-/.月](?<d>\d{1,2})(?!\d|[-/.]\d)[日号]?|月(?!\d))/gu
const DIGITS = /(?<![\da-z#*.-])(?<y>20[12]\d)(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\d|3[01])(?![\da-z*-]|\.\d)/gu
const MONTH_DAY = /(?<![\d年])(?<p>去年|今年|明年)?(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?(?:(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?![楼线])|(?<e>\d{1,2})(?![\d.]))/gu
const MONTH_ONLY = /(?<![\d个年零一二两三四五六七八九十半几])(?<p>去年|今年|明年)?(?<m>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|初|底|中旬)?(?![\d一二三四五六七八九十个饼亮卡光球经])/gu
const DAY_ONLY = /(?<![\d月.年-])(?<p>上个?月|这个?月|本月|下个?月)?的?(?<d>\d{1,2})[号](?![楼单线店机库码院门铺是房球柜位客仓桌铁]|元|色)/gu
const DAY_RI = /(?<![\d月.年-])(?<p>上个?月|这个?月|本月|下个?月)的?(?<d>\d{1,2})日/gu
const WEEKDAY = /(?<w>下下个?|上上个?|[上这本下]个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天])(?![次回个下会起直体])/gu
const WEEK = /(?<w>下下|上上|[上这本下])个?(?:周末|周|星期|礼拜)(?![一二三四五六日天])|周末(?!愉快)/gu
const MONTH = /(?<w>[上这本下])个?月(?![饼亮])(?![\d一二三四五六七八九十的]?\d?[号日])(?<e>底|末)?|(?<![上这本下月年])月(?<f>底|末)/gu
const YEAR = /(?:今年|去年|明年|前年)(?!才?\d{1,3}(?![\d月年])|刚|多大|[一二三四五六七八九十]?\d{0,2}月|双|的?618)/gu
const FOLK = /(?<p>去年|今年|明年|上次|上一个)?的?(?:(?<f>双十一|双11|双十二|双12|年货节|黑五|国庆节?|元旦|五一(?!次)|春节|过年|圣诞节?|女王节|情人节)|(?<![\d.¥$])(?<g>618|11\.11|12\.12)(?![\d.]))/gu
const FOLK_EN = /(?<![a-z])(?<p>last |this |next )?(?<f>black friday|cyber monday|singles'? day|christmas(?: day)?(?! (?:present|gift|bonus|tree|party|cards?|dinner|lights?))|xmas(?! party)|boxing day|new year's(?: day| eve)?|double (?:11|eleven))(?![a-z])(?: (?<y>20\d{2}))?/gu
/** "618" is a sale only beside words of one; alone it is a price. */
const SALE_BEFORE = /(?:等|趁|京东|天猫|淘宝|参加|赶上|在)$/u
const SALE_AFTER = /^ ?(?:大促|活动|期间|当天|那[天会]|的?时候|买的?|拍的?|之?[前后]|价格?保?|保价|节|狂欢|预售|下单|满减|优惠|还|能|会|有|便宜)(?!块|元)/u
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH_NAME = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const NAMED_MONTH = new RegExp(`(?<![a-z\\d])(?:(?<m>${MONTH_NAME})\\.? (?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:]|,\\d| ?(?:[ap]m|items?|times?|orders?|days?|weeks?))|(?:the )?(?<e>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<n>${MONTH_NAME})(?![a-z]))(?:,? (?<y>20\\d{2})(?!\\d))?`, 'gu')
const ORDINAL = /(?<=(?<![a-z])(?:on|by|before|until|since|from|after) )the (?<d>\d{1,2})(?:st|nd|rd|th)(?![a-z]| (?:floor|time|order|of))/gu
const DAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const WEEKDAY_EN = /(?<![a-z])(?<w>next |last |this |past |coming )?(?<d>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sun)day(?:s(?= |$))?(?![a-z])/gu
const SPAN_EN = /(?<![a-z])(?:(?<w>last|this|next|past) (?<u>week(?:end)?|month|year)|(?:at|over|on) the (?<v>weekend))(?![a-z])/gu
const SLASHED = /(?<![\d/.-])(?<a>\d{1,2})(?<s>[/.-])(?<b>\d{1,2})(?:\k<s>(?<y>20\d{2}|\d{2})|(?!\k<s>))(?![\d/a-z%]|[.-]\d|: ?\d)/gu
const SLASH_BEFORE_EN = /(?:\bon|\bby|\bbefore|\bsince|\bfrom|\buntil|\bdated?|\bordered|\bpaid|\bdelivered|\bshipped|\bof|\bthe)(?: the)? $/u
const SLASH_ZH = /^ ?(?:[号日]|那天|买|拍|下的?单|付|发货?|到货?|签收|收到|之?前|之?后|才|就|寄|申请|退)/u
const SLASH_BEFORE_ZH = /(?:日期|时间|在|从|于|是)[:, ]?$/u
const PAST_ZH = /^[^,.!? ]{0,5}(?:买的|拍的|下的单|下单的|付的|寄的|发的|收到的|到的|说的|申请的)/u
const PAST_EN = /(?:\b(?:since|was|were|got|sent|bought|paid|came|went|said|told|placed|arrived)|(?!need)[a-z]{2,}ed|it'?s|its)\b(?![^.!?]*\bto $)[^.!?,]{0,26}$/u
/** Said of something still to come, whatever stands in the past tense beside it. */
const AHEAD_EN = /\b(?:will|can|could|would|may|be|estimated|expected|scheduled|arrives?)\b[^.!?,]*$/u
const isPastEnglish = (text: string, from: number): boolean => PAST_EN.test(before(text, from, 40)) && !AHEAD_EN.test(before(text, from, 60))
const AHEAD_ZH = /(?:等到|预计|要到|出差到|等)$/u
const AHEAD_ZH_AFTER = /^ ?(?:才|再)(?:有|能|到|发|会)/u
const NOT_SINCE = /(?:n't|\bnot|\bno|\bnothing|\bnever)\b[^.!?]*$/u
/** The plus or minus days, months and years of a counted unit. */
const DAYS_OF: ReadonlyArray<readonly [RegExp, number]> = [[/^(?:周|星期|礼拜|week)/u, 7], [/^(?:月|month)/u, 30], [/^(?:年|year)/u, 365], [/^/u, 1]]

interface Now { readonly today: number; readonly year: number; readonly month: number }
const inYear = (m: number, d: number, { today, year }: Now): number | null => nearest([day(year - 1, m, d), day(year, m, d), day(year + 1, m, d)], today)
const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3)) + 1
const YEAR_WORD: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 明年: 1, last: -1, this: 0, next: 1, 上次: -1, 上一个: -1 }

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

/** Days written with figures: 2026-04-18, 20260418, 4月18日, 18号, 上个月15号, April 3, 3/4. */
function figures({ text, language, hasHan, hasLatin }: Reading, now: Now, add: AddDay): void {
  const { today, year, month } = now
  const full = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const y = Number(g['y']) + ((g['y'] ?? '').length === 2 ? 2000 : 0)
    if (g['d'] === undefined) add(match, day(y, Number(g['m']), 1), 'month')
    else add(match, day(y, Number(g['m']), Number(g['d'])))
  }
  each(FULL, text, full)
  each(DIGITS, text, full)
  each(SLASHED, text, (match) => {
    const g = match.groups ?? {}
    const [a, b] = [Number(g['a']), Number(g['b'])]
    const isDayFirst = a > 12 || (b <= 12 && !['zh', 'en', 'ja', 'ko', 'und'].includes(language))
    const [m, d] = isDayFirst ? [b, a] : [a, b]
    if (g['y'] !== undefined) {
      if (g['s'] !== '-' || g['y'].length === 4) add(match, day(Number(g['y']) + (g['y'].length === 2 ? 2000 : 0), m, d))
      return
    }
    const [ahead, behind] = [before(text, match.index), after(text, match.index + match[0].length)]
    const isSaid = hasHan ? SLASH_ZH.test(behind) || (g['s'] === '/' && SLASH_BEFORE_ZH.test(ahead)) : g['s'] === '/' && SLASH_BEFORE_EN.test(ahead) && !/^ (?:stars?|cup|of)/u.test(behind)
    if (isSaid && g['s'] !== '-') add(match, inYear(m, d, now))
  })
  if (hasHan) {
    each(DAY_ONLY, text, (match) => { dayOnly(match) })
    each(DAY_RI, text, (match) => { dayOnly(match) })
  }
  if (hasLatin) {
    each(NAMED_MONTH, text, (match) => {
      const g = match.groups ?? {}
      const [m, d] = [monthOf(g['m'] ?? g['n']), Number(g['d'] ?? g['e'])]
      add(match, g['y'] === undefined ? inYear(m, d, now) : day(Number(g['y']), m, d))
    })
    each(ORDINAL, text, (match) => {
      const d = Number(match.groups?.['d'])
      add(match, near(match, [day(year, month - 1, d), day(year, month, d), day(year, month + 1, d)]))
    })
  }
  /** The nearest, or the last one where something past is told of it. */
  function near(match: RegExpExecArray, days: ReadonlyArray<number | null>): number | null {
    const isPast = PAST_ZH.test(after(text, match.index + match[0].length, 12)) || isPastEnglish(text, match.index)
    const isAhead = AHEAD_ZH.test(before(text, match.index, 4)) || AHEAD_ZH_AFTER.test(after(text, match.index + match[0].length, 4))
    return nearest(days.filter((one) => one !== null && (isAhead ? one >= today : !isPast || one <= today)), today)
  }
  function dayOnly(match: RegExpExecArray): void {
    const d = Number(match.groups?.['d'])
    const which = match.groups?.['p']
    if (which === undefined) { add(match, near(match, [day(year, month - 1, d), day(year, month, d), day(year, month + 1, d)])); return }
    const first = new Date(monthStart(today, which.startsWith('上') ? -1 : which.startsWith('下') ? 1 : 0))
    add(match, day(first.getUTCFullYear(), first.getUTCMonth() + 1, d))
  }
}

/** 3月5号, 三月五号, 十月: months by figure or by name, with or without a day. */
function months(text: string, now: Now, add: AddDay): void {
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

/** 下周三, 上周, 月底, 去年; a bare weekday is the next to come unless something past is told of it. */
function weeks(text: string, { today }: Now, add: AddDay): void {
  const monday = today - weekdayOf(today) * DAY_MS
  const weeksAway = (word: string | undefined): number => (word === undefined ? 0 : word.startsWith('上上') ? -2 : word.startsWith('上') ? -1 : word.startsWith('下下') ? 2 : word.startsWith('下') ? 1 : 0)
  each(WEEKDAY, text, (match) => {
    const wanted = '一二三四五六日'.indexOf((match.groups?.['d'] ?? '').replace('天', '日'))
    const week = match.groups?.['w']
    const ahead = (wanted - weekdayOf(today) + 7) % 7
    const isPast = week === undefined && ahead > 0 && PAST_ZH.test(after(text, match.index + match[0].length, 12))
    add(match, week === undefined ? today + (isPast ? ahead - 7 : ahead) * DAY_MS : monday + (wanted + weeksAway(week) * 7) * DAY_MS)
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
    else if (word === 'last' || word === 'past' || (word === '' && ahead > 0 && isPastEnglish(text, match.index))) add(match, today + (ahead === 0 ? -7 : ahead - 7) * DAY_MS)
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

const FIXED: ReadonlyArray<readonly [RegExp, number, number]> = [
  [/^(?:双十一|双11|11\.11|singles|double)/u, 11, 11], [/^(?:双十二|双12|12\.12)/u, 12, 12], [/^618/u, 6, 18], [/^国庆/u, 10, 1], [/^元旦|^new year's(?! eve)/u, 1, 1], [/^五一/u, 5, 1], [/^(?:圣诞|christmas|xmas)/u, 12, 25],
  [/^boxing/u, 12, 26], [/^女王/u, 3, 8], [/^情人/u, 2, 14], [/^new year's eve/u, 12, 31],
]
function saleDay(name: string, year: number): number | null {
  if (/^(?:黑五|black)/u.test(name)) return blackFriday(year)
  if (name.startsWith('cyber')) return blackFriday(year) + 3 * DAY_MS
  if (/^(?:春节|过年)/u.test(name)) return springFestival(year)
  const fixed = FIXED.find(([words]) => words.test(name))
  return fixed === undefined ? null : day(year, fixed[1], fixed[2])
}

/** Sales and holidays; without a year the nearest. 年货节 has no day of its own and stands for January. */
function holidays(text: string, now: Now, add: AddDay): void {
  const visit = (match: RegExpExecArray): void => {
    const g = match.groups ?? {}
    const name = g['f'] ?? g['g'] ?? ''
    const end = match.index + match[0].length
    const word = g['p']?.trim()
    if (g['g'] !== undefined && word === undefined && !SALE_BEFORE.test(before(text, match.index)) && !SALE_AFTER.test(after(text, end))) return
    const of = (year: number): number | null => (name === '年货节' ? day(year, 1, 1) : saleDay(name, year))
    const isNearest = word === undefined || word === '上次' || word === '上一个'
    const choice = [of(now.year - 1), of(now.year), of(now.year + 1)]
    const ms = g['y'] !== undefined ? of(Number(g['y'])) : isNearest ? nearest(word === undefined ? choice : choice.filter((one) => one !== null && one <= now.today), now.today) : of(now.year + (YEAR_WORD[word] ?? 0))
    add(match, ms, name === '年货节' ? 'month' : 'day')
  }
  each(FOLK, text, visit)
  each(FOLK_EN, text, visit)
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
  if (reading.hasDigit) figures(reading, now, add)
  if (reading.hasHan) {
    if (reading.hasNumber) {
      counted(text, now, add, COUNTED_ZH)
      if (text.includes('月')) months(text, now, add)
    }
    if (/周|星期|礼拜|月|年/u.test(text)) weeks(text, now, add)
  }
  if (reading.hasLatin) {
    counted(text, now, add, COUNTED_EN)
    weeksEnglish(text, now, add)
  }
  holidays(text, now, add)
  return found
}
