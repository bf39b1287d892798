import { useState } from 'react'
import { REVIEW_REASON_MAX } from '../../../../src-shared/domain/review.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { Button } from '../../../ui/Button.tsx'

const REASONS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** Why it does not go: a digit, or one's own words. */
export function RejectForm({ written, onWrite, onReason, onCancel }: { written: string; onWrite: (reason: string) => void; onReason: (reason: string) => void; onCancel: () => void }) {
  const { t } = useWords()
  const [own, setOwn] = useState(written)
  return (
    <form
      className="review-reject" aria-label={t('reviews.reject')}
      onSubmit={(event) => { event.preventDefault(); if (own.trim() !== '') onReason(own.trim()) }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault()
          event.stopPropagation()
          return onCancel()
        }
        const reason = own === '' && !event.nativeEvent.isComposing ? REASONS.find((n) => event.key === String(n)) : undefined
        if (reason === undefined) return
        event.preventDefault()
        onReason(t(`reviews.reason.${reason}`))
      }}
    >
      <p id="review-reason" className="small">{t('reviews.reason')}</p>
      <input className="field" autoFocus aria-labelledby="review-reason" placeholder={t('reviews.reason.own')} maxLength={REVIEW_REASON_MAX} value={own} data-testid="review-reason" onChange={(event) => { setOwn(event.target.value); onWrite(event.target.value) }} />
      <div className="review-reasons">
        {REASONS.map((n) => <Button key={n} onClick={() => onReason(t(`reviews.reason.${n}`))}><kbd>{n}</kbd> {t(`reviews.reason.${n}`)}</Button>)}
      </div>
      <Button kind="bare" onClick={onCancel}>{t('reviews.cancel')}</Button>
    </form>
  )
}
