import { useState, type KeyboardEvent } from 'react'
import { costOf, type Budget } from '../../../src-shared/domain/budget.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useUsage } from '../../bridge/trace.ts'
import { count } from '../../ui/format.ts'
import { Line } from './fields.tsx'
import type { SectionProps } from './use-change.ts'

/** A number or nothing, as typed; undefined: neither. */
export function numberIn(text: string, least: number, whole: boolean): number | null | undefined {
  const plain = text.replace(/[\s,\uff0c]/g, '')
  if (plain === '') return null
  const value = Number(plain)
  return Number.isFinite(value) && value >= least && (!whole || Number.isInteger(value)) ? value : undefined
}

interface NumberProps { id: string; label: string; value: number | null; least: number; whole?: boolean; wrong: string; onChange: (value: number | null) => void }

/** Takes effect when the field is left or with Enter, so that half a number is no limit. */
function NumberField({ id, label, value, least, whole = false, wrong, onChange }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = numberIn(typed ?? String(value ?? ''), least, whole)
  const commit = () => {
    if (typed === null || parsed === undefined) return
    setTyped(null)
    if (parsed !== value) onChange(parsed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    commit()
  }
  return (
    <Line label={label} htmlFor={id} help={parsed === undefined ? wrong : undefined}>
      <input id={id} className="field budget-field tabular" inputMode="decimal" autoComplete="off" value={typed ?? String(value ?? '')} aria-invalid={parsed === undefined} aria-describedby={parsed === undefined ? `${id}-help` : undefined} onChange={(event) => setTyped(event.target.value)} onBlur={commit} onKeyDown={onKeyDown} />
    </Line>
  )
}

/** What drafts of a day may cost, and what they cost so far today. */
export function BudgetFields({ settings: { budget }, change }: SectionProps) {
  const { t } = useWords()
  const set = (fields: Partial<Budget>) => change({ budget: { ...budget, ...fields } }, t('budget'))
  const number = (field: 'tokens' | 'money' | 'priceIn' | 'priceOut', least: number) => (
    <NumberField
      id={`budget-${field}`} label={t(`budget.${field}`)} value={budget[field]} least={least} whole={field === 'tokens'}
      wrong={t(field === 'tokens' ? 'budget.number.tokens' : 'budget.number')} onChange={(value) => set({ [field]: value })}
    />
  )
  return (
    <section className="setting budget" aria-labelledby="budget-title">
      <h4 id="budget-title">{t('budget')}</h4>
      <p className="quiet small">{t('budget.help')}</p>
      <Today budget={budget} />
      <div className="budget-fields">
        {number('tokens', 1000)}
        {number('money', 0.01)}
        <Line label={t('budget.currency')} htmlFor="budget-currency">
          <select id="budget-currency" className="field" value={budget.currency} onChange={(event) => set({ currency: event.target.value as Budget['currency'] })}>
            {(['CNY', 'USD', 'EUR'] as const).map((code) => <option key={code}>{code}</option>)}
          </select>
        </Line>
        {number('priceIn', 0)}
        {number('priceOut', 0)}
      </div>
      {budget.money !== null && budget.priceIn === null && budget.priceOut === null && <p className="small settings-note" role="note">{t('budget.no-price')}</p>}
    </section>
  )
}

/** Used so far, against the first limit that there is. */
function Today({ budget }: { budget: Budget }) {
  const { t, language } = useWords()
  const today = useUsage(budget)
  if (!today) return <p className="small budget-today" />
  const { usage, spent } = today
  const cost = costOf(budget, usage)
  const tokens = usage.input + usage.output
  const share = budget.tokens !== null ? tokens / budget.tokens : budget.money !== null && cost !== null ? cost / budget.money : null
  const money = (value: number) => new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { style: 'currency', currency: budget.currency, maximumFractionDigits: value < 1 ? 4 : 2 }).format(value)
  const said = [
    t('budget.today', { tokens: count(tokens, language), requests: count(usage.requests, language) }),
    ...(cost === null ? [] : [t('budget.today.money', { money: money(cost) })]),
    ...(usage.estimated === 0 ? [] : [t('budget.today.estimated', { tokens: count(usage.estimated, language) })]),
  ]
  return (
    <div className="budget-today" role="status" data-testid="budget-today">
      <p className="small">{said.join(' · ')}</p>
      {share !== null && <div className="budget-bar" aria-hidden data-spent={spent ? '' : undefined}><span style={{ width: `${Math.min(100, share * 100)}%` }} /></div>}
      {spent && <p className="small settings-note">{t('budget.spent')}</p>}
    </div>
  )
}
