import type { Db } from './db/open.ts'

/** How far each customer has read, by the number of the last message that they had on the screen. */
export function createReadMarkStore(db: Db) {
  return {
    /** 0: nothing, as far as is known. */
    get: (conversationId: string): number => db.get<{ seq: number }>('SELECT seq FROM read_mark WHERE conversation_id = ?', conversationId)?.seq ?? 0,
    set(conversationId: string, seq: number): void {
      db.run('INSERT INTO read_mark (conversation_id, seq) VALUES (?, ?) ON CONFLICT (conversation_id) DO UPDATE SET seq = max(seq, excluded.seq)', conversationId, seq)
    },
  }
}
