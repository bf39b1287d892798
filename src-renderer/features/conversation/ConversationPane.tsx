import { useEffect } from 'react'
import { MousePointerClick } from 'lucide-react'
import { useWords } from '../../app/i18n/use-words.ts'
import { useKeys } from '../../app/use-keys.ts'
import { casePane } from '../../app/late-parts.ts'
import { painted, screen } from '../../app/screen.ts'
import { sayOf } from '../../bridge/call-error.ts'
import { useDesk, useRows, useThread } from '../../bridge/hooks.ts'
import { useMayWrite } from '../../bridge/people.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { useCasesShown } from '../cases/view.ts'
import { Composer } from '../composer/Composer.tsx'
import { ReaderComposer } from '../composer/ReaderComposer.tsx'
import { Hints } from '../help/Hints.tsx'
import { IncidentLines } from '../team/incidents/IncidentLines.tsx'
import { NoteEditor } from '../wrap-up/NoteEditor.tsx'
import { AnswersLine } from './AnswersLine.tsx'
import { MessageList } from './MessageList.tsx'
import { ThreadActions, ThreadHeader } from './ThreadHeader.tsx'
import './conversation.css'

/** The middle of the desk: the conversation on the screen and the composer that answers it. */
export function ConversationPane() {
  const { t } = useWords()
  const selected = useStore(screen, (s) => s.selected)
  // Keys wait until the customer whom the desk chose is painted: said to those who cannot see it.
  const busy = useStore(screen, (s) => s.unpainted !== null)
  const cases = useCasesShown()
  return (
    <main className="conversation" data-conversation={selected ?? undefined} aria-label={t('thread.name')} aria-busy={busy}>
      {cases ? <casePane.Part /> : selected ? <Conversation key={selected} id={selected} /> : <NothingChosen />}
    </main>
  )
}

function NothingChosen() {
  const { t } = useWords()
  const keys = useKeys()
  // Without any conversation the queue says what to do; one hint at a time.
  const some = (useRows()?.size ?? 0) > 0
  return (
    <div className="nothing-chosen">
      <div className="empty" hidden={!some}>
        <MousePointerClick size={24} aria-hidden />
        <h2>{t('thread.none.title')}</h2>
        <p className="quiet">{t('thread.none.text', { key: keys.next })}</p>
      </div>
      <Hints />
    </div>
  )
}

function Conversation({ id }: { id: string }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { view, failed } = useThread(id)
  useEffect(() => desk.show(id), [desk, id])
  const mayWrite = useMayWrite()
  const settled = view !== undefined || failed !== null
  useEffect(() => {
    if (!settled) return
    // Two frames: after the first the browser has painted what React put there.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => painted(id)))
    return () => cancelAnimationFrame(frame)
  }, [id, settled])
  return (
    <>
      <ThreadHeader id={id} conversation={view?.conversation ?? null} />
      <AnswersLine id={id} />
      {view && <IncidentLines id={id} incidents={view.incidents ?? []} />}
      {view ? <MessageList id={id} view={view} />
        : failed ? <ThreadFailed say={sayOf(failed, language) ?? t('said.failed')} onAgain={() => void desk.cache.refetchQueries({ queryKey: ['thread', id] })} />
          : <div className="messages-wait" aria-busy="true"><div className="skeleton-bubble" /><div className="skeleton-bubble" data-own="" /></div>}
      {view && mayWrite && <NoteEditor id={id} view={view} />}
      {view && (mayWrite ? <Composer id={id} view={view} /> : <ReaderComposer id={id} view={view} />)}
      <ThreadActions id={id} />
    </>
  )
}

function ThreadFailed({ say, onAgain }: { say: string; onAgain: () => void }) {
  const { t } = useWords()
  return (
    <div className="empty" role="alert">
      <p>{say}</p>
      <Button onClick={onAgain}>{t('again')}</Button>
    </div>
  )
}
