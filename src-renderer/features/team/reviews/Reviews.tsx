import { useEffect, useState } from 'react'
import { Check, Pencil, Undo2, X } from 'lucide-react'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useReviews } from '../../../bridge/reviews.ts'
import { Button } from '../../../ui/Button.tsx'
import { useNow } from '../../../ui/now.ts'
import { Decided } from './Decided.tsx'
import { EditForm } from './EditForm.tsx'
import { dropHalf, halfOf, keepHalf } from './half-decided.ts'
import { RejectForm } from './RejectForm.tsx'
import { Proposal, Talk } from './ReviewView.tsx'
import { ReviewRules } from './ReviewRules.tsx'
import { useDeciding } from './use-deciding.ts'
import './reviews.css'

const isWriting = (target: EventTarget | null): boolean => target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type !== 'radio')

/** What waits for a supervisor: one at a time, decided by single keys. */
export function Reviews() {
  const { t } = useWords()
  const reviews = useReviews()
  const { item, at, count, alike, step, decide, undo, last, left, choose } = useDeciding(reviews?.open ?? [])
  const [begun, begin] = useState<{ id: string; what: 'edit' | 'reject' } | null>(null)
  const id = item?.review.id
  const doing = begun !== null && begun.id === id ? begun.what : 'look'
  const setDoing = (what: 'look' | 'edit' | 'reject'): void => begin(what === 'look' || id === undefined ? null : { id, what })
  const canUndo = useNow((now) => last !== null && now < last.until)
  const isReply = item?.review.subject.kind === 'reply'
  const mayDecide = item !== null && (reviews?.mayDecide ?? false)
  const act: Partial<Record<string, () => void>> = {
    j: () => step(1), k: () => step(-1), u: undo,
    ...(mayDecide ? { a: () => decide({ verdict: 'approve' }), r: () => setDoing('reject'), ...(isReply ? { e: () => setDoing('edit') } : {}) } : {}),
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target) || doing !== 'look') return
      const work = act[event.key.toLowerCase()]
      if (!work) return
      event.preventDefault()
      work()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  if (reviews === undefined) return null
  return (
    <div className="reviews">
      <div className="reviews-head">
        <strong data-testid="reviews-count">{t('reviews.waiting', { count })}</strong>
        {count > 0 && <span className="quiet tabular">{t('reviews.place', { n: at + 1, count })}</span>}
        {alike > 0 && <span className="chip">{t('reviews.group', { count: alike })}</span>}
        <span className="quiet">{t('reviews.decided', { count: reviews.decided.length })}</span>
        {canUndo && <Button icon={<Undo2 size={14} aria-hidden />} shortcut="U" data-testid="review-undo" onClick={undo}>{t('reviews.undo')} <kbd>U</kbd></Button>}
      </div>
      {item === null ? <p className="quiet" data-testid="reviews-empty">{t(!reviews.mayDecide ? 'reviews.empty.agent' : reviews.policy === null ? 'reviews.empty.rules' : 'reviews.empty')}</p> : (
        <article className="review" data-testid="review">
          <Talk item={item} />
          <div className="review-right">
            <Proposal item={item}>{doing === 'edit' && item.review.subject.kind === 'reply' ? <EditForm text={halfOf(item.review.id).words ?? item.review.subject.text} label={t('reviews.words', { name: item.customer })} onWrite={(words) => keepHalf(item.review.id, { words })} onDone={(text) => { dropHalf(item.review.id); decide({ verdict: 'edit', text }) }} onCancel={() => setDoing('look')} /> : undefined}</Proposal>
            {(item.own || !mayDecide) && <p className="small">{t(mayDecide ? 'reviews.own' : 'reviews.not-lead')}</p>}
            {doing === 'reject' && <RejectForm written={halfOf(item.review.id).reason ?? ''} onWrite={(reason) => keepHalf(item.review.id, { reason })} onReason={(reason) => { dropHalf(item.review.id); decide({ verdict: 'reject', reason }) }} onCancel={() => setDoing('look')} />}
            {doing === 'look' && mayDecide && (
              <div className="review-actions">
                <Button kind="primary" icon={<Check size={14} aria-hidden />} shortcut="A" data-testid="review-approve" onClick={act['a']}>{t('reviews.approve')} <kbd>A</kbd></Button>
                {isReply && <Button icon={<Pencil size={14} aria-hidden />} shortcut="E" data-testid="review-edit" onClick={act['e']}>{t('reviews.edit')} <kbd>E</kbd></Button>}
                <Button icon={<X size={14} aria-hidden />} shortcut="R" data-testid="review-reject" onClick={act['r']}>{t('reviews.reject')} <kbd>R</kbd></Button>
              </div>
            )}
          </div>
        </article>
      )}
      {left.length > 1 && (
        <ol className="review-list" aria-label={t('reviews.list')}>
          {left.map(({ review, customer }) => (
            <li key={review.id}><button type="button" className="text-button" aria-current={review.id === id ? 'true' : undefined} onClick={() => choose(review.id)}>{customer} · {review.by.name}</button></li>
          ))}
        </ol>
      )}
      {mayDecide && <p className="small quiet">{t('reviews.keys')}</p>}
      <Decided decided={reviews.decided} />
      {reviews.mayDecide && <ReviewRules policy={reviews.policy} />}
    </div>
  )
}
