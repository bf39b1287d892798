import type { Disposition, Resolution } from '../../src-shared/domain/disposition.ts'
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
    /** Of conversations that are resolved now, those that ended in one of these ways, newest first. */
    endedIn(dispositions: readonly Disposition[], limit: number): Resolution[] {
      return db
        .all<{ body: string }>(
          `SELECT resolution.body FROM resolution JOIN conversation ON conversation.id = conversation_id AND status = 'resolved'
           AND json_extract(conversation.body, '$.resolution.id') = resolution.id
           WHERE json_extract(resolution.body, '$.disposition') IN (SELECT value FROM json_each(?)) ORDER BY resolved_at DESC LIMIT ?`,
          JSON.stringify(dispositions), limit,
        )
        .map((row) => JSON.parse(row.body) as Resolution)
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
