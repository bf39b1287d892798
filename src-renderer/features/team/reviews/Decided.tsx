import type { ReviewItem } from '../../../../src-shared/contract/reviews.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { sendApproved } from '../../../bridge/reviews.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import { clock } from '../../../ui/format.ts'

/** What was decided lately, and whether approved words have reached the customer. */
export function Decided({ decided }: { decided: readonly ReviewItem[] }) {
  const { t, language } = useWords()
  const desk = useDesk()
  if (decided.length === 0) return null
  return (
    <details className="reviews-decided" open={decided.some(({ arrival }) => arrival === 'stuck')}>
      <summary>{t('reviews.last')}</summary>
      <ul>
        {decided.map(({ review, customer, arrival }) => (
          <li key={review.id} className="small" data-testid="review-decided" data-state={review.state}>
            <span className="tabular quiet">{clock(review.decision?.at ?? review.askedAt, language)}</span> {customer} · {t(`reviews.state.${review.state}`)}
            {review.decision && ` · ${review.decision.by.name}`}{review.decision?.reason && ` · ${review.decision.reason}`}
            {arrival !== 'none' && ` · ${t(`reviews.arrival.${arrival}`)}`}
            {arrival === 'stuck' && <Button data-testid="review-send-here" onClick={() => void sendApproved(desk, review.id).catch(report)}>{t('reviews.send-here')}</Button>}
          </li>
        ))}
      </ul>
    </details>
  )
}
