import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Db } from './db/open.ts'

/** Finished drafts, one row each; a streaming one lives in memory until it ends. */
export function createDraftStore(db: Db) {
  return {
    save(draft: Draft): void {
      db.run('INSERT OR REPLACE INTO draft (id, conversation_id, started_at, body) VALUES (?, ?, ?, ?)', draft.id, draft.conversationId, draft.startedAt, JSON.stringify(draft))
    },
    get(id: string): Draft | null {
      const row = db.get<{ body: string }>('SELECT body FROM draft WHERE id = ?', id)
      return row ? (JSON.parse(row.body) as Draft) : null
    },
    latest(conversationId: string): Draft | null {
      const row = db.get<{ body: string }>('SELECT body FROM draft WHERE conversation_id = ? ORDER BY started_at DESC, id DESC LIMIT 1', conversationId)
      return row ? (JSON.parse(row.body) as Draft) : null
    },
    /** For each conversation whose newest draft is ready: the sequence number it answers. */
    readySeqs(): Map<string, number> {
      // SQLite takes the bare columns from the row that holds the maximum.
      const rows = db.all<{ conversation_id: string; seq: number; state: string }>(
        "SELECT conversation_id, json_extract(body, '$.basedOnSeq') AS seq, json_extract(body, '$.state') AS state, max(started_at) FROM draft GROUP BY conversation_id",
      )
      return new Map(rows.filter((row) => row.state === 'ready').map((row) => [row.conversation_id, row.seq]))
    },
    count(): number {
      return db.get<{ n: number }>("SELECT count(DISTINCT conversation_id || json_extract(body, '$.basedOnSeq')) AS n FROM draft WHERE json_extract(body, '$.state') = 'ready'")?.n ?? 0
    },
  }
}
export type DraftStore = ReturnType<typeof createDraftStore>
