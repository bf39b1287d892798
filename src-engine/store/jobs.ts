import type { Db } from './db/open.ts'

export type JobKind = 'draft' | 'routine'
export interface Job {
  kind: JobKind
  conversationId: string
  basedOnSeq: number
  attempts: number
}

interface Row {
  kind: JobKind
  conversation_id: string
  based_on_seq: number
  attempts: number
}
const job = (row: Row): Job => ({ kind: row.kind, conversationId: row.conversation_id, basedOnSeq: row.based_on_seq, attempts: row.attempts })

/**
 * Work that must survive a crash. One open job a kind and conversation: a newer message replaces the older job. Recovery
 * after a crash: the row is still there, so the work is done again from the start; both kinds are harmless to repeat.
 */
export function createJobStore(db: Db) {
  return {
    /** @param urgency any number; the highest is done first */
    put(kind: JobKind, conversationId: string, basedOnSeq: number, urgency = 0): void {
      db.run(
        `INSERT INTO job (kind, conversation_id, based_on_seq, urgency) VALUES (?, ?, ?, ?)
         ON CONFLICT (kind, conversation_id) DO UPDATE SET based_on_seq = excluded.based_on_seq, attempts = 0, urgency = excluded.urgency`,
        kind, conversationId, basedOnSeq, urgency,
      )
    },
    /** The most urgent ones. */
    next(kind: JobKind, limit: number): Job[] {
      return db.all<Row>('SELECT kind, conversation_id, based_on_seq, attempts FROM job WHERE kind = ? ORDER BY urgency DESC LIMIT ?', kind, limit).map(job)
    },
    setUrgency(kind: JobKind, conversationId: string, urgency: number): void {
      db.run('UPDATE job SET urgency = ? WHERE kind = ? AND conversation_id = ?', urgency, kind, conversationId)
    },
    get(kind: JobKind, conversationId: string): Job | null {
      const row = db.get<Row>('SELECT kind, conversation_id, based_on_seq, attempts FROM job WHERE kind = ? AND conversation_id = ?', kind, conversationId)
      return row ? job(row) : null
    },
    /** Counted so that work which crashes the engine ends; a power cut, which may forget it, is no such crash. */
    tried(kind: JobKind, conversationId: string): void {
      db.runUnsynced('UPDATE job SET attempts = attempts + 1 WHERE kind = ? AND conversation_id = ?', kind, conversationId)
    },
    /** Ends the job unless a newer message has replaced it meanwhile. */
    done(kind: JobKind, conversationId: string, basedOnSeq: number): void {
      db.run('DELETE FROM job WHERE kind = ? AND conversation_id = ? AND based_on_seq <= ?', kind, conversationId, basedOnSeq)
    },
  }
}
export type JobStore = ReturnType<typeof createJobStore>
