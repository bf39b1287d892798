const OFFSET_MS = 8 * 60 * 60 * 1000
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})/u

/** `yyyy-MM-dd HH:mm:ss` at GMT+8, as TOP and JD want their times. @param ms milliseconds since the epoch */
export const chinaTime = (ms: number): string => new Date(ms + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ')

/** The same back, in milliseconds; null where there is no time of that shape (absent, empty, the year 0 or 1). */
export function fromChinaTime(text: string | null | undefined): number | null {
  const [, ...parts] = SHAPE.exec(text ?? '') ?? []
  if (parts.length !== 6) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number)
  return year < 1971 ? null : Date.UTC(year, month - 1, day, hour, minute, second) - OFFSET_MS
}

/** Unix seconds to milliseconds; null for absent and 0, which the platforms write for "not yet". */
export const fromSeconds = (seconds: number | string | null | undefined): number | null => (Number(seconds ?? 0) > 0 ? Number(seconds) * 1000 : null)
