import { instantOf, wallTime, type WallTime } from '../time/wall.ts'

const HOUR = 3_600_000
const UNITS: readonly [RegExp, number][] = [
  [/^(?:m|min|mins|minutes?|分|分钟)$/, HOUR / 60], [/^(?:h|hrs?|hours?|小时|个小时|钟头|个钟头)$/, HOUR], [/^(?:d|days?|天)$/, 24 * HOUR],
]
/** A snooze is no archive, in milliseconds. */
const LONGEST = 90 * 24 * HOUR
/** When a day is named without a time: nine in the morning, the shop's. */
const MORNING = { hour: 9, minute: 0 }

const DIGITS: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5, 'half an': 0.5, an: 1, a: 1 }

/** `2h`, `30 分钟`, `半小时`, `in 3 days`, `两天后` */
function duration(text: string): number | null {
  const match = /^(?:in\s+)?(\d+(?:\.\d+)?|[一两二三四五六七八九十半]|half an|an?)\s*(个?小时|个?钟头|分钟?|天|[a-z]+)(?:后|以后|之后)?$/.exec(text)
  const number = match ? (DIGITS[match[1] ?? ''] ?? Number(match[1])) : Number.NaN
  const unit = UNITS.find(([form]) => form.test(match?.[2] ?? ''))
  return unit && number > 0 ? number * unit[1] : null
}

/** `十点`, `二十五分钟` as figures, and only before such a word: `十一月` and `周三` are read elsewhere. */
function withFigures(text: string): string {
  return text.replace(/([一二两三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=\s*(?:点|分|个?小时|个?钟头))/g, (whole, tens: string, ten: string, ones: string) => {
    if (whole === '') return ''
    if (ten === '') return tens !== '' && ones !== '' ? whole : String(DIGITS[tens || ones])
    return String((DIGITS[tens] ?? 1) * 10 + (DIGITS[ones] ?? 0))
  })
}

const EN_DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WORDS: Record<string, number> = { 大后天: 3, 后天: 2, 明天: 1, 明日: 1, 明早: 1, 明晚: 1, 今天: 0, 今日: 0, 今晚: 0, tomorrow: 1, today: 0, tonight: 0 }

/** How many days from today the text names, what is left of it, and whether that day comes again each week. null: no day is named. */
function dayIn(text: string, today: WallTime): { days: number; rest: string; weekly?: true } | null {
  const word = Object.keys(WORDS).find((name) => text.startsWith(name))
  if (word !== undefined) {
    const part = /晚$|tonight/.test(word) ? '晚上' : word.endsWith('早') ? '早上' : ''
    return { days: WORDS[word] ?? 0, rest: part + text.slice(word.length) }
  }
  const date = /^(\d{1,2})(?:月|\/|-)(\d{1,2})[日号]?/.exec(text)
  if (date) return { days: daysTo(today, Number(date[1]), Number(date[2])), rest: text.slice(date[0].length) }
  const weekday = /^(下个?|next\s+)?(?:周|星期|礼拜)([一二三四五六日天])|^(next\s+)?(sun|mon|tue|wed|thu|fri|sat)[a-z]*/.exec(text)
  if (!weekday) return null
  const wanted = weekday[2] === undefined ? EN_DAYS.indexOf(weekday[4] ?? '') : '日一二三四五六'.indexOf(weekday[2].replace('天', '日'))
  // Weeks begin on Monday; without "next" it is the nearest such day that is still to come.
  const inWeek = ((wanted + 6) % 7) - ((today.weekday + 6) % 7)
  const days = weekday[1] ? inWeek + 7 : weekday[3] ? ((wanted - today.weekday + 6) % 7) + 1 : (inWeek + 7) % 7
  return { days, rest: text.slice(weekday[0].length), weekly: true }
}

function daysTo(today: WallTime, month: number, day: number): number {
  const to = (year: number): number => Math.round((Date.UTC(year, month - 1, day) - Date.UTC(today.year, today.month - 1, today.day)) / (24 * HOUR))
  const days = to(today.year)
  return days >= 0 ? days : to(today.year + 1)
}

const CLOCK = /^(?:at\s+)?(凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2})(?:[:：](\d{2})|\s*点(?:(\d{1,2})分?|(半))?)?\s*(am|pm)?$/
/** Parts of the day that stand alone: `明天下午`. */
const PARTS: Record<string, number> = { 早上: 9, 上午: 9, 中午: 12, 下午: 14, 傍晚: 18, 晚上: 20 }

/** A time of day; a bare number counts only where a day was named before it. */
function timeIn(text: string, bare: boolean): { hour: number; minute: number } | null {
  if (PARTS[text] !== undefined) return { hour: PARTS[text], minute: 0 }
  const match = CLOCK.exec(text)
  if (!match || (!bare && !/[:：点]|am|pm|[午上晚凌]/.test(text))) return null
  const [, part, figure, minutes, past, half, half12] = match
  let hour = Number(figure)
  if (hour > 24) return null
  if ((half12 === 'pm' || /下午|傍晚|晚上/.test(part ?? '')) && hour < 12) hour += 12
  if (half12 === 'am' && hour === 12) hour = 0
  // `3点` is said of the afternoon: nobody wants to be reminded in the night. `3:00` and `凌晨3点` are what they are.
  if (part === undefined && half12 === undefined && /点/.test(text) && hour > 0 && hour < 7) hour += 12
  const minute = half ? 30 : Number(minutes ?? past ?? 0)
  return minute < 60 ? { hour, minute } : null
}

/**
 * Reads when to be reminded, as people write it: `2h`, `半小时后`, `明天10点`, `周五 15:00`, `next Monday`, `12-01 9:30`.
 * A day without a time is nine in the morning there; a time without a day is its next coming.
 * @param timeZone IANA zone of the shop @returns milliseconds since the epoch; null when it is not understood, gone by or over 90 days away
 */
export function parseTime(typed: string, now: number, timeZone: string): number | null {
  const text = withFigures(typed.trim().toLowerCase().normalize('NFKC').replace(/\s+/g, ' '))
  const span = duration(text)
  const at = span === null ? momentIn(text, now, timeZone) : now + span
  return at !== null && at > now && at <= now + LONGEST ? at : null
}

function momentIn(text: string, now: number, timeZone: string): number | null {
  const today = wallTime(now, timeZone)
  const named = dayIn(text, today)
  const rest = (named?.rest ?? text).replace(/^[\s,，的]+/, '')
  const time = rest === '' ? (named ? MORNING : null) : timeIn(rest, named !== null)
  if (time === null) return null
  const on = (days: number): number => instantOf({ ...today, ...time, day: today.day + days }, timeZone)
  if (!named) return on(0) > now ? on(0) : on(1)
  return named.weekly && on(named.days) <= now ? on(named.days + 7) : on(named.days)
}
