import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import './teach.css'

/** Under a message that has a topic of the shop's own, or that a person corrected: what it is about. */
export function MessageTopics({ message: { verdict, corrected } }: { message: ThreadMessage }) {
  const { t, label } = useWords()
  if (!verdict) return null
  const own = verdict.own ?? []
  if (own.length === 0 && !corrected) return null
  return (
    <p className="message-topics small" data-testid="message-topics">
      {verdict.topics.map((one) => <span key={one.label} className="topic-chip">{label(one.label)}</span>)}
      {own.map((one) => <span key={one.label} className="topic-chip" data-own=""><bdi>{one.label}</bdi></span>)}
      {corrected && <span className="quiet" title={t('teach.corrected.title')}>{t('teach.corrected')}</span>}
    </p>
  )
}
