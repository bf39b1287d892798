import type { Db } from './db/open.ts'

/** How one case ended, as far as it is known. Times are milliseconds of the gateway's clock. */
export interface CaseOutcomeRow {
  conversationId: string
  closedAt: number
  automatic: boolean
  /** null: nobody could tell what it was about. */
  intent: string | null
  state: 'pending' | 'resolved' | 'reopened'
  until: number | null
  cameBack: { conversationId: string; at: number } | null
}

/** A message without what a count has no use for. */
export interface CaseMessage { id: string; by: 'customer' | 'agent' | 'autopilot'; at: number; text: string; topics: string[]; acts: string[] }

interface Columns { conversation_id: string; closed_at: number; automatic: number; intent: string | null; state: CaseOutcomeRow['state']; until: number | null; back_in: string | null; back_at: number | null }
interface MessageColumns { id: string; author_kind: CaseMessage['by']; at: number; text: string; topics: string | null; acts: string | null }

const outcome = (row: Columns): CaseOutcomeRow => ({
  conversationId: row.conversation_id, closedAt: row.closed_at, automatic: row.automatic === 1, intent: row.intent, state: row.state, until: row.until,
  cameBack: row.back_in === null || row.back_at === null ? null : { conversationId: row.back_in, at: row.back_at },
})
const labels = (json: string | null): string[] => (json === null ? [] : (JSON.parse(json) as { label: string }[]).map(({ label }) => label))

/** What was counted of cases, and which conversations have to be counted again. */
export function createCaseOutcomeStore(db: Db) {
  return {
    /** Conversations in which something happened since they were counted, or whose wait for a comeback has ended by `now`. */
    toCount(now: number, limit: number): string[] {
      return db.all<{ id: string }>(
        `SELECT conversation_id AS id FROM case_changed UNION SELECT conversation_id FROM case_outcome WHERE state = 'pending' AND until < ? LIMIT ?`, now, limit,
      ).map(({ id }) => id)
    },
    howManyToCount(now: number): number {
      return db.get<{ n: number }>(`SELECT count(*) AS n FROM (SELECT conversation_id FROM case_changed UNION SELECT conversation_id FROM case_outcome WHERE state = 'pending' AND until < ?)`, now)?.n ?? 0
    },
    /** Cases that wait for something promised are counted again: it may have come. */
    lookAgain(): void {
      db.run(`INSERT INTO case_changed SELECT DISTINCT conversation_id FROM case_outcome WHERE state = 'pending' AND until IS NULL AND conversation_id NOT IN (SELECT conversation_id FROM case_changed)`)
    },
    /** What stands at the customer's, oldest first. */
    messages(conversationId: string): CaseMessage[] {
      return db.all<MessageColumns>(
        `SELECT id, author_kind, at, text, json_extract(verdict, '$.topics') AS topics, json_extract(verdict, '$.acts') AS acts FROM message
         WHERE conversation_id = ? AND author_kind <> 'system' AND recalled_at IS NULL ORDER BY seq`, conversationId,
      ).map((row) => ({ id: row.id, by: row.author_kind, at: row.at, text: row.text, topics: labels(row.topics), acts: labels(row.acts) }))
    },
    /** All cases of these conversations anew. Must run inside a transaction. */
    replace(conversationIds: readonly string[], outcomes: readonly CaseOutcomeRow[]): void {
      for (const id of conversationIds) {
        db.run('DELETE FROM case_outcome WHERE conversation_id = ?', id)
        db.run('DELETE FROM case_changed WHERE conversation_id = ?', id)
      }
      for (const one of outcomes) {
        db.run(
          'INSERT OR REPLACE INTO case_outcome (conversation_id, closed_at, automatic, intent, state, until, back_in, back_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          one.conversationId, one.closedAt, one.automatic ? 1 : 0, one.intent, one.state, one.until, one.cameBack?.conversationId ?? null, one.cameBack?.at ?? null,
        )
      }
    },
    /** Cases that were closed at `from` or later, the newest first. */
    since(from: number): CaseOutcomeRow[] {
      return db.all<Columns>('SELECT * FROM case_outcome WHERE closed_at >= ? ORDER BY closed_at DESC', from).map(outcome)
    },
  }
}
export type CaseOutcomeStore = ReturnType<typeof createCaseOutcomeStore>
