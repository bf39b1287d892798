import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Db } from './db/open.ts'

/** Newest drafts that are looked at for what was quoted together. */
const CITED_FROM = 5_000

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
    /**
     * How often two articles were quoted in one conversation, in drafts that went out word for word; ids in alphabetical order.
     * Only the newest drafts are looked at: what belonged together years ago need not now.
     */
    citedTogether(): { a: string; b: string; times: number }[] {
      return db.all<{ a: string; b: string; times: number }>(
        `WITH sent AS (
           SELECT DISTINCT d.conversation_id AS conversation, json_extract(c.value, '$.id') AS article
           FROM (SELECT * FROM draft ORDER BY started_at DESC LIMIT ${CITED_FROM}) d, json_each(d.body, '$.citations') c
           WHERE json_extract(c.value, '$.kind') = 'article'
             AND EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = d.conversation_id AND m.author_kind IN ('agent', 'autopilot') AND m.text = json_extract(d.body, '$.text'))
         )
         SELECT x.article AS a, y.article AS b, count(*) AS times FROM sent x JOIN sent y ON x.conversation = y.conversation AND x.article < y.article GROUP BY x.article, y.article`,
      )
    },
    /** Articles that the newest drafts quoted, each with the draft and the reply that followed it; drafts that nobody answered are left out. */
    citedAndAnswered(): { article: string; draft: string; reply: string }[] {
      return db.all<{ article: string; draft: string; reply: string }>(
        `WITH answered AS (
           SELECT d.id AS id, d.body AS body,
             (SELECT m.text FROM message m WHERE m.conversation_id = d.conversation_id AND m.author_kind IN ('agent', 'autopilot') AND m.seq > json_extract(d.body, '$.basedOnSeq') ORDER BY m.seq LIMIT 1) AS reply
           FROM (SELECT * FROM draft ORDER BY started_at DESC LIMIT ${CITED_FROM}) d
         )
         SELECT DISTINCT a.id, json_extract(c.value, '$.id') AS article, json_extract(a.body, '$.text') AS draft, a.reply AS reply
         FROM answered a, json_each(a.body, '$.citations') c WHERE a.reply IS NOT NULL AND json_extract(c.value, '$.kind') = 'article'`,
      )
    },
    count(): number {
      return db.get<{ n: number }>("SELECT count(DISTINCT conversation_id || json_extract(body, '$.basedOnSeq')) AS n FROM draft WHERE json_extract(body, '$.state') = 'ready'")?.n ?? 0
    },
  }
}
export type DraftStore = ReturnType<typeof createDraftStore>
