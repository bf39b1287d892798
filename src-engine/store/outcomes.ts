import type { NoDraftWhy, Outcome } from '../../src-shared/domain/learning.ts'
import type { Db } from './db/open.ts'

/** What became of the draft of one reply: ids and codes, never words. */
export interface DraftOutcome {
  replyId: string
  conversationId: string
  /** Gateway time, milliseconds. */
  at: number
  outcome: Outcome
  why: NoDraftWhy | null
  /** Share of the draft that was changed, 0..1. */
  distance: number | null
  draftId: string | null
  /** `local` or the model's name, and the version of its templates or prompt. */
  madeBy: string | null
  version: string | null
  topic: string | null
  language: string
  /** The gateway's log that the conversation is in, and who was signed in; null: sent before this was kept. */
  logId: string | null
  accountId: string | null
}

interface Row {
  reply_id: string
  conversation_id: string
  at: number
  outcome: Outcome
  why: NoDraftWhy | null
  distance: number | null
  draft_id: string | null
  made_by: string | null
  version: string | null
  topic: string | null
  language: string
  log_id: string | null
  account_id: string | null
}

export function createOutcomeStore(db: Db) {
  return {
    add(one: DraftOutcome): void {
      db.run(
        'INSERT OR REPLACE INTO draft_outcome (reply_id, conversation_id, at, outcome, why, distance, draft_id, made_by, version, topic, language, log_id, account_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        one.replyId, one.conversationId, one.at, one.outcome, one.why, one.distance, one.draftId, one.madeBy, one.version, one.topic, one.language, one.logId, one.accountId,
      )
    },
    remove(replyId: string): void {
      db.run('DELETE FROM draft_outcome WHERE reply_id = ?', replyId)
    },
    /** Oldest first. @param since milliseconds */
    since(since: number): DraftOutcome[] {
      return db.all<Row>('SELECT * FROM draft_outcome WHERE at >= ? ORDER BY at, reply_id', since).map((row) => ({
        replyId: row.reply_id, conversationId: row.conversation_id, at: row.at, outcome: row.outcome, why: row.why, distance: row.distance,
        draftId: row.draft_id, madeBy: row.made_by, version: row.version, topic: row.topic, language: row.language, logId: row.log_id, accountId: row.account_id,
      }))
    },
  }
}
