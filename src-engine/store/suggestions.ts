import type { LearnedAs, Suggestion, SuggestionState } from '../../src-shared/domain/learning.ts'
import type { Db } from './db/open.ts'

/** Why agents wrote it themselves. */
export type SuggestionReason = 'missing' | 'edited' | 'refused'

/** A reply behind a suggestion. */
export interface SuggestionSource {
  replyId: string
  conversationId: string
  reason: SuggestionReason
  at: number
}

/** A suggestion with what was decided of it. */
export interface KeptSuggestion extends Suggestion {
  madeId: string | null
  mergedInto: string | null
  decidedAt: number | null
}

interface Row {
  id: string
  state: SuggestionState
  body: string
  made_as: LearnedAs | null
  made_id: string | null
  merged_into: string | null
  decided_at: number | null
}

type Words = Omit<Suggestion, 'id' | 'state' | 'madeAs'>

const read = (row: Row): KeptSuggestion => ({
  ...(JSON.parse(row.body) as Words), id: row.id, state: row.state, madeAs: row.made_as, madeId: row.made_id, mergedInto: row.merged_into, decidedAt: row.decided_at,
})

export function createSuggestionStore(db: Db) {
  return {
    /** Writes a new or changed one. */
    put({ id, state, madeAs, madeId, mergedInto, decidedAt, ...words }: KeptSuggestion): void {
      db.run(
        'INSERT OR REPLACE INTO suggestion (id, state, body, made_as, made_id, merged_into, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        id, state, JSON.stringify(words satisfies Words), madeAs, madeId, mergedInto, decidedAt,
      )
    },
    remove(id: string): void {
      db.run('DELETE FROM suggestion WHERE id = ?', id)
    },
    get(id: string): KeptSuggestion | null {
      const row = db.get<Row>('SELECT * FROM suggestion WHERE id = ?', id)
      return row ? read(row) : null
    },
    /** Of one or several states, in no order. */
    of(...states: SuggestionState[]): KeptSuggestion[] {
      return db.all<Row>(`SELECT * FROM suggestion WHERE state IN (${states.map(() => '?').join(', ')})`, ...states).map(read)
    },
    addSource(suggestionId: string, { replyId, conversationId, reason, at }: SuggestionSource): void {
      db.run(
        'INSERT OR IGNORE INTO suggestion_source (reply_id, suggestion_id, first_of, conversation_id, reason, at) VALUES (?, ?, ?, ?, ?, ?)',
        replyId, suggestionId, suggestionId, conversationId, reason, at,
      )
    },
    /** @returns the suggestion that it stood behind; null: none */
    removeSource(replyId: string): string | null {
      const row = db.get<{ suggestion_id: string }>('SELECT suggestion_id FROM suggestion_source WHERE reply_id = ?', replyId)
      db.run('DELETE FROM suggestion_source WHERE reply_id = ?', replyId)
      return row?.suggestion_id ?? null
    },
    /** Newest first. */
    sources(suggestionId: string): SuggestionSource[] {
      return db.all<{ reply_id: string; conversation_id: string; reason: SuggestionReason; at: number }>('SELECT reply_id, conversation_id, reason, at FROM suggestion_source WHERE suggestion_id = ? ORDER BY at DESC, reply_id', suggestionId)
        .map((row) => ({ replyId: row.reply_id, conversationId: row.conversation_id, reason: row.reason, at: row.at }))
    },
    moveSources(from: string, into: string): void {
      db.run('UPDATE suggestion_source SET suggestion_id = ? WHERE suggestion_id = ?', into, from)
    },
    /** What was noted under `id` goes back to it. */
    takeBackSources(id: string): void {
      db.run('UPDATE suggestion_source SET suggestion_id = ? WHERE first_of = ?', id, id)
    },
  }
}
