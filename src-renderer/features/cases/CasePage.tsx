import { MousePointerClick } from 'lucide-react'
import type { CaseView } from '../../../src-shared/contract/cases.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useCase } from '../../bridge/cases.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useStore } from '../../ui/store.ts'
import { CaseActions } from './CaseActions.tsx'
import { CaseClock } from './CaseClock.tsx'
import { CaseFacts } from './CaseFacts.tsx'
import { CaseSide } from './CaseSide.tsx'
import { casesView } from './view.ts'

/** The case on the screen: facts and evidence on one page, and what may be done. */
export function CasePane() {
  const { t } = useWords()
  const keys = useKeys()
  const selected = useStore(casesView, (s) => s.selected)
  if (selected !== null) return <CasePage key={selected} id={selected} />
  return (
    <div className="case-page empty">
      <MousePointerClick size={24} aria-hidden />
      <h2>{t('case.choose.title')}</h2>
      <p className="quiet">{t('case.choose.text', { key: keys.next })}</p>
    </div>
  )
}

function CasePage({ id }: { id: string }) {
  const { t } = useWords()
  const { view, failed, again } = useCase(id)
  if (failed) return <div className="case-page empty" role="alert"><p>{t('case.failed')}</p><Button onClick={again}>{t('again')}</Button></div>
  if (!view) return <div className="case-page messages-wait" aria-busy="true"><div className="skeleton-bubble" /><div className="skeleton-bubble" data-own="" /></div>
  return (
    <article className="case-page" data-testid="case-page" data-no={view.case.no} aria-labelledby="case-title">
      <CaseHead view={view} />
      <div className="case-scroll" tabIndex={0} aria-labelledby="case-title" role="region">
        <div className="case-columns">
          <CaseFacts view={view} />
          <CaseSide view={view} />
        </div>
      </div>
      <CaseActions view={view} />
    </article>
  )
}

function CaseHead({ view: { row } }: { view: CaseView }) {
  const { t, local } = useWords()
  return (
    <header className="case-head">
      <div className="case-title">
        <h1 id="case-title" className="one-line">{t(`case.kind.${row.kind}`)}{t('list.comma')}{local(row.product)}</h1>
        <p className="quiet small one-line">{t(`case.platform.${row.platform}`)} · <span className="tabular">{row.no}</span> · <bdi>{row.customer}</bdi></p>
      </div>
      <Chip tone={row.section === 'ours' ? 'accent' : row.state === 'granted' ? 'success' : 'plain'}>{t(`case.state.${row.state}`)}</Chip>
      {row.section !== 'over' && (
        <div className="case-due">
          <CaseClock due={row.due} />
          <p className="quiet small">{row.due ? t(`case.then.${row.due.then}`) : t('case.due.none')}</p>
        </div>
      )}
    </header>
  )
}
