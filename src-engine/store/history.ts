import { HistoryMapping, type HistoryConversation, type HistoryFormat } from '../../src-shared/domain/history.ts'
import type { Db } from './db/open.ts'

/** A file that was imported; times in milliseconds since the epoch. */
export interface StoredHistoryFile {
  id: string
  name: string
  format: HistoryFormat
  importedAt: number
  skipped: number
  conversations: number
  turns: number
  /** First and last turn; null: no times. */
  from: number | null
  until: number | null
}

interface FileRow { id: string; name: string; format: HistoryFormat; imported_at: number; skipped: number; conversations: number; turns: number; from_at: number | null; until_at: number | null }

const PUT = `INSERT INTO history_conversation (id, file_id, first_at, last_at, turns, body) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET file_id = excluded.file_id, first_at = excluded.first_at, last_at = excluded.last_at, turns = excluded.turns, body = excluded.body`

/** Imported conversations, and what was said of their files' columns. */
export function createHistoryStore(db: Db) {
  return {
    /** Notes a file; one of the same name and tool is the same. @returns its id */
    putFile(file: { id: string; name: string; format: HistoryFormat; importedAt: number; skipped: number }): string {
      db.run(
        `INSERT INTO history_file (id, name, format, imported_at, skipped) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (name, format) DO UPDATE SET imported_at = excluded.imported_at, skipped = excluded.skipped`,
        file.id, file.name, file.format, file.importedAt, file.skipped,
      )
      return db.get<{ id: string }>('SELECT id FROM history_file WHERE name = ? AND format = ?', file.name, file.format)?.id ?? file.id
    },
    /** Keeps conversations; one that is there already is brought up to date. */
    put(fileId: string, conversations: readonly HistoryConversation[]): void {
      for (const one of conversations) db.run(PUT, one.id, fileId, one.turns[0]?.at ?? null, one.turns.at(-1)?.at ?? null, one.turns.length, JSON.stringify(one))
    },
    /** Files with conversations, the last imported first. */
    files(): StoredHistoryFile[] {
      return db
        .all<FileRow>(
          `SELECT f.id, f.name, f.format, f.imported_at, f.skipped, count(*) AS conversations, sum(c.turns) AS turns, min(c.first_at) AS from_at, max(c.last_at) AS until_at
           FROM history_file f JOIN history_conversation c ON c.file_id = f.id GROUP BY f.id ORDER BY f.imported_at DESC, f.id`,
        )
        .map(({ imported_at, from_at, until_at, ...file }) => ({ ...file, importedAt: imported_at, from: from_at, until: until_at }))
    },
    forget(fileId: string): void {
      db.run('DELETE FROM history_conversation WHERE file_id = ?', fileId)
      db.run('DELETE FROM history_file WHERE id = ?', fileId)
    },
    count: (): number => db.get<{ n: number }>('SELECT count(*) AS n FROM history_conversation')?.n ?? 0,
    get(id: string): HistoryConversation | null {
      const row = db.get<{ body: string }>('SELECT body FROM history_conversation WHERE id = ?', id)
      return row ? (JSON.parse(row.body) as HistoryConversation) : null
    },
    /** The next conversations by id. @param after '' begins */
    page(after: string, limit: number): HistoryConversation[] {
      return db.all<{ body: string }>('SELECT body FROM history_conversation WHERE id > ? ORDER BY id LIMIT ?', after, limit).map(({ body }) => JSON.parse(body) as HistoryConversation)
    },
    /** What was said of a file with these columns; null: nothing yet. */
    mapping(shape: string): HistoryMapping | null {
      const row = db.get<{ body: string }>('SELECT body FROM history_mapping WHERE shape = ?', shape)
      return row ? (HistoryMapping.safeParse(JSON.parse(row.body)).data ?? null) : null
    },
    remember(shape: string, mapping: HistoryMapping): void {
      db.run('INSERT INTO history_mapping (shape, body) VALUES (?, ?) ON CONFLICT (shape) DO UPDATE SET body = excluded.body', shape, JSON.stringify(mapping))
    },
  }
}
export type HistoryStore = ReturnType<typeof createHistoryStore>
