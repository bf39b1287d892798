import { useWords } from '../../app/i18n/use-words.ts'
import { Toggle } from './fields.tsx'
import type { SectionProps } from './use-change.ts'

/** Notes of the system; the shell shows them. */
export function NotificationFields({ settings, change }: SectionProps) {
  const { t } = useWords()
  const { notifications } = settings
  const set = (fields: Partial<typeof notifications>, name: string) => change({ notifications: { ...notifications, ...fields } }, name)
  return (
    <>
      {settings.presence === 'away' && <p className="small settings-note" role="note">{t('settings.notifications.away')}</p>}
      <Toggle
        label={t('settings.notifications.enabled')} help={t('settings.notifications.help')} on={notifications.enabled}
        onChange={(enabled) => set({ enabled }, t('settings.section.notifications'))}
      />
      <Toggle
        label={t('settings.notifications.whenFocused')} on={notifications.whenFocused} disabled={!notifications.enabled}
        onChange={(whenFocused) => set({ whenFocused }, t('settings.notifications.whenFocused'))}
      />
      <Toggle
        label={t('settings.notifications.handOvers')} help={t('settings.notifications.handOversHelp')} on={notifications.handOvers} disabled={!notifications.enabled}
        onChange={(handOvers) => set({ handOvers }, t('settings.notifications.handOvers'))}
      />
    </>
  )
}
