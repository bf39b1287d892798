import { useWords } from '../../../app/i18n/use-words.ts'
import { TextField } from './fields.tsx'
import { useField } from './form.ts'

const WORKDAY = { from: '09:00', to: '18:00' }
const DAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** At which hours of the shop's clock, and on which days. */
export function Hours() {
  const { t } = useWords()
  const hours = useField(['hours'])
  const days = useField(['hours', 'days'])
  const isLimited = hours.value !== undefined
  const chosen: readonly unknown[] = Array.isArray(days.value) ? days.value : DAYS
  const toggle = (day: number, on: boolean) => {
    const next = DAYS.filter((one) => (one === day ? on : chosen.includes(one)))
    days.set(next.length === DAYS.length ? undefined : next)
  }
  return (
    <fieldset className="rule-field" data-changed={hours.isChanged || undefined}>
      <legend>{t('rules.hours')}</legend>
      <label className="choice"><input type="checkbox" checked={isLimited} onChange={(event) => hours.set(event.target.checked ? WORKDAY : undefined)} /><span>{t('rules.hours.only')}</span></label>
      {isLimited && (
        <>
          <div className="rule-pair"><TextField path={['hours', 'from']} label={t('rules.hours.from')} /><TextField path={['hours', 'to']} label={t('rules.hours.to')} /></div>
          <div className="choices" role="group" aria-label={t('rules.hours.days')} aria-describedby={days.problem === null ? undefined : days.problemId}>
            {DAYS.map((day) => <label key={day} className="choice"><input type="checkbox" checked={chosen.includes(day)} onChange={(event) => toggle(day, event.target.checked)} /><span>{t(`rules.day.${day}`)}</span></label>)}
          </div>
          {days.problem !== null && <p id={days.problemId} className="rule-problem small">{days.problem}</p>}
        </>
      )}
    </fieldset>
  )
}
