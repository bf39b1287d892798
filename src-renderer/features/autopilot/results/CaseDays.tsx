import type { CaseResults } from '../../../../src-shared/contract/results.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useShopZone } from '../../../bridge/hooks.ts'
import { shortDate } from '../../../ui/format.ts'
import { useTallyWords } from './CaseBar.tsx'
import { closedOf, partsOf } from './tally.ts'

const WHO = ['automatic', 'human'] as const
/** A date stands under each seventh day. */
const WEEK = 7

/** Two columns a day, autopilot's and people's, on one scale. */
export function CaseDays({ days }: Pick<CaseResults, 'days'>) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const inWords = useTallyWords()
  const most = Math.max(1, ...days.flatMap(({ cases }) => WHO.map((who) => closedOf(cases[who]))))
  return (
    <section>
      <h3>{t('results.days')}</h3>
      <ol className="case-days" data-testid="case-days">
        {days.map(({ start, cases }, n) => {
          const day = shortDate(start, language, zone)
          return (
            <li key={start}>
              <span className="result-columns">
                {WHO.map((who) => {
                  const parts = inWords(cases[who])
                  const words = parts === '' ? t('results.day.none', { date: day, who: t(`results.${who}`) }) : t('results.day', { date: day, who: t(`results.${who}`), parts })
                  return <span key={who} className="result-column" data-who={who} role="img" aria-label={words} title={words}>{partsOf(cases[who], most).map(({ end, percent }) => <span key={end} data-end={end} style={{ height: `${percent}%` }} />)}</span>
                })}
              </span>
              <span className="case-date tiny quiet tabular" aria-hidden>{(days.length - 1 - n) % WEEK === 0 ? day : ''}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
