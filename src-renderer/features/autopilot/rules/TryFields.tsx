import { useState } from 'react'
import type { PolicyChoices, TriedCase } from '../../../../src-shared/contract/policies.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { choiceName } from './names.ts'
import { shownNumber, typedNumber } from './number-text.ts'

interface Props { choices: PolicyChoices; tried: TriedCase; set: (change: Partial<TriedCase>) => void }
const MINOR_UNITS = 100

/** What else is known of the made-up case. */
export function TryFields({ choices, tried, set }: Props) {
  const words = useWords()
  const { t, local } = words
  const currency = tried.amount?.currency ?? choices.currencies[0] ?? 'CNY'
  return (
    <>
      <div className="rule-pair">
        <Select id="try-action" label={t('rules.try.action')} none={t('rules.try.answer-only')} value={tried.action} options={choices.actions.map(({ name, title }) => [name, local(title)])} onChoose={(action) => set({ action })} />
        <Amount id="try-amount" label={t('rules.try.amount', { currency })} scale={MINOR_UNITS} value={tried.amount?.amount ?? null} onType={(amount) => set({ amount: amount === null ? null : { amount: Math.round(amount), currency } })} />
        <Select id="try-order" label={t('rules.try.order')} none={t('rules.try.no-order')} value={tried.orderStatus} options={choices.orderStates.map((state) => [state, choiceName(words, 'order', state)])} onChoose={(orderStatus) => set({ orderStatus })} />
        <Amount id="try-days" label={t('rules.try.days')} scale={1} value={tried.daysSinceDelivery} onType={(days) => set({ daysSinceDelivery: days === null ? null : Math.max(0, Math.round(days)) })} />
        <Select id="try-level" label={t('rules.try.level')} none={t('rules.try.unknown')} value={tried.customerLevel} options={choices.customerLevels.map((level) => [level, choiceName(words, 'level', level)])} onChoose={(customerLevel) => set({ customerLevel })} />
        <Amount id="try-risk" label={t('rules.try.risk')} scale={0.01} value={tried.risk} onType={(risk) => set({ risk: risk === null ? null : Math.min(1, Math.max(0, risk)) })} />
      </div>
      <fieldset className="rule-field">
        <legend>{t('rules.try.sent')}</legend>
        <div className="choices">
          {choices.evidence.map((kind) => (
            <label key={kind} className="choice">
              <input type="checkbox" checked={tried.evidence.includes(kind)} onChange={(event) => set({ evidence: event.target.checked ? [...tried.evidence, kind] : tried.evidence.filter((one) => one !== kind) })} />
              <span>{choiceName(words, 'evidence', kind)}</span>
            </label>
          ))}
          <label className="choice"><input type="checkbox" checked={tried.confirmed} onChange={(event) => set({ confirmed: event.target.checked })} /><span>{t('rules.try.confirmed')}</span></label>
        </div>
      </fieldset>
    </>
  )
}

interface SelectProps { id: string; label: string; none: string; value: string | null; options: readonly (readonly [string, string])[]; onChoose: (value: string | null) => void }

function Select({ id, label, none, value, options, onChoose }: SelectProps) {
  return (
    <div className="rule-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" value={value ?? ''} onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}>
        <option value="">{none}</option>
        {options.map(([code, name]) => <option key={code} value={code}>{name}</option>)}
      </select>
    </div>
  )
}

/** A number that may be unknown; what is no number counts as unknown. */
function Amount({ id, label, scale, value, onType }: { id: string; label: string; scale: number; value: number | null; onType: (value: number | null) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const onChange = (text: string) => {
    setTyped(text)
    const stored = typedNumber(text, scale)
    onType(typeof stored === 'number' ? stored : null)
  }
  return (
    <div className="rule-field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="field tabular" inputMode="decimal" autoComplete="off" value={typed ?? shownNumber(value, scale)} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
