import { Eye, Undo2 } from 'lucide-react'
import type { ThreadReview } from '../../../../src-shared/contract/reviews.ts'
import { report } from '../../../app/do.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { readReview, withdrawReview } from '../../../bridge/reviews.ts'
import { useDesk } from '../../../bridge/hooks.ts'
import { Button } from '../../../ui/Button.tsx'
import './reviews.css'

const BACK = ['rejected', 'expired', 'outdated'] as const

/** What became of words or an action that a supervisor looks at: said beside the composer, where the agent goes on. */
export function ReviewNote({ shown }: { shown: ThreadReview }) {
  const { t, local } = useWords()
  const desk = useDesk()
  const { review, waits } = shown
  const isAction = review.subject.kind !== 'reply'
  const back = BACK.find((state) => state === review.state)
  const said = back === undefined ? (waits ? t('review.waits.line') : `${t('review.waits')}${t('list.comma')}${review.why.map(({ say }) => local(say)).join(' ')}`)
    : `${t(isAction ? `review.action.${back}` : `review.${back}`, { name: review.decision?.by.name ?? '' })} ${review.decision?.reason ?? ''}`.trim()
  return (
    <div className="review-note small" role="status" data-testid="review-note" data-state={review.state}>
      <Eye size={14} aria-hidden /><p>{said}</p>
      {back !== undefined && <Button data-testid="review-seen" onClick={() => void readReview(desk, review.id).catch(report)}>{t('review.seen')}</Button>}
      {back === undefined && isAction && <Button icon={<Undo2 size={14} aria-hidden />} onClick={() => void withdrawReview(desk, review.id).catch(report)}>{t('review.back')}</Button>}
    </div>
  )
}
