import type { DeskLanguage } from '../../../src-shared/domain/text.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** A deadline this near is red, and this near is marked. */
const DANGER_MS = 15 * MINUTE
const WARN_MS = 2 * HOUR

export type DueTone = 'none' | 'warn' | 'late'

/** @param dueAt the platform's own deadline, by the gateway's clock as `now` is */
export function dueTone(dueAt: number | null, now: number): DueTone {
  if (dueAt === null || dueAt - now > WARN_MS) return 'none'
  return dueAt - now > DANGER_MS ? 'warn' : 'late'
}

const WORDS: Record<DeskLanguage, { day: string; hour: string; minute: string; second: string; gap: string }> = {
  zh: { day: '天', hour: '小时', minute: '分', second: '秒', gap: '' }, en: { day: ' d', hour: ' h', minute: ' min', second: ' s', gap: ' ' },
}

/** `2 d 4 h`, `1 h 20 min`, `9 min`, and seconds in the last two minutes. @param ms how far away, either way */
export function spanText(ms: number, language: DeskLanguage): string {
  const { day, hour, minute, second, gap } = WORDS[language]
  const span = Math.abs(ms)
  const parts = (big: number, bigWord: string, small: number, smallWord: string): string => {
    const rest = Math.floor((span % big) / small)
    return `${Math.floor(span / big)}${bigWord}${rest > 0 ? `${gap}${rest}${smallWord}` : ''}`
  }
  if (span >= DAY) return parts(DAY, day, HOUR, hour)
  if (span >= HOUR) return parts(HOUR, hour, MINUTE, minute)
  return span >= 2 * MINUTE ? `${Math.floor(span / MINUTE)}${minute}` : `${Math.floor(span / 1000)}${second}`
}
