import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { StickyNote } from 'lucide-react'
import { report } from '../../app/do.ts'
import { openNote } from '../../app/do-work.ts'
import { compose, FOCUS } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { patchScreen, screen } from '../../app/screen.ts'
import type { Desk } from '../../bridge/desk.ts'
import { useDesk } from '../../bridge/hooks.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import { rememberUnsentNote, saveNote } from '../../bridge/work.ts'
import { Button } from '../../ui/Button.tsx'
import { count } from '../../ui/format.ts'
import { useStore } from '../../ui/store.ts'
import { tooLongBy } from '../composer/limits.ts'
import { UnsentSaver } from '../composer/unsent.ts'

const savers = new WeakMap<Desk, UnsentSaver>()

/** Half-written notes go to the engine like half-written replies. */
function saverOf(desk: Desk): UnsentSaver {
  let saver = savers.get(desk)
  if (!saver) {
    const made = new UnsentSaver((conversationId, text) => desk.client.call('note.keep', { conversationId, text }))
    savers.set(desk, (saver = made))
    window.addEventListener('pagehide', () => made.flushAll())
  }
  return saver
}

/** The words of a note: what the engine kept, then what is typed. Words that the engine gives back join in while nobody types. */
function useNoteWords(id: string, kept: string) {
  const desk = useDesk()
  const [text, setText] = useState(kept)
  const [known, setKnown] = useState(kept)
  if (known !== kept) {
    setKnown(kept)
    if (text === known) setText(kept)
  }
  const last = useRef(text)
  useEffect(() => { last.current = text }, [text])
  useEffect(() => () => {
    saverOf(desk).flush(id)
    rememberUnsentNote(desk, id, last.current)
  }, [desk, id])
  return {
    text,
    change(next: string): void {
      last.current = next
      setText(next)
      saverOf(desk).change(id, next)
    },
  }
}

/** Where a note for colleagues is written, between thread and composer. Put away half-written, its words remain in sight. */
export function NoteEditor({ id, view: { unsentNote } }: { id: string; view: ThreadView }) {
  const { t } = useWords()
  const open = useStore(screen, (s) => s.noteFor === id)
  if (open) return <Editor id={id} kept={unsentNote} />
  return unsentNote !== '' && (
    <button type="button" className="note-editor note-kept small" onClick={() => openNote(id)} data-testid="note-kept">
      <StickyNote size={12} aria-hidden /> {t('note.unfinished')} <span className="one-line" dir="auto">{unsentNote}</span>
    </button>
  )
}

function Editor({ id, kept }: { id: string; kept: string }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const { text, change } = useNoteWords(id, kept)
  const over = tooLongBy(text)
  const close = () => {
    // The composer first: between the two a letter would fall beside the page.
    compose()
    patchScreen({ noteFor: null })
  }
  const save = () => {
    const words = text.trim()
    if (words === '' || over > 0) return
    change('')
    saverOf(desk).flush(id)
    saveNote(desk, id, words).catch((error: unknown) => {
      change(words)
      rememberUnsentNote(desk, id, words)
      report(error)
    })
    close()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape') || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') close()
    else if (!event.repeat) save()
  }
  return (
    <section className="note-editor" aria-label={t('note.label')}>
      <p className="small note-label">{t('note.label')} <span className="quiet">{t('note.keys')}</span></p>
      <div className="note-line">
        <textarea
          rows={2} value={text} data-focus={FOCUS.note} aria-label={t('note.label')} placeholder={t('note.placeholder')} data-testid="note-field" dir="auto"
          onChange={(event) => change(event.target.value)} onKeyDown={onKey} onBlur={() => saverOf(desk).flush(id)}
        />
        <Button onClick={save} disabled={text.trim() === '' || over > 0} data-testid="note-save">{t('note.save')}</Button>
      </div>
      {over > 0 && <p className="too-long small" role="status">{t('note.long', { count: over, over: count(over, language) })}</p>}
    </section>
  )
}
