import type { Mark } from '../../src-shared/domain/masking.ts'
import type { DraftTrace } from '../../src-shared/domain/trace.ts'
import type { Db } from './db/open.ts'

/** Newest traces kept of one conversation, and of all together: with the requests as they were sent they are long. */
export const KEPT_OF_ONE = 5
const KEPT_IN_ALL = 2000
/** The same, of what was asked for beside drafts. */
export const KEPT_ASKED_OF_ONE = 20
const KEPT_ASKED_IN_ALL = 1000

/** How drafts came about, and which placeholders stand for what in a conversation. */
export function createTraceStore(db: Db) {
  return {
    save({ draftId, conversationId, ...rest }: DraftTrace): void {
      db.run('INSERT OR REPLACE INTO draft_trace (draft_id, conversation_id, body) VALUES (?, ?, ?)', draftId, conversationId, JSON.stringify({ draftId, conversationId, ...rest }))
      db.run('DELETE FROM draft_trace WHERE conversation_id = ? AND id NOT IN (SELECT id FROM draft_trace WHERE conversation_id = ? ORDER BY id DESC LIMIT ?)', conversationId, conversationId, KEPT_OF_ONE)
      db.run('DELETE FROM draft_trace WHERE id <= (SELECT max(id) FROM draft_trace) - ?', KEPT_IN_ALL)
    },
    /** Newest first. */
    of(conversationId: string): DraftTrace[] {
      return db.all<{ body: string }>('SELECT body FROM draft_trace WHERE conversation_id = ? ORDER BY id DESC', conversationId).map(({ body }) => JSON.parse(body) as DraftTrace)
    },
    /** `draftId` of the trace is the id of what was asked for. */
    saveAsked(trace: DraftTrace): void {
      const { draftId: id, conversationId } = trace
      db.run('INSERT OR REPLACE INTO asked_trace (asked_id, conversation_id, body) VALUES (?, ?, ?)', id, conversationId, JSON.stringify(trace))
      db.run('DELETE FROM asked_trace WHERE conversation_id = ? AND id NOT IN (SELECT id FROM asked_trace WHERE conversation_id = ? ORDER BY id DESC LIMIT ?)', conversationId, conversationId, KEPT_ASKED_OF_ONE)
      db.run('DELETE FROM asked_trace WHERE id <= (SELECT max(id) FROM asked_trace) - ?', KEPT_ASKED_IN_ALL)
    },
    asked(id: string): DraftTrace | null {
      const row = db.get<{ body: string }>('SELECT body FROM asked_trace WHERE asked_id = ?', id)
      return row ? (JSON.parse(row.body) as DraftTrace) : null
    },
    marks: (conversationId: string): Mark[] => db.all<Mark>('SELECT mark, kind, value FROM draft_mask WHERE conversation_id = ? ORDER BY mark', conversationId),
    keepMarks(conversationId: string, marks: readonly Mark[]): void {
      for (const { mark, kind, value } of marks) db.run('INSERT OR IGNORE INTO draft_mask (conversation_id, mark, kind, value) VALUES (?, ?, ?, ?)', conversationId, mark, kind, value)
    },
    /** They tell of what came from the gateway. */
    forget(): void {
      db.exec('DELETE FROM draft_trace')
      db.exec('DELETE FROM asked_trace')
      db.exec('DELETE FROM draft_mask')
    },
  }
}
