import { useState } from 'react'
import { ReviewFindings, type ReviewPolicy } from '../../../../src-shared/domain/review.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { toast } from '../../../app/screen.ts'
import { setReviewPolicy } from '../../../bridge/reviews.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { WAIT_MAX, wishedPolicy } from './wished-policy.ts'

const FRESH: ReviewPolicy = { findings: 'error', over: { amount: 20_000, currency: 'CNY' }, probation: [], who: 'agents', minutes: 15 }
const WHO = ['agents', 'everyone'] as const

/** Which replies and actions of people wait: for every desk, at once. */
export function ReviewRules({ policy }: { policy: ReviewPolicy | null }) {
  const { t } = useWords()
  const desk = useDesk()
  const before = policy ?? FRESH
  const [rules, setRules] = useState(before)
  const [amount, setAmount] = useState(before.over ? String(before.over.amount / 100) : '')
  const save = (next: ReviewPolicy | null): void => void setReviewPolicy(desk, next).then(({ status }) => toast(status === 'put' ? 'said.review-rules' : 'said.review-rules-proposed', { undo: next === null && policy !== null ? () => save(policy) : null }), report)
  const [minutes, setMinutes] = useState(String(before.minutes))
  const { policy: wished, wrong } = wishedPolicy(rules, { amount, minutes })
  return (
    <details className="review-rules">
      <summary data-testid="review-rules">{t('reviews.rules')}</summary>
      <form onSubmit={(event) => { event.preventDefault(); if (wished !== null) save(wished) }}>
        <label>{t('reviews.rules.findings')}
          <select className="field" value={rules.findings} data-testid="rules-findings" onChange={(event) => setRules({ ...rules, findings: ReviewFindings.parse(event.target.value) })}>
            {ReviewFindings.options.map((name) => <option key={name} value={name}>{t(`reviews.rules.findings.${name}`)}</option>)}
          </select>
        </label>
        <label>{t('reviews.rules.over')}<input className="field" inputMode="decimal" value={amount} aria-invalid={wrong.amount || undefined} aria-describedby={wrong.amount ? 'rules-over-wrong' : undefined} data-testid="rules-over" onChange={(event) => setAmount(event.target.value)} /></label>
        {wrong.amount && <p id="rules-over-wrong" className="small" role="status">{t('reviews.rules.over.wrong')}</p>}
        <label>{t('reviews.rules.who')}
          <select className="field" value={rules.who} data-testid="rules-who" onChange={(event) => setRules({ ...rules, who: WHO.find((one) => one === event.target.value) ?? 'agents' })}>
            {WHO.map((name) => <option key={name} value={name}>{t(`reviews.rules.who.${name}`)}</option>)}
          </select>
        </label>
        <label>{t('reviews.rules.minutes')}<input className="field" inputMode="numeric" value={minutes} aria-invalid={wrong.minutes || undefined} aria-describedby={wrong.minutes ? 'rules-minutes-wrong' : undefined} data-testid="rules-minutes" onChange={(event) => setMinutes(event.target.value)} /></label>
        {wrong.minutes && <p id="rules-minutes-wrong" className="small" role="status">{t('reviews.rules.minutes.wrong', { most: WAIT_MAX })}</p>}
        <div className="review-actions">
          <Button kind="primary" type="submit" disabled={wished === null} data-testid="rules-save">{t('reviews.rules.save')}</Button>
          {policy !== null && <Button onClick={() => save(null)}>{t('reviews.rules.none')}</Button>}
        </div>
      </form>
    </details>
  )
}
