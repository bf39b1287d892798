import { Coffee, UserRoundCheck } from 'lucide-react'
import { setPresence } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** My state: away keeps this desk quiet. Shown in words, so that nobody forgets to come back. */
export function Presence() {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const presence = useSettings()?.presence
  if (!presence) return null
  const away = presence === 'away'
  return (
    <Button
      kind="bare" className="presence small" data-testid="presence" data-away={away ? '' : undefined} aria-pressed={away} shortcut={keys.presence} hint={t(away ? 'presence.return' : 'presence.go')}
      icon={away ? <Coffee size={14} aria-hidden /> : <UserRoundCheck size={14} aria-hidden />} onClick={() => setPresence(desk, away ? 'available' : 'away')}
    >
      <span className="presence-word">{t(`presence.${presence}`)}</span>
    </Button>
  )
}
