import type { CaseResults } from '../../../../src-shared/contract/results.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useResults } from '../../../bridge/results.ts'
import { Button } from '../../../ui/Button.tsx'
import { CaseBar } from './CaseBar.tsx'
import { CaseDays } from './CaseDays.tsx'
import { CaseIntents } from './CaseIntents.tsx'
import { Reopened } from './Reopened.tsx'
import { closedOf, ENDS, toldOf } from './tally.ts'
import './results.css'

/** How many cases stayed solved, autopilot's beside people's, and the naive number with each. */
export function Results() {
  const { t } = useWords()
  const { data, failed, again } = useResults()
  if (failed) return <p role="alert">{t('results.failed')} <Button onClick={again}>{t('again')}</Button></p>
  if (!data) return <p className="quiet" aria-busy="true">{t('results.counting')}</p>
  if (closedOf(data.all.automatic) + closedOf(data.all.human) === 0 && data.left === 0) return <p className="quiet">{t('results.none')}</p>
  return (
    <>
      <Numbers all={data.all} left={data.left} />
      <p className="small case-rule">{t('results.rule')}</p>
      <CaseDays days={data.days} />
      <CaseIntents intents={data.intents} />
      <Reopened reopened={data.reopened} />
    </>
  )
}

function Numbers({ all, left }: Pick<CaseResults, 'all' | 'left'>) {
  const { t } = useWords()
  const most = Math.max(1, closedOf(all.automatic), closedOf(all.human))
  return (
    <section>
      <div className="case-numbers">
        {(['automatic', 'human'] as const).map((who) => (
          <div key={who} data-testid={`results-${who}`}>
            <h3>{t(`results.${who}`)}</h3>
            <p className="case-big">{toldOf(all[who]) === 0 ? t('results.stayed.none') : t('results.stayed', { right: all[who].resolved, of: toldOf(all[who]) })}</p>
            <CaseBar tally={all[who]} most={most} />
            <p className="small quiet">{t('results.closed', { count: closedOf(all[who]) })}</p>
          </div>
        ))}
      </div>
      <div className="case-legend small">
        <ul>{ENDS.map((end) => <li key={end}><span className="case-mark" data-end={end} aria-hidden />{t(`results.${end}`)}</li>)}</ul>
        <span className="quiet" role="status">{left > 0 ? t('results.left', { count: left }) : ''}</span>
      </div>
    </section>
  )
}
