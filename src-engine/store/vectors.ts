import type { Db } from './db/open.ts'
import { hashOf } from './db/text-hash.ts'

/** Vectors of passages, by the model that made them and the hash of the text. */
export function createVectorStore(db: Db) {
  return {
    get(model: string, text: string): Int8Array | null {
      const row = db.get<{ bytes: Buffer }>('SELECT bytes FROM passage_vector WHERE model = ? AND hash = ?', model, hashOf(text))
      return row ? Int8Array.from(row.bytes, (byte) => (byte << 24) >> 24) : null
    },
    /** A vector that a power cut takes is asked for again. */
    keep(model: string, text: string, bytes: Int8Array): void {
      db.runUnsynced('INSERT OR REPLACE INTO passage_vector (model, hash, bytes) VALUES (?, ?, ?)', model, hashOf(text), Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
    count: (): number => db.get<{ n: number }>('SELECT count(*) AS n FROM passage_vector')?.n ?? 0,
    /** Those of other models are of no use. @param model empty: none is in use */
    forgetOthers(model: string): void {
      db.runUnsynced('DELETE FROM passage_vector WHERE model <> ?', model)
    },
  }
}
