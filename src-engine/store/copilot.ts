import type { CopilotTurn } from '../../src-shared/domain/copilot.ts'
import type { Db } from './db/open.ts'

/** Questions to the copilot with their answers, one row each. */
export function createCopilotStore(db: Db) {
  return {
    save(turn: CopilotTurn): void {
      db.run('INSERT OR REPLACE INTO copilot_turn (id, conversation_id, asked_at, body) VALUES (?, ?, ?, ?)', turn.id, turn.conversationId, turn.askedAt, JSON.stringify(turn))
    },
    has: (id: string): boolean => db.get('SELECT 1 FROM copilot_turn WHERE id = ?', id) !== undefined,
    /** Those asked after `since`, oldest first. */
    of(conversationId: string, since: number): CopilotTurn[] {
      return db
        .all<{ body: string }>('SELECT body FROM copilot_turn WHERE conversation_id = ? AND asked_at > ? ORDER BY asked_at, id', conversationId, since)
        .map((row) => JSON.parse(row.body) as CopilotTurn)
    },
    /** Forgets those asked up to then, with what an endpoint was sent for them. */
    forget(conversationId: string, until: number): void {
      db.run('DELETE FROM asked_trace WHERE asked_id IN (SELECT id FROM copilot_turn WHERE conversation_id = ? AND asked_at <= ?)', conversationId, until)
      db.run('DELETE FROM copilot_turn WHERE conversation_id = ? AND asked_at <= ?', conversationId, until)
    },
  }
}
export type CopilotStore = ReturnType<typeof createCopilotStore>
