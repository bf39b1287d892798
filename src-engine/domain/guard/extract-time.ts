import { dayFromNow, type Calendar } from './calendar.ts'
import type { Claim } from './claim.ts'
import { anyNumber, chineseNumber, CN_NUM, EN_NUM, NUM } from './numerals.ts'

type Found = Omit<Claim, 'text'>
const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const two = (value: number): string => String(value).padStart(2, '0')
const monthOf = (name: string | undefined): number => MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1

function date(match: RegExpExecArray, year: string | undefined, month: number, day: number): Found[] {
  if (month < 1 || month > 12 || day < 1 || day > 31) return []
  const rest = `-${two(month)}-${two(day)}`
  return [{ kind: 'date', start: match.index, end: match.index + match[0].length, keys: [year ? `${year}${rest}` : `-${rest}`], value: null }]
}

const DATE_FORMS: ReadonlyArray<[RegExp, (match: RegExpExecArray) => Found[]]> = [
  [/(?<!\d)(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?:日|号)?(?!\d)/g, (m) => date(m, m[1], Number(m[2]), Number(m[3]))],
  [/(?<!\d)(\d{1,2})\s?月\s?(\d{1,2})\s?(?:日|号)?(?!\d)/g, (m) => date(m, undefined, Number(m[1]), Number(m[2]))],
  [new RegExp(`(?<![一二三四五六七八九十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})(?:日|号)`, 'g'), (m) => date(m, undefined, chineseNumber(m[1] ?? '') ?? 0, chineseNumber(m[2] ?? '') ?? 0)],
  [new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${MONTH})\\b\\.?(?:,?\\s+(\\d{4}))?`, 'g'), (m) => date(m, m[3], monthOf(m[2]), Number(m[1]))],
  [new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s+(\\d{4}))?`, 'g'), (m) => date(m, m[3], monthOf(m[1]), Number(m[2]))],
  [/(?<![\d/.])(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?![\d/.])/g, (m) => {
    const one = date(m, m[3], Number(m[1]), Number(m[2]))
    const other = date(m, m[3], Number(m[2]), Number(m[1]))
    const both = [...one, ...other]
    return both[0] ? [{ ...both[0], keys: both.flatMap((found) => found.keys) }] : []
  }],
]

/** Day of the month alone (`18号`): any month will do. */
const DAY_ONLY = /(?<![\d月第A-Za-z.-])(\d{1,2})(?:号|日)(?![楼线店院门仓机码铺键电池口馆])/g
const RELATIVE: Record<string, number> = {
  大后天: 3, 后天: 2, 明天: 1, 明日: 1, 明早: 1, 明晚: 1, 今天: 0, 今日: 0, 今晚: 0, 今早: 0, 昨天: -1, 昨日: -1, 昨晚: -1, 前天: -2,
  'day after tomorrow': 2, tomorrow: 1, today: 0, tonight: 0, yesterday: -1,
}
const RELATIVE_FORM = new RegExp(`(?<![每a-z])(?:${Object.keys(RELATIVE).join('|')})(?![a-z])`, 'gi')
/** Without the g flag: tests alone. */
export const SAYS_WHEN_FROM_NOW = new RegExp(`${RELATIVE_FORM.source}|下个?(?:周|星期|礼拜)`, 'i')
const WEEKDAY = /(下个?)?(?:周|星期|礼拜)([一二三四五六日天末])(?![年期])|\b(Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day\b/g
const WEEKDAYS = ['Sun', 'Mon', 'Tues', 'Wednes', 'Thurs', 'Fri', 'Satur']

export const weekdayForm = (): RegExp => WEEKDAY
/** 0 Sunday; null for a weekend. @param match of `weekdayForm` */
export function weekdayOf(match: RegExpMatchArray): number | null {
  const name = match[2]
  if (name === '末') return null
  return name === undefined ? WEEKDAYS.indexOf(match[3] ?? '') : '日一二三四五六'.indexOf(name.replace('天', '日'))
}

/** Calendar days, in figures, as words, and as weekdays. */
export function dates(text: string, place: Calendar): Found[] {
  const found = DATE_FORMS.flatMap(([form, read]) => [...text.matchAll(form)].flatMap((match) => read(match as RegExpExecArray)))
  for (const match of text.matchAll(DAY_ONLY)) {
    const day = Number(match[1])
    if (day >= 1 && day <= 31) found.push(at(match, 'date', Array.from({ length: 12 }, (_, month) => `--${two(month + 1)}-${two(day)}`)))
  }
  for (const match of text.matchAll(RELATIVE_FORM)) {
    const day = dayFromNow(place, RELATIVE[match[0].toLowerCase()] ?? 0)
    found.push(at(match, 'date', day === null ? [`word:${match[0].toLowerCase()}`] : [day, `--${day.slice(5)}`]))
  }
  for (const match of text.matchAll(WEEKDAY)) {
    const only = weekdayOf(match)
    const days = only === null ? [6, 0] : [only]
    found.push(at(match, 'date', match[1] === undefined ? days.map((day) => `w${day}`) : days.map((day) => nextWeek(day, place)).flatMap((date) => [date, `--${date.slice(5)}`])))
  }
  return found
}

/** `下周三`: that day of the week after this one, which begins on Monday; '' without a clock. */
function nextWeek(weekday: number, place: Calendar): string {
  const today = dayFromNow(place, 0)
  if (today === null) return ''
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  return dayFromNow(place, 7 - ((now + 6) % 7) + ((weekday + 6) % 7)) ?? ''
}

const CLOCK = /(?<![\d:.])([01]?\d|2[0-4]):([0-5]\d)(?::[0-5]\d)?(?![\d:])/g
/** `下午六点半`; without a part of the day `一点` is "a little". */
const CHINESE_HOUR = /(早上|上午|中午|下午|傍晚|晚上|今晚|明早|明晚)([一二两三四五六七八九十]{1,2})点(?:(半)|([一二三四五六七八九十]{1,3})分)?/g
const HOUR = /(早上|上午|中午|下午|傍晚|晚上|今晚|晚)?\s?(?<![\d.])(\d{1,2})\s?点(?:(\d{1,2})分|(半))?(?!建议|要求|原因|说明|意见|疑问)/g
const AM_PM = /(?<![\d:.])(\d{1,2})(?::([0-5]\d))?\s?(am|pm|a\.m\.|p\.m\.)/gi

/** Times of day. */
export function times(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(AM_PM)) {
    const hour = (Number(match[1]) % 12) + (/^p/i.test(match[3] ?? '') ? 12 : 0)
    found.push(at(match, 'time', [`${two(hour)}:${match[2] ?? '00'}`]))
  }
  for (const match of text.matchAll(CLOCK)) found.push(at(match, 'time', [`${two(Number(match[1]))}:${match[2] ?? '00'}`]))
  for (const match of text.matchAll(CHINESE_HOUR)) {
    const hour = chineseNumber(match[2] ?? '') ?? 0
    const minute = match[3] ? 30 : chineseNumber(match[4] ?? '零') ?? 0
    found.push(at(match, 'time', [`${two(/下午|傍晚|晚/.test(match[1] ?? '') && hour < 12 ? hour + 12 : hour)}:${two(minute)}`]))
  }
  for (const match of text.matchAll(HOUR)) {
    const hour = Number(match[2])
    if (hour > 24) continue
    const minute = match[4] ? '30' : two(Number(match[3] ?? 0))
    const later = /下午|傍晚|晚/.test(match[1] ?? '') && hour < 12
    found.push(at(match, 'time', [`${two(later ? hour + 12 : hour)}:${minute}`]))
  }
  return found
}

