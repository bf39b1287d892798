import type { Lesson, LessonState, Refusal } from '../../src-shared/domain/teaching.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Db } from './db/open.ts'

/** A correction with what triage had said before any person did. */
export interface StoredCorrection extends Lesson {
  told: Verdict
}

interface Row {
  id: string
  conversation_id: string
  message_id: string
  layer: Lesson['layer']
  wrong_label: string | null
  right_label: string | null
  text: string
  told: string
  told_by: string
  at: number
  state: LessonState
  refusal: string | null
}

const stored = (row: Row): StoredCorrection => ({
  id: row.id, conversationId: row.conversation_id, messageId: row.message_id, layer: row.layer, wrong: row.wrong_label, right: row.right_label,
  text: row.text, told: JSON.parse(row.told) as Verdict, by: row.told_by, at: row.at, state: row.state,
  refusal: row.refusal === null ? null : (JSON.parse(row.refusal) as Refusal),
})

export function createCorrectionStore(db: Db) {
  const count = (): number => db.get<{ n: number }>('SELECT count(*) AS n FROM correction')?.n ?? 0
  /** Kept beside the table: most desks correct little, and each message that comes asks. */
  let known: number | null = null

  return {
    add(correction: StoredCorrection): void {
      const { id, conversationId, messageId, layer, wrong, right, text, told, by, at, state } = correction
      db.run(
        'INSERT INTO correction (id, conversation_id, message_id, layer, wrong_label, right_label, text, told, told_by, at, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        id, conversationId, messageId, layer, wrong, right, text, JSON.stringify(told), by, at, state,
      )
      known = null
    },
    remove(id: string): void {
      db.run('DELETE FROM correction WHERE id = ?', id)
      known = null
    },
    get(id: string): StoredCorrection | null {
      const row = db.get<Row>('SELECT * FROM correction WHERE id = ?', id)
      return row ? stored(row) : null
    },
    /** What people said of a message, oldest first. */
    of(messageId: string): StoredCorrection[] {
      if ((known ??= count()) === 0) return []
      return db.all<Row>('SELECT * FROM correction WHERE message_id = ? ORDER BY at, id', messageId).map(stored)
    },
    /** All, in the order in which they are learned. */
    all: (): StoredCorrection[] => db.all<Row>('SELECT * FROM correction ORDER BY at, id').map(stored),
    newest: (limit: number): StoredCorrection[] => db.all<Row>('SELECT * FROM correction ORDER BY at DESC, id DESC LIMIT ?', limit).map(stored),
    count,
    hasNew: (): boolean => db.get("SELECT 1 FROM correction WHERE state = 'new' LIMIT 1") !== undefined,
    settle(id: string, state: LessonState, refusal: Refusal | null): void {
      db.run('UPDATE correction SET state = ?, refusal = ? WHERE id = ?', state, refusal === null ? null : JSON.stringify(refusal), id)
    },
  }
}
export type CorrectionStore = ReturnType<typeof createCorrectionStore>
