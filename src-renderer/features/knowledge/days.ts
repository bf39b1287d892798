/** Days of a date field (`2026-11-27`, '' for none) and the instants of an article, in this computer's time. */

const pad = (n: number): string => String(n).padStart(2, '0')
const dayOf = (at: Date): string => `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`

function midnight(day: string, later: number): number | undefined {
  const [year, month, date] = day.split('-').map(Number)
  return year && month && date ? new Date(year, month - 1, date + later).getTime() : undefined
}

export const firstInstant = (day: string): number | undefined => midnight(day, 0)
/** The end of the last day: the first instant at which the article holds no more. */
export const pastDay = (day: string): number | undefined => midnight(day, 1)

export const firstDay = (validFrom: number | undefined): string => (validFrom === undefined ? '' : dayOf(new Date(validFrom)))
export const lastDay = (validTo: number | undefined): string => (validTo === undefined ? '' : dayOf(new Date(validTo - 1)))
