/** Calendar of one place: what day and time an instant is there. Built from an IANA zone or a fixed offset. */
export type Calendar = { dateOf(at: number): string; timeOf(at: number): string; now: number | null; /** IANA zone in which an instant, moved by `shift` milliseconds, reads as it does here. */ clock: { timeZone: string; shift: number } }

const DAY = 24 * 3600 * 1000
const CHINA_MINUTES = 480

/** `now` is ISO 8601 with offset; its offset is the place's, unless a zone is given. Default China. */
export function calendar(now: string | undefined, timeZone: string | undefined): Calendar {
  const at = now === undefined ? null : Date.parse(now)
  const instant = at === null || Number.isNaN(at) ? null : at
  if (timeZone !== undefined) return { ...zoned(timeZone), now: instant, clock: { timeZone, shift: 0 } }
  const offset = now === undefined ? CHINA_MINUTES : offsetOf(now)
  const shifted = (moment: number): string => new Date(moment + offset * 60_000).toISOString()
  return { now: instant, clock: { timeZone: 'UTC', shift: offset * 60_000 }, dateOf: (moment) => shifted(moment).slice(0, 10), timeOf: (moment) => shifted(moment).slice(11, 16) }
}

/** A pure memo: making a format is slow. */
const formats = new Map<string, Intl.DateTimeFormat>()

function zoned(timeZone: string): Pick<Calendar, 'dateOf' | 'timeOf'> {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, format)
  return { dateOf: (moment) => format.format(moment).slice(0, 10), timeOf: (moment) => format.format(moment).slice(11, 16) }
}

/** Minutes east of UTC in an ISO time; China when it has none. */
function offsetOf(iso: string): number {
  if (/Z$/i.test(iso)) return 0
  const match = /([+-])(\d{2}):?(\d{2})$/.exec(iso)
  if (!match) return CHINA_MINUTES
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return match[1] === '-' ? -minutes : minutes
}

/** Normal forms of a day: with year, without, and its weekday. */
export function dayKeys(date: string): string[] {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return [date, `--${date.slice(5)}`, ...(Number.isNaN(weekday) ? [] : [`w${weekday}`])]
}

/** The day `days` after now; null without a clock. */
export const dayFromNow = (place: Calendar, days: number): string | null => (place.now === null ? null : place.dateOf(place.now + days * DAY))
