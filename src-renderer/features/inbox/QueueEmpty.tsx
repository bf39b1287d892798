import { MessagesSquare } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useEngineLink } from '../../bridge/hooks.ts'

/** Nothing was ever known yet: the shape of what comes, and a word if it takes long. */
export function QueueSkeleton() {
  const { t } = useWords()
  const link = useEngineLink()
  return (
    <div className="queue-skeleton" aria-busy="true">
      {[0, 1, 2, 3, 4].map((n) => <div key={n} className="skeleton-row" />)}
      <p className="quiet small late-word">{t(link === 'never' ? 'queue.starting' : 'queue.loading')}</p>
    </div>
  )
}

export function QueueEmpty() {
  const { t } = useWords()
  return (
    <div className="empty">
      <MessagesSquare size={24} aria-hidden />
      <h2>{t('queue.empty.title')}</h2>
      <p className="quiet">{t('queue.empty.text')}</p>
    </div>
  )
}
