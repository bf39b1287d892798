import type { Mark } from '../../src-shared/domain/masking.ts'
import type { DraftTrace } from '../../src-shared/domain/trace.ts'
import type { Db } from './db/open.ts'

/** Newest traces kept of one conversation, and of all together: with the requests as they were sent they are long. */
export const KEPT_OF_ONE = 5
const KEPT_IN_ALL = 2000

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
    marks: (conversationId: string): Mark[] => db.all<Mark>('SELECT mark, kind, value FROM draft_mask WHERE conversation_id = ? ORDER BY mark', conversationId),
    keepMarks(conversationId: string, marks: readonly Mark[]): void {
      for (const { mark, kind, value } of marks) db.run('INSERT OR IGNORE INTO draft_mask (conversation_id, mark, kind, value) VALUES (?, ?, ?, ?)', conversationId, mark, kind, value)
    },
    /** They tell of what came from the gateway. */
    forget(): void {
      db.exec('DELETE FROM draft_trace')
      db.exec('DELETE FROM draft_mask')
    },
  }
}
