import type { ReactNode } from 'react'
import type { ReviewItem } from '../../../../src-shared/contract/reviews.ts'
import { useWords } from '../../../app/i18n/use-words.ts'
import { useDeskState } from '../../../bridge/hooks.ts'
import { clock } from '../../../ui/format.ts'
import { useNow } from '../../../ui/now.ts'
import { actionWords } from '../../actions/words.ts'
import { MarkedWords } from './MarkedWords.tsx'
import { minutesWords } from './time-words.ts'

/** Who asks, how long ago, and how long there is. */
function Head({ item: { review } }: { item: ReviewItem }) {
  const { t } = useWords()
  const offset = useDeskState()?.clockOffset ?? 0
  const age = useNow((now) => minutesWords(t, now + offset - review.askedAt))
  const left = useNow((now) => minutesWords(t, review.expiresAt - now - offset))
  const isAutomatic = review.subject.kind !== 'reply' && review.subject.runId !== null
  return <p className="small quiet">{isAutomatic ? t('reviews.by-autopilot', { time: age }) : t('reviews.asked', { name: review.by.name, time: age })} · {t('reviews.left', { time: left })}</p>
}

/** The last turns: what the words answer. */
export function Talk({ item }: { item: ReviewItem }) {
  const { t, language } = useWords()
  return (
    <section className="review-talk" aria-label={t('reviews.talk')} tabIndex={0}>
      <h3>{item.customer}</h3>
      <ul>
        {item.turns.map((turn) => (
          <li key={turn.id} data-by={turn.by}>
            <span className="small quiet">{turn.by === 'desk' && turn.name ? turn.name : t(`reviews.turn.${turn.by}`)} <span className="tabular">{clock(turn.at, language)}</span></span>
            <p>{turn.text} {turn.pictures > 0 && t('reviews.pictures', { count: turn.pictures })}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What is to be decided, why it waits, and what whoever asked had before them. */
export function Proposal({ item, children }: { item: ReviewItem; /** In place of the proposed words, while they are changed. */ children?: ReactNode }) {
  const { t, local, language } = useWords()
  const { subject, why, facts, findings, by } = item.review
  return (
    <section className="review-proposal" aria-label={t(`reviews.${subject.kind === 'reply' ? 'words' : subject.kind}`, { name: item.customer })}>
      <h3>{t(`reviews.${subject.kind === 'reply' ? 'words' : subject.kind}`, { name: item.customer })}</h3>
      <Head item={item} />
      {children ?? (
        subject.kind === 'reply' ? <><MarkedWords text={subject.text} findings={findings} />{subject.attachments.length > 0 && <p className="small">{t('reviews.pictures', { count: subject.attachments.length })}</p>}</>
          : subject.kind === 'action' ? <p className="review-words">{actionWords(t, subject.action, language)}{subject.action.orderNo !== null && ` · ${t('tickets.order', { no: subject.action.orderNo })}`}</p>
            : <p className="review-words">{local(subject.note)}</p>
      )}
      <h4>{t('reviews.why')}</h4>
      <ul className="review-why">{why.map(({ rule, say }) => <li key={rule} title={rule}>{local(say)}</li>)}</ul>
      {facts.length > 0 && <><h4>{t('reviews.facts', { name: by.name })}</h4><ul className="review-facts">{facts.map((fact) => <li key={fact.zh}>{local(fact)}</li>)}</ul></>}
    </section>
  )
}
