import type { Understanding } from '../../../src-shared/contract/understanding.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useShopZone } from '../../bridge/hooks.ts'
import { date } from '../../ui/format.ts'

/** Red chips of the last weeks: raised, taken back as wrong, and those that people had to add; by week where there are several. */
export function Alarms({ alarms, weeks }: Pick<Understanding, 'alarms' | 'weeks'>) {
  const { t, language } = useWords()
  const zone = useShopZone()
  const { raised, takenBack, missed } = alarms
  return (
    <section>
      <h3>{t('understanding.alarms')}</h3>
      {raised + missed === 0 ? <p className="small quiet">{t('understanding.alarms.none')}</p> : (
        <dl className="alarm-figures">
          <div><dd className="tabular">{raised}</dd><dt>{t('understanding.alarms.raised')}</dt></div>
          <div data-bad={takenBack > 0 ? '' : undefined}><dd className="tabular">{takenBack}</dd><dt>{t('understanding.alarms.back')}</dt></div>
          <div data-bad={missed > 0 ? '' : undefined}><dd className="tabular">{missed}</dd><dt>{t('understanding.alarms.missed')}</dt></div>
        </dl>
      )}
      {weeks.length > 1 && (
        <table className="weeks small" data-testid="weeks">
          <thead><tr><th scope="col">{t('understanding.week')}</th><th scope="col">{t('understanding.week.right')}</th><th scope="col">{t('understanding.alarms.raised')}</th><th scope="col">{t('understanding.alarms.back')}</th><th scope="col">{t('understanding.alarms.missed')}</th></tr></thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.start}>
                <th scope="row" className="tabular">{t('understanding.week.of', { date: date(week.start, language, zone) })}</th>
                <td className="week-right">
                  {week.of > 0 && <span className="topic-bar" aria-hidden><span style={{ width: `${(100 * week.right) / week.of}%` }} /></span>}
                  <span className="tabular">{week.of > 0 ? t('understanding.of', week) : '–'}</span>
                </td>
                <td className="tabular">{week.raised}</td><td className="tabular">{week.takenBack}</td><td className="tabular">{week.missed}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
