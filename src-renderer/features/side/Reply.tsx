import { useEffect, useRef, type KeyboardEvent } from 'react'
import { ClipboardCheck, Pencil, RefreshCw, StickyNote, TextSearch } from 'lucide-react'
import type { SideLoose, SideView } from '../../../src-shared/contract/side.ts'
import { blocking } from '../../../src-shared/domain/protects.ts'
import { useWords } from '../../app/i18n/use-words.ts'
import { useDesk, useDraft, useSettings } from '../../bridge/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { useStore } from '../../ui/store.ts'
import { placeFindings } from '../composer/guard/place.ts'
import { FIELD_MAX } from '../composer/limits.ts'
import { meaningOf } from '../composer/send-key.ts'
import { noteGone, noteShown, noteTyped } from '../composer/writing.ts'
import { AskAnyway } from './AskAnyway.tsx'
import { copyReply, draftAgain, replyOf } from './do-side.ts'
import { DraftWords } from './DraftWords.tsx'
import { Marks } from './Marks.tsx'
import { panel, setEdit, setMode, standingEdit } from './panel.ts'
import { SidePromises } from './SidePromises.tsx'
import { StoppedCopy } from './StoppedCopy.tsx'

/** The reply: the draft as it streams, or the agent's own words; what the guard says of it; and the key that copies it. */
export function Reply({ view, loose }: { view: SideView; loose: SideLoose }) {
  const { t } = useWords()
  const desk = useDesk()
  const draft = useDraft(loose.id)
  const mode = useStore(panel, (p) => p.mode)
  const edits = useStore(panel, (p) => p.edits)
  const edit = standingEdit(edits, loose)
  const aside = edit ? undefined : edits.get(loose.id)
  const asking = useStore(panel, (p) => p.asking)
  const sendWith = useSettings()?.sendWith ?? 'ctrl-enter'
  // Copied: the reply stands among the turns now, and the same draft below it would look like another.
  const last = loose.turns.at(-1)
  const answered = edit === undefined && last?.role === 'agent'
  const text = answered ? last.text : edit?.text ?? draft?.text ?? ''
  const placed = draft && !answered && draft.state !== 'streaming' ? placeFindings(text, draft) : []
  const ready = replyOf(view, draft) !== null
  // What was cleared, or begun before there was a draft, began as no draft.
  const draftId = edit ? edit.draftId : draft?.state === 'ready' ? draft.id : null
  const section = useRef<HTMLElement>(null)
  const shownId = draft?.state === 'ready' && !answered ? draft.id : null
  useEffect(() => {
    if (shownId !== null) noteShown(desk, loose.id, shownId)
  }, [desk, loose.id, shownId])
  useEffect(() => () => noteGone(desk, loose.id), [desk, loose.id])
  return (
    <section className="side-reply" ref={section} aria-label={t('side.reply')}>
      {mode === 'edit'
        ? <EditField loose={loose} text={text} draftId={draftId} />
        : !answered && <DraftWords text={text} draft={draft} own={edit !== undefined} placed={placed} />}
      <Marks loose={loose} text={text} placed={placed} draftId={draftId} />
      {!answered && <SidePromises key={loose.id} loose={loose} text={draft?.state === 'streaming' && !edit ? '' : text} home={section} />}
      {asking?.looseId === loose.id && asking.customerId === (loose.customer?.id ?? null) && (blocking(asking.findings).length > 0 ? <StoppedCopy loose={loose} text={asking.text} findings={asking.findings} draftId={draftId} /> : <AskAnyway findings={asking.findings} />)}
      <div className="side-actions">
        <Button kind="primary" icon={<ClipboardCheck size={15} aria-hidden />} disabled={!ready} data-testid="side-copy" onClick={() => void copyReply(desk, false)}>{t(answered ? 'side.copy.again' : 'side.copy')} <kbd>{mode === 'edit' && sendWith === 'ctrl-enter' ? 'Ctrl Enter' : 'Enter'}</kbd></Button>
        <Button icon={<Pencil size={14} aria-hidden />} data-testid="side-edit" onClick={() => setMode('edit')}>{t('side.edit')} <kbd>E</kbd></Button>
        <Button kind="bare" icon={<TextSearch size={15} aria-hidden />} name={t('phrases')} shortcut="/" data-testid="side-phrases" onClick={() => setMode('phrases')} />
        <Button kind="bare" icon={<StickyNote size={15} aria-hidden />} name={t('side.memo')} shortcut="M" aria-pressed={mode === 'memo'} data-testid="side-memo" onClick={() => setMode(mode === 'memo' ? 'look' : 'memo')} />
        <Button kind="bare" icon={<RefreshCw size={14} aria-hidden />} name={t('draft.again')} disabled={draft?.state === 'streaming'} onClick={() => draftAgain(desk, loose)} />
      </div>
      {edit && draft?.state === 'ready' && draft.text !== edit.text && <button type="button" className="text-button small" onClick={() => { setEdit(loose, null); setMode('look') }}>{t('side.draft.use')}</button>}
      {aside && <button type="button" className="text-button small" data-testid="side-aside" onClick={() => setEdit(loose, { text: aside.text, draftId: null })}>{t('side.own.use')}</button>}
    </section>
  )
}

/** The agent's own words. Keys as in the desk's composer: what sends there copies here. */
function EditField({ loose, text, draftId }: { loose: SideLoose; text: string; draftId: string | null }) {
  const { t } = useWords()
  const desk = useDesk()
  const sendWith = useSettings()?.sendWith ?? 'ctrl-enter'
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length)
  }, [])
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing || meaningOf(event, sendWith) !== 'send') return
    event.preventDefault()
    if (!event.repeat) void copyReply(desk, false)
  }
  return (
    <textarea
      ref={field} className="side-field" data-testid="side-field" value={text} maxLength={FIELD_MAX} rows={6}
      aria-label={loose.customer ? t('side.edit.field', { name: loose.customer.name }) : t('side.edit.nobody')}
      onChange={(event) => {
        noteTyped(desk, loose.id, event.target.value, draftId !== null)
        setEdit(loose, { text: event.target.value, draftId: event.target.value.trim() === '' ? null : draftId })
      }} onKeyDown={onKey}
    />
  )
}
