import type { Resolution } from '../../src-shared/domain/disposition.ts'
import type { Db } from './db/open.ts'

/** How conversations were resolved, each time that they were. */
export function createResolutionStore(db: Db) {
  return {
    put(resolution: Resolution): void {
      db.run(
        'INSERT INTO resolution (id, conversation_id, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
        resolution.id, resolution.conversationId, JSON.stringify(resolution),
      )
    },
    get(id: string): Resolution | null {
      const row = db.get<{ body: string }>('SELECT body FROM resolution WHERE id = ?', id)
      return row ? (JSON.parse(row.body) as Resolution) : null
    },
    /** Those that hold, oldest first. */
    of(conversationId: string): Resolution[] {
      return db
        .all<{ body: string }>('SELECT body FROM resolution WHERE conversation_id = ?', conversationId)
        .map((row) => JSON.parse(row.body) as Resolution)
        .filter((resolution) => !resolution.withdrawn)
        .sort((a, b) => a.at - b.at)
    },
  }
}
export type ResolutionStore = ReturnType<typeof createResolutionStore>
