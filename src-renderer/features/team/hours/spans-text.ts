import type { OpenSpan } from '../../../../src-shared/domain/shop-hours.ts'

/** `09:00-12:00, 13:00-18:00`; nothing: closed. */
export const spansText = (spans: readonly OpenSpan[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(', ')

/** `9:5` is no time, `9:05` is; hours may have one digit. */
const TIME = /^(\d{1,2})[:：](\d{2})$/

function timeOf(text: string): string | null {
  const [, hour = '', minute = ''] = TIME.exec(text.trim()) ?? []
  const time = `${hour.padStart(2, '0')}:${minute}`
  return /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/.test(time) ? time : null
}

/** What a person wrote as the hours of a day, in order; null: it is not understood, or two of them overlap. */
export function spansFrom(text: string): OpenSpan[] | null {
  if (text.trim() === '') return []
  const spans: OpenSpan[] = []
  for (const part of text.split(/[,，、;；]/)) {
    const [from, to, more] = part.split(/[-–—~～至到]/).map(timeOf)
    if (!from || !to || more !== undefined || from >= to || from === '24:00' || (spans.at(-1)?.to ?? '') > from) return null
    spans.push({ from, to })
  }
  return spans.length > 4 ? null : spans
}
