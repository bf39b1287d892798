import { useState, type KeyboardEvent } from 'react'
import { StickyNote } from 'lucide-react'
import type { ThreadNote } from '../../../src-shared/contract/desk.ts'
import { deleteNote } from '../../app/do-work.ts'
import { report } from '../../app/do.ts'
import { focusComposer } from '../../app/focus.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk } from '../../bridge/hooks.ts'
import { saveNote } from '../../bridge/work.ts'
import { Button } from '../../ui/Button.tsx'
import { focusOnceDrawn } from '../../ui/focus-first.ts'
import { clock, dateTime } from '../../ui/format.ts'
import { tooLongBy } from '../composer/limits.ts'
import { RichText } from '../conversation/RichText.tsx'
import { hitsIn, type Mark } from '../conversation/segments.ts'

const MENTION = /@[\p{L}\p{N}_-]+/gu

/** Names with an @ and the words that a search looked for, as code points. */
function marksOf(text: string, query: string | null): Mark[] {
  const mentions = [...text.matchAll(MENTION)].map((match): Mark => {
    const start = [...text.slice(0, match.index)].length
    return { start, end: start + [...match[0]].length, kind: 'mention', note: '' }
  })
  return query ? [...mentions, ...hitsIn(text, query)] : mentions
}

/** Words among colleagues, full width and unlike any bubble. Its writer may change or delete it. */
export function NoteBubble({ note, query }: { note: ThreadNote; query: string | null }) {
  const { t, language } = useWords()
  const desk = useDesk()
  const [editing, setEditing] = useState(false)
  const { name } = note.author
  return (
    <article className="note" data-whisper={note.whisper ? '' : undefined} aria-label={t('note.by', { name })} data-testid="note" data-found={query !== null ? '' : undefined}>
      <header className="small">
        <StickyNote size={12} aria-hidden /> <b><bdi>{name}</bdi></b> <time className="tabular" title={dateTime(note.at, language)}>{clock(note.at, language)}</time>
        {note.editedAt !== null && <span className="quiet">{t('note.edited')}</span>}
        {note.whisper && <b className="note-whisper">{note.own ? t('note.whisper.own', { name: note.whisper.name }) : t('note.whisper')}</b>}
        {note.waits && <span className="note-waits">{t('note.waits')}</span>}
        {note.own && !editing && (
          <span className="note-actions">
            <button type="button" className="text-button" onClick={() => setEditing(true)}>{t('note.edit')}</button>
            <button type="button" className="text-button" onClick={() => deleteNote(desk, note)}>{t('note.delete')}</button>
          </span>
        )}
      </header>
      {editing ? <NoteChange note={note} onDone={() => { setEditing(false); focusComposer() }} /> : <RichText text={note.text} marks={marksOf(note.text, query)} />}
    </article>
  )
}

function NoteChange({ note, onDone }: { note: ThreadNote; onDone: () => void }) {
  const { t } = useWords()
  const desk = useDesk()
  const [text, setText] = useState(note.text)
  const unfit = text.trim() === '' || tooLongBy(text) > 0
  const save = () => {
    if (unfit) return
    void saveNote(desk, note.conversationId, text.trim(), note.id).then(onDone, report)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape') || event.shiftKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onDone()
    else save()
  }
  return (
    <div className="note-line">
      <textarea
        ref={focusOnceDrawn} rows={2} dir="auto" value={text} aria-label={t('note.label')} onChange={(event) => setText(event.target.value)} onKeyDown={onKey}
      />
      <Button onClick={save} disabled={unfit}>{t('save')}</Button>
      <Button kind="bare" onClick={onDone}>{t('cancel')}</Button>
    </div>
  )
}
