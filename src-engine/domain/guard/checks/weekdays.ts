import type { Finding } from '../../../../src-shared/domain/draft.ts'
import { finding } from '../finding.ts'
import { weekdayForm, weekdayOf } from '../extract-time.ts'
import type { Looked } from './looked.ts'

const NAMES = { en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'], zh: '日一二三四五六' }

/** A weekday beside a day of the calendar that falls on another: `11月25日(周四)`, `Thursday, 25 November`. */
export function wrongWeekdays({ folded, claims, sources, place }: Looked): Finding[] {
  const days = claims.filter((claim) => claim.kind === 'date' && /^(?:\d{4}|-)-\d\d-\d\d$/.test(claim.keys[0] ?? ''))
  return [...folded.matchAll(weekdayForm())].flatMap((match): Finding[] => {
    const said = weekdayOf(match)
    const [start, end] = [match.index, match.index + match[0].length]
    if (said === null || match[1] !== undefined) return []
    const beside = days.find((day) => (day.end <= start && /^[\s,,((]*$/.test(folded.slice(day.end, start))) || (end <= day.start && /^[\s,,))]*(?:the |on )?$/.test(folded.slice(end, day.start))))
    if (beside === undefined) return []
    const date = fullDate(beside.keys[0] ?? '', { sources, place })
    const right = date === null ? null : new Date(`${date}T00:00:00Z`).getUTCDay()
    if (right === null || Number.isNaN(right) || right === said) return []
    const expected = match[2] === undefined ? NAMES.en[right] ?? '' : match[0].slice(0, -1) + NAMES.zh[right]
    return [finding({ start, end, text: match[0] }, 'weekday', 'warning', { expected, source: date ?? '' })]
  })
}

/** With the year of the record that has the day, else of the clock. */
function fullDate(key: string, { sources, place }: Pick<Looked, 'sources' | 'place'>): string | null {
  if (/^\d{4}/.test(key)) return key
  const dated = sources.known.find((source) => source.kind === 'date' && source.keys.includes(key) && /^\d{4}/.test(source.keys[0] ?? ''))
  return dated?.keys[0] ?? (place.now === null ? null : `${place.dateOf(place.now).slice(0, 4)}${key.slice(1)}`)
}
