import { useWords } from '../../app/i18n/use-words.ts'
import { useAskedTrace } from '../../bridge/trace.ts'
import { duration } from './bars.ts'
import { Steps } from './Steps.tsx'
import { Timeline } from './Timeline.tsx'

/** What an endpoint was sent for one answer, suggestion or translation, and what it said. */
export function AskedTrace({ id }: { id: string }) {
  const { t } = useWords()
  const { trace, failed } = useAskedTrace(id)
  if (failed) return <p role="alert">{t('asked.failed')}</p>
  if (trace === undefined) return <p className="quiet trace-wait">{t('trace.loading')}</p>
  if (trace === null) return <p className="quiet">{t('asked.none')}</p>
  const said = trace.outcome === 'ready' ? 'ready' : trace.outcome === 'abandoned' ? 'abandoned' : 'failed'
  return (
    <div className="trace" data-testid="asked-page" data-outcome={trace.outcome}>
      <p className="trace-said" role="status">{t(`asked.said.${said}`, { ms: duration(trace.ms), first: duration(trace.firstWordsMs ?? trace.ms) })}</p>
      <Timeline trace={trace} />
      <Steps trace={trace} />
    </div>
  )
}
