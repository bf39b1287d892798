import type { Phrase, SharedPhrase } from '../../src-shared/domain/phrase.ts'
import type { Db } from './db/open.ts'

/** How often this agent took a phrase, and when last (this machine's clock, milliseconds). */
export interface PhraseUse {
  uses: number
  lastUsedAt: number
}

/** This desk's word on a shared phrase that the gateway has not acknowledged. `call`: the id of the call that brings it. */
export interface WaitingPhrase {
  call: string
  phrase: SharedPhrase
  removed: boolean
}

interface Row {
  body: string
  removed: number
  waiting: string
}

const parse = <T extends Phrase>(body: string): T => JSON.parse(body) as T

export function createPhraseStore(db: Db) {
  /** Id of the call that brings this desk's own newest word, removals included; null when the log's word counts. */
  const waitingOf = (id: string): string | null => db.get<{ waiting: string | null }>('SELECT waiting FROM phrase WHERE id = ?', id)?.waiting ?? null

  function put(phrase: Phrase, waiting: string | null): void {
    db.run(
      `INSERT INTO phrase (id, scope, body, removed, waiting) VALUES (?, ?, ?, 0, ?)
       ON CONFLICT (id) DO UPDATE SET scope = excluded.scope, body = excluded.body, removed = 0, waiting = excluded.waiting`,
      phrase.id, phrase.scope, JSON.stringify(phrase), waiting,
    )
  }

  /** @param waiting the call that tells the gateway; null when it knows, or never needs to */
  function remove(id: string, waiting: string | null): void {
    if (waiting === null) db.run('DELETE FROM phrase WHERE id = ?', id)
    else db.run('UPDATE phrase SET removed = 1, waiting = ? WHERE id = ?', waiting, id)
  }

  return {
    put, remove, waitingOf,
    get(id: string): Phrase | null {
      const row = db.get<{ body: string }>('SELECT body FROM phrase WHERE id = ? AND removed = 0', id)
      return row ? parse(row.body) : null
    },
    all: (): Phrase[] => db.all<{ body: string }>('SELECT body FROM phrase WHERE removed = 0 ORDER BY id').map((row) => parse(row.body)),
    /** Words for the gateway. Phrases do not depend on each other, so their order does not matter. */
    waiting(limit: number): WaitingPhrase[] {
      return db
        .all<Row>('SELECT body, removed, waiting FROM phrase WHERE waiting IS NOT NULL LIMIT ?', limit)
        .map((row) => ({ call: row.waiting, phrase: parse<SharedPhrase>(row.body), removed: row.removed === 1 }))
    },
    waitingIds: (): Set<string> => new Set(db.all<{ id: string }>('SELECT id FROM phrase WHERE waiting IS NOT NULL').map((row) => row.id)),
    /**
     * The call arrived: what the log holds counts from now on, unless a newer word of this desk waits. A call that was
     * refused leaves this desk's words as they are.
     */
    settle(id: string, call: string, present: SharedPhrase | null | 'refused'): void {
      if (waitingOf(id) !== call) return
      if (present === 'refused') db.run('UPDATE phrase SET waiting = NULL, removed = 0 WHERE id = ?', id)
      else if (present) put(present, null)
      else remove(id, null)
    },
    /** Counts one use; the same moment told twice counts once. */
    use(id: string, at: number): void {
      db.run(
        `INSERT INTO phrase_use (phrase_id, uses, last_used_at) VALUES (?, 1, ?)
         ON CONFLICT (phrase_id) DO UPDATE SET uses = uses + 1, last_used_at = excluded.last_used_at WHERE last_used_at < excluded.last_used_at`,
        id, at,
      )
    },
    usage(): Map<string, PhraseUse> {
      const rows = db.all<{ phrase_id: string; uses: number; last_used_at: number }>('SELECT phrase_id, uses, last_used_at FROM phrase_use')
      return new Map(rows.map((row) => [row.phrase_id, { uses: row.uses, lastUsedAt: row.last_used_at }]))
    },
    /** Forgets what came from the log; own phrases, and words that the gateway has not heard yet, stay. */
    forgetShared(): void {
      db.run("DELETE FROM phrase WHERE scope <> 'personal' AND waiting IS NULL")
    },
  }
}
export type PhraseStore = ReturnType<typeof createPhraseStore>