const SPAN = `(${NUM}|${CN_NUM})(?:\\s?[-–~到至]\\s?(${NUM}|${CN_NUM}))?`
const ZH_DURATION = new RegExp(`(?<![第每近过前年月.\\d]|最近|过去|一年)${SPAN}\\s?(?:多)?个?(工作日|自然日|天|日内|小时|钟头|分钟|秒|周|星期|月内|个月|月(?=内|后)|年)(?!级|代|度|前|轻|龄|货|里)`, 'g')
const EN_DURATION = new RegExp(`\\b(${NUM}|${EN_NUM})(?:\\s?(?:-|–|to)\\s?(${NUM}|${EN_NUM}))?[\\s-]?(business |working )?(day|hour|hr|minute|min|second|week|month|year)s?\\b`, 'gi')
/** Unit to the letters of the key and the factor; hours, days and weeks compare with each other. */
const UNITS: ReadonlyArray<[RegExp, string, number]> = [
  [/工作日/, 'bd', 1], [/天|日/, 'h', 24], [/小时|钟头|hour|hr/i, 'h', 1], [/分钟|min/i, 'min', 1], [/秒|sec/i, 's', 1], [/周|星期|week/i, 'h', 168], [/月|month/i, 'mo', 1], [/年|year/i, 'mo', 12], [/day/i, 'h', 24],
]

/** Spans of time. "The last three days" looks back and promises nothing. */
export function durations(text: string): Found[] {
  const chinese = [...text.matchAll(ZH_DURATION)].flatMap((match) => duration(match, match[3] ?? '', false))
  const english = [...text.matchAll(EN_DURATION)].flatMap((match) => duration(match, match[4] ?? '', match[3] !== undefined))
  return [...chinese, ...english]
}

function duration(match: RegExpMatchArray, unit: string, business: boolean): Found[] {
  const [, letters, factor] = UNITS.find(([form]) => form.test(unit)) ?? [null, null, 1]
  const from = anyNumber(match[1] ?? '')
  const to = match[2] === undefined ? from : anyNumber(match[2])
  if (letters === null || from === null || to === null) return []
  // "2026年" is a year of the calendar.
  if (/年|year/i.test(unit) && from > 100) return []
  const name = business ? 'bd' : letters
  const scale = business ? 1 : factor
  const key = from === to ? `${name}${from * scale}` : `${name}${from * scale}-${to * scale}`
  return [at(match, 'duration', [key], to * scale)]
}

const at = (match: RegExpMatchArray, kind: Found['kind'], keys: string[], value: number | null = null): Found => ({
  kind, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length, keys, value,
})
