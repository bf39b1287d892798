import { CircleSlash, Coffee, UserRoundCheck } from 'lucide-react'
import type { Settings } from '../../../src-shared/contract/desk.ts'
import { setPresence } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useSettings } from '../../bridge/hooks.ts'

type PresenceState = Settings['presence']
const ICONS = { available: UserRoundCheck, busy: CircleSlash, away: Coffee } as const satisfies Record<PresenceState, unknown>

const STATES = Object.keys(ICONS) as PresenceState[]

/** My state: busy gets no new customers, away keeps this desk quiet. Shown in words, so that nobody forgets to come back. */
export function Presence() {
  const { t } = useWords()
  const keys = useKeys()
  const desk = useDesk()
  const presence = useSettings()?.presence
  if (!presence) return null
  const Icon = ICONS[presence]
  return (
    <label className="presence small" data-state={presence} title={`${t(`presence.${presence}.means`)}\n${t('presence.key', { key: keys.presence })}`}>
      <Icon size={14} aria-hidden />
      <select value={presence} aria-label={t('presence.name')} data-testid="presence" onChange={(event) => setPresence(desk, STATES.find((state) => state === event.target.value) ?? presence)}>
        {STATES.map((state) => <option key={state} value={state}>{t(`presence.${state}`)}</option>)}
      </select>
    </label>
  )
}
