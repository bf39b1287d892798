import type { DraftFigures } from '../../../src-shared/contract/learning.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { date } from '../../ui/format.ts'
import { partsOf, totalOf } from './shares.ts'

/** A column a day: which share of its replies became what, best at the foot. The same in words for whoever cannot see it. */
export function Days({ days }: Pick<DraftFigures, 'days'>) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const dayOfMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', timeZone: zone })
  return (
    <section>
      <h3>{t('figures.days')}</h3>
      <ol className="days" data-testid="days">
        {days.map(({ start, counts }) => {
          const parts = partsOf(counts)
          const words = t('figures.day', { date: date(start, language, zone), parts: parts.map(({ outcome, count }) => t('figures.part', { name: t(`outcome.${outcome}`), count })).join(' · ') })
          return (
            <li key={start} title={words}>
              <span className="day-total small quiet tabular" aria-hidden>{totalOf(counts)}</span>
              <span className="day-bar" role="img" aria-label={words}>{parts.map(({ outcome, percent }) => <span key={outcome} data-outcome={outcome} style={{ height: `${percent}%` }} />)}</span>
              <span className="small quiet tabular" aria-hidden>{dayOfMonth.format(start)}</span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
