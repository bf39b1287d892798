import { useWords } from '../../app/i18n/use-words.ts'

/** How long something took, as people say it. */
export function useLasted(): (minutes: number) => string {
  const { t } = useWords()
  return (minutes) => {
    if (minutes < 60) return t('copilot.minutes', { count: Math.max(1, minutes) })
    const hours = Math.round(minutes / 60)
    return hours < 48 ? t('copilot.hours', { count: hours }) : t('copilot.days', { count: Math.round(hours / 24) })
  }
}
