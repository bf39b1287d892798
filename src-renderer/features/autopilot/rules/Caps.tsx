import { useWords } from '../../../app/i18n/use-words.ts'
import { NumberField } from './fields.tsx'
import { useField, useRowForm } from './form.ts'
import { filled, valueAt, withValue } from './path.ts'

const CAPS = ['perCase', 'perCustomerDay', 'perShopDay'] as const
const MINOR_UNITS = 100

/** What may be paid out without a person: money and how often, per case, per customer and day, per shop and day. */
export function Caps({ currencies }: { currencies: readonly string[] }) {
  const { t } = useWords()
  const { row, set } = useRowForm()
  const all = useField(['caps'])
  const caps = valueAt(row, ['caps']) ?? {}
  const currency = String(valueAt(caps, ['currency']) ?? currencies[0] ?? '')
  const put = (path: readonly string[], value: unknown) => {
    const next = filled(withValue(withValue({ ...caps }, ['currency'], currency), path, value))
    // A currency without a number limits nothing.
    set(['caps'], next && Object.keys(next).length > 1 ? next : undefined)
  }
  return (
    <fieldset className="rule-field rule-caps" data-changed={all.isChanged || undefined} aria-invalid={all.problem === null ? undefined : true} aria-describedby={all.problem === null ? undefined : all.problemId}>
      <legend>{t('rules.caps')}</legend>
      {CAPS.map((cap) => (
        <div key={cap} className="rule-cap">
          <span>{t(`rules.cap.${cap}`)}</span>
          <NumberField path={['caps', cap, 'amount']} label={t('rules.cap.amount', { cap: t(`rules.cap.${cap}`) })} unit={currency} scale={MINOR_UNITS} width="wide" onType={(value) => put([cap, 'amount'], value)} />
          <NumberField path={['caps', cap, 'count']} label={t('rules.cap.count', { cap: t(`rules.cap.${cap}`) })} unit={t('rules.times')} onType={(value) => put([cap, 'count'], value)} />
        </div>
      ))}
      <label className="rule-currency">{t('rules.currency')} <select className="field" value={currency} disabled={all.value === undefined} onChange={(event) => put(['currency'], event.target.value)}>{currencies.map((one) => <option key={one}>{one}</option>)}</select></label>
      {all.problem !== null && <p id={all.problemId} className="rule-problem small">{all.problem}</p>}
      <p className="quiet small">{t('rules.caps.help')}</p>
    </fieldset>
  )
}
