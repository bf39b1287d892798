import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Note } from '../../src-shared/domain/note.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { unknownConversation } from './thread.ts'

/** Here at once, at the gateway as soon as it is reached; a newer wish for the same note replaces one that still waits. */
function keep(engine: Engine, note: Note, what: string): void {
  const { store } = engine
  const id = engine.newId()
  store.transaction(() => {
    store.notes.put(note)
    store.commands.dropAbout('note', 'noteId', note.id)
    store.commands.add({
      id, call: 'note',
      params: { id, noteId: note.id, conversationId: note.conversationId, text: note.text, deleted: note.deleted, name: note.author.name, at: note.at },
    })
    store.audit.add(engine.clock.now(), what, note.id)
  })
  engine.publish({ kind: 'context', conversationId: note.conversationId })
  engine.wake('outbox')
}

function notYours(): AppError {
  return new AppError({ code: 'not-yours', retryable: false, say: { zh: '这条备注是同事写的，只有本人能改。', en: 'A colleague wrote this note; only they can change it.' } })
}

/**
 * Writes a note, changes it, or brings a deleted one back: the id made by the window tells which. The words that were
 * being written are done with.
 * @throws AppError `not-found`, `not-yours`
 */
export function saveNote(engine: Engine, { id, conversationId, text }: CallParams<'note.save'>, agentName: string): void {
  const { store } = engine
  if (!store.conversations.get(conversationId)) throw unknownConversation()
  const known = store.notes.get(id)
  if (known && known.author.id !== engine.seatId) throw notYours()
  if (known && !known.deleted && known.text === text) return
  const now = engine.clock.now()
  const note: Note = { id, conversationId, author: { id: engine.seatId, name: agentName }, text, at: known?.at ?? now, editedAt: known ? now : null, deleted: false, ...(known?.whisper ? { whisper: known.whisper } : {}) }
  keep(engine, note, known ? 'note-changed' : 'note-written')
  if (!known) store.notes.setUnsent(conversationId, '')
}

/** @throws AppError `not-yours` */
export function deleteNote(engine: Engine, id: string): void {
  const known = engine.store.notes.get(id)
  if (!known || known.deleted) return
  if (known.author.id !== engine.seatId) throw notYours()
  keep(engine, { ...known, text: '', editedAt: engine.clock.now(), deleted: true }, 'note-deleted')
}
