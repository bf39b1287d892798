import { Bot, Pause, Play } from 'lucide-react'
import { pause } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useDesk, useDeskState } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

/** Is autopilot on, and the switch that stops it at once. */
export function Autopilot() {
  const { t } = useWords()
  const desk = useDesk()
  const keys = useKeys()
  const state = useDeskState()
  if (!state) return null
  const { paused, level } = state.autopilot
  return (
    <span className="autopilot" data-paused={paused ? '' : undefined}>
      <span className="autopilot-word small" title={`${t(paused ? 'autopilot.paused' : 'autopilot.on')}\n${t(`autopilot.level.${level}`)}`}><Bot size={14} aria-hidden /> <span>{t(paused ? 'autopilot.paused' : 'autopilot.on')}</span></span>
      <Button
        kind="bare" icon={paused ? <Play size={14} aria-hidden /> : <Pause size={14} aria-hidden />} name={t(paused ? 'autopilot.resume' : 'autopilot.pause')}
        shortcut={keys['pause-autopilot']} data-testid="kill-switch" aria-pressed={paused} onClick={() => pause(desk, !paused)}
      />
    </span>
  )
}
