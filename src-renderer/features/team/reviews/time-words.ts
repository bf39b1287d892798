import type { TFunction } from 'i18next'

const MINUTE_MS = 60_000

/** A span in whole minutes, as people say it. @param ms below zero counts as nothing */
export function minutesWords(t: TFunction, ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  return minutes < 1 ? t('reviews.now') : t('reviews.minutes', { count: minutes })
}
