import type { PaidOut } from '../../../../src-shared/domain/backtest.ts'
import type { ActionPolicy, Policy } from '../../../../src-shared/domain/policy.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { money } from '../../../ui/format.ts'
import { useNames } from '../levels/use-names.ts'
import { withCap, type CapName } from './caps.ts'

const CAPS = ['perCase', 'perCustomerDay', 'perShopDay'] as const satisfies readonly CapName[]
const MINOR_UNITS = 100

/** What people paid out by an action, and caps to be tried on it. @param paid of this action, one a currency */
export function PaidFields({ action, policy, paid, onChange }: { action: string; policy: Policy; paid: readonly PaidOut[]; onChange: (policy: Policy) => void }) {
  const { t } = useWords()
  const named = useNames()
  const row: ActionPolicy | undefined = policy.actions?.[action]
  const currency = row?.caps?.currency ?? paid[0]?.currency ?? 'CNY'
  return (
    <fieldset className="backtest-limits backtest-caps" data-testid={`backtest-caps-${action}`}>
      <legend>{t('backtest.caps', { name: named('action', action) })}</legend>
      {CAPS.map((cap) => {
        const amount = row?.caps?.[cap]?.amount
        return (
          <label key={cap}>{t('backtest.cap', { cap: t(`rules.cap.${cap}`), currency })}
            <input className="field tabular" type="number" min={0} step={1} value={amount === undefined ? '' : amount / MINOR_UNITS} onChange={({ target }) => onChange(withCap(policy, action, cap, target.value === '' ? null : Math.max(0, Math.round(Number(target.value) * MINOR_UNITS)), currency))} />
          </label>
        )
      })}
      <div className="backtest-paid" role="status">
        {paid.length === 0 && <p className="small quiet">{t('backtest.paid.none')}</p>}
        {paid.map((one) => <Paid key={one.currency} paid={one} />)}
      </div>
    </fieldset>
  )
}

function Paid({ paid }: { paid: PaidOut }) {
  const { t, language } = useWords()
  const sum = (amount: number) => money({ amount, currency: paid.currency }, language)
  const left = paid.times - paid.withinTimes
  return (
    <p>
      {t('backtest.paid', { count: paid.times, amount: sum(paid.amount) })} {paid.withinTimes === 0 ? t('backtest.paid.none-within') : t('backtest.paid.within', { count: paid.withinTimes, amount: sum(paid.within) })} {left > 0 && paid.withinTimes > 0 && t('backtest.paid.left', { count: left, amount: sum(paid.amount - paid.within) })}{' '}
      {paid.withinTimes > 0 && t('backtest.paid.day', { amount: sum(paid.busiestDay) })} {paid.daysOver > 0 && t('backtest.paid.over', { count: paid.daysOver })}
    </p>
  )
}
