import type { AutopilotRun } from '../../src-shared/domain/run.ts'
import type { Db } from './db/open.ts'

/** Cases that autopilot took up. */
export function createRunStore(db: Db) {
  const parse = (row: { body: string } | undefined): AutopilotRun | null => (row ? (JSON.parse(row.body) as AutopilotRun) : null)
  return {
    save(run: AutopilotRun, now: number): void {
      db.run(
        `INSERT INTO run (id, conversation_id, state, started_at, body) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET state = excluded.state, body = excluded.body`,
        run.id, run.conversationId, run.state, now, JSON.stringify(run),
      )
    },
    get(id: string): AutopilotRun | null {
      return parse(db.get('SELECT body FROM run WHERE id = ?', id))
    },
    /** The newest run of a conversation. */
    latest(conversationId: string): AutopilotRun | null {
      return parse(db.get('SELECT body FROM run WHERE conversation_id = ? ORDER BY started_at DESC, id DESC LIMIT 1', conversationId))
    },
    /** Runs that have not ended. */
    active(): AutopilotRun[] {
      return db.all<{ body: string }>("SELECT body FROM run WHERE state IN ('undo', 'sending')").map((row) => JSON.parse(row.body) as AutopilotRun)
    },
    /** Newest first. */
    recent(limit: number): { run: AutopilotRun; startedAt: number }[] {
      return db.all<{ body: string; started_at: number }>('SELECT body, started_at FROM run ORDER BY started_at DESC, id DESC LIMIT ?', limit)
        .map((row) => ({ run: JSON.parse(row.body) as AutopilotRun, startedAt: row.started_at }))
    },
    count(state: AutopilotRun['state']): number {
      return db.get<{ n: number }>('SELECT count(*) AS n FROM run WHERE state = ?', state)?.n ?? 0
    },
  }
}
export type RunStore = ReturnType<typeof createRunStore>
