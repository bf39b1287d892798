import { useEffect, useEffectEvent } from 'react'
import { ClipboardCheck } from 'lucide-react'
import type { CaseRow } from '../../../src-shared/contract/cases.ts'
import { FOCUS, focusRow } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { queueSteps, type Step } from '../../app/shortcuts.ts'
import { useCases } from '../../bridge/cases.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { money } from '../../ui/format.ts'
import { useStore } from '../../ui/store.ts'
import { CaseClock } from './CaseClock.tsx'
import { casesView, selectCase } from './view.ts'

const SECTIONS = ['ours', 'theirs', 'over'] as const

/** The cases by the platform's deadline. J and K walk them as they walk conversations. */
export function CaseList() {
  const { t } = useWords()
  const { rows, failed, again } = useCases()
  const selected = useStore(casesView, (s) => s.selected)
  const onStep = useEffectEvent(({ detail: { by } }: CustomEvent<Step>) => {
    const at = rows?.findIndex(({ id }) => id === selected) ?? -1
    const next = rows?.[at < 0 ? 0 : at + by]
    if (!next) return
    selectCase(next.id)
    focusRow()
  })
  useEffect(() => {
    const listen = (event: Event) => onStep(event as CustomEvent<Step>)
    queueSteps.addEventListener('step', listen)
    return () => queueSteps.removeEventListener('step', listen)
  }, [])
  const first = rows?.[0]?.id ?? null
  useEffect(() => {
    if (selected === null) selectCase(first)
  }, [selected, first])
  if (failed) return <div className="empty" role="alert"><p>{t('cases.failed')}</p><Button onClick={again}>{t('again')}</Button></div>
  if (!rows) return <div className="queue-skeleton" aria-busy="true"><div className="skeleton-row" /><div className="skeleton-row" /></div>
  if (rows.length === 0) return <div className="empty"><ClipboardCheck size={24} aria-hidden /><h2>{t('cases.none.title')}</h2><p className="quiet">{t('cases.none.text')}</p></div>
  const tabStop = rows.some(({ id }) => id === selected) ? selected : first
  return (
    <div className="case-list">
      {SECTIONS.map((section) => {
        const those = rows.filter((row) => row.section === section)
        return those.length > 0 && (
          <section key={section} aria-labelledby={`cases-${section}`}>
            <h2 className="case-section" id={`cases-${section}`}>{t(`cases.section.${section}`)} <span className="tabular">{those.length}</span></h2>
            <div role="listbox" aria-labelledby={`cases-${section}`}>
              {those.map((row) => <CaseLine key={row.id} row={row} chosen={row.id === selected} tabStop={row.id === tabStop} />)}
            </div>
          </section>
        )
      })}
    </div>
  )
}

function CaseLine({ row, chosen, tabStop }: { row: CaseRow; chosen: boolean; tabStop: boolean }) {
  const { t, local, language } = useWords()
  return (
    <div
      role="option" className="case-row" aria-selected={chosen} tabIndex={tabStop ? 0 : -1} data-testid="case-row" data-no={row.no} data-section={row.section}
      data-focus={tabStop ? FOCUS.queue : undefined} onClick={() => selectCase(row.id)}
    >
      <span className="row-lines">
        <span className="row-name one-line" dir="auto">{local(row.product)}</span>
        {row.section === 'over' ? <Chip tone={row.state === 'granted' ? 'success' : 'plain'}>{t(`case.state.${row.state}`)}</Chip> : <CaseClock due={row.due} />}
      </span>
      <span className="row-lines">
        <span className="row-line one-line">{t(`case.kind.${row.kind}`)}{t('list.comma')}<bdi>{row.customer}</bdi></span>
        {row.wish && <Chip tone={row.wish.by.kind === 'autopilot' ? 'autopilot' : 'accent'}>{t(`case.${row.wish.act.kind === 'inspected' ? 'inspected.ok' : row.wish.act.kind}`)}</Chip>}
        {row.paidAlready && <Chip tone="warning">{t('case.paid')}</Chip>}
        {row.asked.amount > 0 && <span className="case-amount tabular">{money(row.asked, language)}</span>}
      </span>
    </div>
  )
}
