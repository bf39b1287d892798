import { Download, ListChecks } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Understanding } from '../../../src-shared/contract/understanding.ts'
import { report as reportError } from '../../app/do.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { exportLabels, useUnderstanding } from '../../bridge/understanding.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { count } from '../../ui/format.ts'
import { Alarms } from './Alarms.tsx'
import { Estimates } from './Estimates.tsx'
import { FEW } from './in-words.ts'
import { MixedUp } from './MixedUp.tsx'
import { saveLines } from './save-lines.ts'
import { TopicBars } from './TopicBars.tsx'
import { WorstErrors } from './WorstErrors.tsx'

/** The measures, or what to do where there are none. */
export function Measures({ onCheck }: { onCheck: () => void }) {
  const { t } = useWords()
  const { report, failed, again } = useUnderstanding()
  if (failed) return <div className="empty" role="alert"><p>{t('understanding.failed')}</p><Button onClick={again}>{t('again')}</Button></div>
  if (!report) return <p className="understanding-wait quiet" aria-busy="true">{t('understanding.counting')}</p>
  return <Page report={report} onCheck={onCheck} />
}

function Page({ report, onCheck }: { report: Understanding; onCheck: () => void }) {
  const { t, language } = useWords()
  const { checked, corrected, topics, mixed, worst } = report
  const first = useRef<HTMLButtonElement>(null)
  // The page opens on what can be done, and comes back to it after a round.
  useEffect(() => first.current?.focus(), [])
  const some = checked.all.of > 0
  return (
    <div className="understanding" data-testid="understanding">
      <section className="understanding-head">
        {some ? <Estimates checked={checked} /> : (
          <div>
            <p className="understanding-big">{t(report.messages > 0 ? 'understanding.none' : 'understanding.no-messages')}</p>
            <p className="quiet">{t(report.messages > 0 ? 'understanding.none.text' : 'understanding.no-messages.text')}</p>
          </div>
        )}
        <div className="understanding-do">
          {report.messages > 0 && <Button ref={first} kind="primary" icon={<ListChecks size={14} aria-hidden />} data-testid="check-now" onClick={onCheck}>{t('understanding.check')}</Button>}
          {some && checked.all.of < FEW && <p className="small quiet">{t('understanding.few')}</p>}
        </div>
        <div className="small quiet understanding-how">
          <p>{t('understanding.how')}</p>
          <p>{t('understanding.not-counted', { count: corrected, messages: count(report.messages, language) })}</p>
        </div>
      </section>
      {(topics.length > 0 || mixed.length > 0) && (
        <div className="understanding-pair">
          <TopicBars topics={topics} />
          <MixedUp pairs={mixed} />
        </div>
      )}
      <Alarms alarms={report.alarms} weeks={report.weeks} />
      {worst.length > 0 && <WorstErrors worst={worst} />}
      {some || corrected > 0 ? <Export sampled={some} corrected={corrected > 0} /> : null}
    </div>
  )
}

function Export({ sampled, corrected }: { sampled: boolean; corrected: boolean }) {
  const { t } = useWords()
  const desk = useDesk()
  const save = (only: boolean) => void exportLabels(desk, only).then((lines) => saveLines(lines, 'deskmate-labels.jsonl'), reportError)
  return (
    <section>
      <h3>{t('understanding.export')}</h3>
      <p className="small quiet">{t('understanding.export.text')}</p>
      <p className="understanding-do">
        {sampled && <Button icon={<Download size={14} aria-hidden />} data-testid="export-sampled" onClick={() => save(true)}>{t('understanding.export.sampled')}</Button>}
        {corrected && <Button icon={<Download size={14} aria-hidden />} onClick={() => save(false)}>{t('understanding.export.all')}</Button>}
      </p>
    </section>
  )
}
