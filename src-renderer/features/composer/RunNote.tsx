import { Bot } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useRun } from '../../bridge/hooks.ts'

/** Why autopilot let go, by the run's code. */
const REASONS: Partial<Record<string, 'handed.newer-message' | 'handed.lease' | 'handed.paused' | 'handed.too-old'>> = {
  'newer-message': 'handed.newer-message', lease: 'handed.lease', paused: 'handed.paused', 'too-old': 'handed.too-old',
}

/** Autopilot gave the case to the person: said where the person goes on. */
export function RunNote({ id }: { id: string }) {
  const { t } = useWords()
  const run = useRun(id)
  if (run?.state !== 'handed-over') return null
  const words = run.reason ? REASONS[run.reason] : undefined
  return (
    <p className="run-note small" title={run.decision.rules.join(', ')}>
      <Bot size={14} aria-hidden /> {t(words ?? 'autopilot.handed')}
    </p>
  )
}
