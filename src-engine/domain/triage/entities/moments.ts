import { DAY_MS, isoDay } from './calendar.ts'
import type { DayHit } from './calendar.ts'
import { findDays } from './days.ts'
import { after, before, STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'
import { findTimes } from './times.ts'
import type { TimeHit } from './times.ts'

/** A moment or stretch of time spoken of. `start` and `end` are ISO 8601: a day, a month, a year, or a minute with its offset. */
interface Moment { readonly from: number; readonly to: number; readonly start: string; readonly end: string }

const JOIN = /^ ?(?:的|,|at|@|around|about)? ?$/u
const JOIN_BACK = /^ ?(?:on|,)? ?$/u
const RANGE = /^ ?(?:到|至|-|~|--|to|until|till|through) ?$/u
const DEADLINE_AFTER = /^(?: ?(?:之前|以前|前|截止|为止)(?![天台面后往期端任置挡排者言几晚]))/u
const DEADLINE_BEFORE = /(?:截止(?:日期)?(?:到|至|是|为)?|(?<![a-z])(?:by|before|until|till|no later than)(?: the)?) ?$/u
const SINCE_AFTER = /^ ?(?:之后|以后|后(?![天台面续悔来四晚])|起(?![来床])|开始)/u
const SINCE_BEFORE = /(?:(?<![a-z])(?:after|since|starting(?: from)?)(?: the)?) ?$/u
const PRODUCED_BEFORE = /(?:生产日期|生产于|出厂日期|(?<![a-z])(?:production|manufactur(?:e|ed|ing)|mfg|produced|made)(?: date)?)(?:[\s:,]|是|为|写的?|on|is|in|都|标的?){0,5}$/u
const PRODUCED_AFTER = /^ ?(?:日?(?:生产|出厂)|(?:production date|mfg))/u

/** "+08:00" or "Z". */
function zone(minutes: number): string {
  if (minutes === 0) return 'Z'
  const plain = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(plain / 60)).padStart(2, '0')}:${String(plain % 60).padStart(2, '0')}`
}

function stamp(day: number, minutes: number, offset: number): string | null {
  const at = new Date(day + minutes * 60_000)
  const date = isoDay(at.getTime())
  return date === null ? null : `${date}T${at.toISOString().slice(11, 16)}${zone(offset)}`
}

function ofDay(hit: DayHit): Moment | null {
  const [first, last] = [isoDay(hit.first), isoDay(hit.last)]
  if (first === null || last === null) return null
  const cut = hit.part === 'month' ? 7 : hit.part === 'year' ? 4 : 10
  return { from: hit.from, to: hit.to, start: first.slice(0, cut), end: last.slice(0, cut) }
}

/** Without a day it is the message's own; without a half of the day the next of the two, and with a day the waking one. */
function resolve(hit: TimeHit, day: number | null, { at, offsetMinutes }: Reading): { day: number; minutes: number } {
  const local = at + offsetMinutes * 60_000
  const today = Math.floor(local / DAY_MS) * DAY_MS
  const isLater = !hit.isSure && hit.minutes < 720 && (hit.minutes < 420 || (day === null && hit.minutes < (local - today) / 60_000))
  return { day: day ?? today, minutes: hit.minutes + (isLater ? 720 : 0) }
}

/** The longest of the days that overlap, in reading order. */
function apart<Hit extends { readonly from: number; readonly to: number }>(hits: readonly Hit[]): Hit[] {
  const kept: Hit[] = []
  for (const one of [...hits].sort((a, b) => (b.to - b.from) - (a.to - a.from) || a.from - b.from)) {
    if (!kept.some((other) => other.from < one.to && one.from < other.to)) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Days and times that belong together become one moment: "明天下午3点", "3pm tomorrow", "今晚12点" (of which 今晚 is part of both). */
function joined(reading: Reading): Moment[] {
  const { text } = reading
  const days = apart(findDays(reading))
  const times = apart(findTimes(reading))
  const moments: Moment[] = []
  const used = new Set<DayHit>()
  let last: { readonly to: number; readonly day: number | null; readonly minutes: number } | null = null
  for (const time of times) {
    const day = days.find((one) => one.part === 'day' && !used.has(one) && (
      (one.from <= time.from && one.to > time.from) || (one.to <= time.from && JOIN.test(text.slice(one.to, time.from)))
      || (one.from >= time.to && JOIN_BACK.test(text.slice(time.to, one.from)))))
    if (day !== undefined) used.add(day)
    const isNight = day !== undefined && time.minutes < 720 && text.slice(day.from, day.to).includes('night')
    let said = isNight ? { ...time, minutes: time.minutes + 720, isSure: true } : time
    const goesOn = last !== null && day === undefined && RANGE.test(text.slice(last.to, time.from)) ? last : null
    // "9点到11点" ends after it began, on the day it began.
    if (goesOn !== null && said.minutes <= goesOn.minutes) said = { ...said, minutes: said.minutes + (said.isSure ? 1440 : 720) }
    if (goesOn !== null) said = { ...said, isSure: true }
    const resolved = resolve(said, day?.first ?? goesOn?.day ?? null, reading)
    const value = stamp(resolved.day, resolved.minutes, reading.offsetMinutes)
    last = { to: time.to, ...resolved }
    if (value !== null) moments.push({ from: Math.min(time.from, day?.from ?? time.from), to: Math.max(time.to, day?.to ?? time.to), start: value, end: value })
  }
  for (const day of days) {
    const moment = used.has(day) || times.some((time) => time.from < day.to && day.from < time.to) ? null : ofDay(day)
    if (moment !== null) moments.push(moment)
  }
  return moments.sort((a, b) => a.from - b.from)
}

/** A moment with another right after a "to" is one stretch. */
function ranges(moments: readonly Moment[], text: string): Moment[] {
  const out: Moment[] = []
  for (const one of moments) {
    const last = out.at(-1)
    const isRange = last !== undefined && last.start === last.end && RANGE.test(text.slice(last.to, one.from)) && one.end >= last.start
    if (isRange) out[out.length - 1] = { from: last.from, to: one.to, start: last.start, end: one.end }
    else out.push(one)
  }
  return out
}

/**
 * Dates and times of day: a day 2026-04-18, a month 2026-04, a year 2026, a minute 2026-04-18T15:00+08:00, a stretch start/end, a deadline ../end, a beginning start/.. .
 * A production date has a type of its own.
 */
export function findMoments(reading: Reading, add: Add): void {
  const { text } = reading
  for (const moment of ranges(joined(reading), text)) {
    const [ahead, behind] = [before(text, moment.from, 32), after(text, moment.to, 16)]
    const whole = moment.start === moment.end ? moment.start : `${moment.start}/${moment.end}`
    if (moment.start === moment.end && (PRODUCED_BEFORE.test(ahead) || PRODUCED_AFTER.test(behind))) {
      add({ type: 'production_date', from: moment.from, to: moment.to, value: whole, strength: STRENGTH.named })
      continue
    }
    const until = DEADLINE_AFTER.exec(behind)
    const since = until === null ? SINCE_AFTER.exec(behind) : null
    const [to, isOpen] = [moment.to + (until?.[0].length ?? since?.[0].length ?? 0), moment.start === moment.end || until !== null]
    const value = until !== null || (since === null && DEADLINE_BEFORE.test(ahead)) ? `../${moment.end}` : (since !== null || SINCE_BEFORE.test(ahead)) && isOpen ? `${moment.start}/..` : whole
    add({ type: 'date', from: moment.from, to, value, strength: STRENGTH.named })
  }
}
