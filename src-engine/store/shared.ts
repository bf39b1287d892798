import type { z } from 'zod'
import type { Db } from './db/open.ts'

/** What the team shares and this desk only shows or asks: the log's last word on each thing, by kind and key. */
export function createSharedStore(db: Db) {
  return {
    put(kind: string, key: string, value: unknown): void {
      db.run('INSERT INTO shared_state (kind, key, body) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body', kind, key, JSON.stringify(value))
    },
    remove(kind: string, key: string): void {
      db.run('DELETE FROM shared_state WHERE kind = ? AND key = ?', kind, key)
    },
    /** null: unknown, or written by a later version that this schema does not read. */
    get<T>(kind: string, key: string, schema: z.ZodType<T>): T | null {
      const row = db.get<{ body: string }>('SELECT body FROM shared_state WHERE kind = ? AND key = ?', kind, key)
      const parsed = row && schema.safeParse(JSON.parse(row.body))
      return parsed?.success ? parsed.data : null
    },
    /** Ascending by key. */
    all<T>(kind: string, schema: z.ZodType<T>): T[] {
      return db.all<{ body: string }>('SELECT body FROM shared_state WHERE kind = ? ORDER BY key', kind)
        .flatMap(({ body }) => { const parsed = schema.safeParse(JSON.parse(body)); return parsed.success ? [parsed.data] : [] })
    },
    /** The log is another one: everything comes anew. */
    forgetLog(): void {
      db.exec('DELETE FROM shared_state')
    },
  }
}
export type SharedStore = ReturnType<typeof createSharedStore>
