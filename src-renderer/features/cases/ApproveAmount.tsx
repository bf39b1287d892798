import type { Money } from '../../../src-shared/domain/text.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { money } from '../../ui/format.ts'

/** The amount that the words mean; null: none that may be given. @param typed null: nothing was changed, so all that is asked */
export function amountIn(typed: string | null, most: Money): Money | null {
  if (typed === null) return most.amount > 0 ? most : null
  if (!/^\d{1,7}(?:[.,]\d{1,2})?$/u.test(typed.trim())) return null
  const amount = Math.round(Number(typed.trim().replace(',', '.')) * 100)
  return amount > 0 && amount <= most.amount ? { ...most, amount } : null
}

/** How much of what is asked is granted. */
export function ApproveAmount({ typed, most, onType }: { typed: string | null; most: Money; onType: (typed: string) => void }) {
  const { t, language } = useWords()
  const bad = amountIn(typed, most) === null
  return (
    <label className="case-amount-field">
      <span className="small quiet">{t('case.amount')}</span>
      <input
        type="text" inputMode="decimal" className="tabular" value={typed ?? (most.amount / 100).toFixed(2)} aria-invalid={bad} title={bad ? t('case.amount.bad', { most: money(most, language) }) : undefined}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}
