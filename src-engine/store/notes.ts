import type { Note } from '../../src-shared/domain/note.ts'
import { tokens } from '../domain/knowledge/tokens.ts'
import { matchExpression } from './match.ts'
import type { Db } from './db/open.ts'

/** Agents' notes beside conversations, found like messages. */
export function createNoteStore(db: Db) {
  const parse = (rows: { body: string }[]): Note[] => rows.map((row) => JSON.parse(row.body) as Note)
  return {
    /** Replaces what was known of this note. A deleted one stays as a mark that it is gone. */
    put(note: Note): void {
      db.run(
        'INSERT INTO note (id, conversation_id, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body',
        note.id, note.conversationId, note.at, JSON.stringify(note),
      )
      db.run('DELETE FROM note_index WHERE rowid = (SELECT rowid FROM note WHERE id = ?)', note.id)
      const grams = note.deleted ? '' : tokens(note.text).join(' ')
      if (grams) db.run('INSERT INTO note_index (rowid, grams) VALUES ((SELECT rowid FROM note WHERE id = ?), ?)', note.id, grams)
    },
    get(id: string): Note | null {
      return parse(db.all('SELECT body FROM note WHERE id = ?', id))[0] ?? null
    },
    /** Those that are not deleted, oldest first. */
    of(conversationId: string): Note[] {
      return parse(db.all('SELECT body FROM note WHERE conversation_id = ? ORDER BY at', conversationId)).filter((note) => !note.deleted)
    },
    /** All that were written in from <= t < to and are not deleted, oldest first. */
    between(from: number, to: number): Note[] {
      return parse(db.all('SELECT body FROM note WHERE at >= ? AND at < ? ORDER BY at', from, to)).filter((note) => !note.deleted)
    },
    /** Takes it away without a trace: the gateway never knew it. */
    forget(id: string): void {
      db.run('DELETE FROM note_index WHERE rowid = (SELECT rowid FROM note WHERE id = ?)', id)
      db.run('DELETE FROM note WHERE id = ?', id)
    },
    /** Newest first. */
    search(query: string, limit: number): Note[] {
      const match = matchExpression(query)
      if (!match) return []
      return parse(db.all('SELECT body FROM note WHERE rowid IN (SELECT rowid FROM note_index WHERE note_index MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY at DESC', match, limit))
    },
    unsent: (conversationId: string): string => db.get<{ text: string }>('SELECT text FROM unsent_note WHERE conversation_id = ?', conversationId)?.text ?? '',
    setUnsent(conversationId: string, text: string): void {
      if (text === '') db.run('DELETE FROM unsent_note WHERE conversation_id = ?', conversationId)
      else db.run('INSERT INTO unsent_note (conversation_id, text) VALUES (?, ?) ON CONFLICT (conversation_id) DO UPDATE SET text = excluded.text', conversationId, text)
    },
  }
}
export type NoteStore = ReturnType<typeof createNoteStore>
