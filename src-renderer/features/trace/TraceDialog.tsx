import { useState } from 'react'
import type { DraftTrace } from '../../../src-shared/domain/trace.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import { useTraces } from '../../bridge/trace.ts'
import { Dialog, FIRST } from '../../ui/Dialog.tsx'
import { clock } from '../../ui/format.ts'
import { useStore } from '../../ui/store.ts'
import { AskedTrace } from './AskedTrace.tsx'
import { duration } from './bars.ts'
import { Steps } from './Steps.tsx'
import { Timeline } from './Timeline.tsx'
import './trace.css'

/** How the drafts of the conversation on the screen came about, or what was asked for something else: bars over time, then what was done in words. */
export function TraceDialog() {
  const { t } = useWords()
  const id = useStore(screen, (s) => s.selected)
  const asked = useStore(screen, (s) => s.asked)
  const close = () => patchScreen({ dialog: null, asked: null })
  return (
    <Dialog look="trace" title={t(asked ? 'asked.title' : 'trace.title')} closeName={t('close')} onClose={close}>
      {asked ? <AskedTrace id={asked} /> : id && <Traces id={id} />}
    </Dialog>
  )
}

function Traces({ id }: { id: string }) {
  const { t, language } = useWords()
  const { traces, failed } = useTraces(id)
  /** Draft that was chosen; null: the newest. */
  const [chosen, setChosen] = useState<string | null>(null)
  if (failed) return <p role="alert">{t('trace.failed')}</p>
  if (!traces) return <p className="quiet trace-wait">{t('trace.loading')}</p>
  const shown = traces.find(({ draftId }) => draftId === chosen) ?? traces[0]
  if (!shown) return <p className="quiet">{t('trace.none')}</p>
  return (
    <div className="trace" data-testid="trace-page" data-outcome={shown.outcome}>
      {traces.length > 1 && (
        <div className="trace-which" role="group" aria-label={t('trace.which')}>
          {traces.map((trace) => (
            <button key={trace.draftId} type="button" className="button" aria-pressed={trace === shown} {...(trace === shown ? FIRST : {})} onClick={() => setChosen(trace.draftId)}>
              <span className="tabular">{clock(trace.startedAt, language)}</span> {t(`trace.outcome.${trace.outcome}`)}
            </button>
          ))}
        </div>
      )}
      <p className="trace-said" role="status"><Said trace={shown} /></p>
      <Timeline trace={shown} />
      <Steps trace={shown} />
    </div>
  )
}

function Said({ trace }: { trace: DraftTrace }) {
  const { t } = useWords()
  return <>{t(`trace.said.${trace.outcome}`, { ms: duration(trace.ms), first: duration(trace.firstWordsMs ?? trace.ms) })}</>
}
