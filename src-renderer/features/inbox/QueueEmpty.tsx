import { CloudOff, MessagesSquare } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { openSettings } from '../../app/screen.ts'
import { useDeskState, useEngineLink } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'

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

/** Nobody is there: because nobody wrote yet, or because nobody can. */
export function QueueEmpty() {
  const { t } = useWords()
  const offline = useDeskState()?.link.state === 'offline'
  return (
    <div className="empty">
      {offline ? <CloudOff size={24} aria-hidden /> : <MessagesSquare size={24} aria-hidden />}
      <h2>{t(offline ? 'queue.empty.offline.title' : 'queue.empty.title')}</h2>
      <p className="quiet">{t(offline ? 'queue.empty.offline.text' : 'queue.empty.text')}</p>
      {offline && <Button onClick={() => openSettings('connection')}>{t('settings.section.connection')}</Button>}
    </div>
  )
}
