import { Bot } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useRun } from '../../bridge/hooks.ts'

/** Autopilot gave the case to the person: said where the person goes on. */
export function RunNote({ id }: { id: string }) {
  const { t, label } = useWords()
  const run = useRun(id)
  if (run?.state !== 'handed-over') return null
  const reason = run.reason ? label(run.reason) : null
  return (
    <p className="run-note small" title={run.decision.rules.join(', ')}>
      <Bot size={14} aria-hidden /> {reason ? t('autopilot.handed.why', { reason }) : t('autopilot.handed')}
    </p>
  )
}
