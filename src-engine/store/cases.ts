import type { Message } from '../../src-shared/domain/message.ts'
import type { Db } from './db/open.ts'
import { anyExpression } from './match.ts'

/** A message of a conversation that is over, as far as a case needs it. */
export interface CaseTurn {
  id: string
  role: Message['author']['kind']
  text: string
  at: number
  /** Codes of triage, likeliest first; of customer messages only. */
  topics: string[]
}

/** Best hits of the words that are looked at: a word that stands everywhere must not read the whole log. */
const HITS = 300

/** Conversations that are resolved, for who asks how something was solved before. */
export function createCaseStore(db: Db) {
  return {
    /** Ids of resolved conversations that hold some of these words, those with the rarest first. */
    withWords(words: string, limit: number): string[] {
      const match = anyExpression(words)
      if (!match) return []
      return db
        .all<{ id: string }>(
          `SELECT m.conversation_id AS id, min(hit.place) AS place
           FROM (SELECT rowid, rank AS place FROM message_index WHERE message_index MATCH ? ORDER BY rank LIMIT ?) hit
           JOIN message m ON m.rowid = hit.rowid JOIN conversation c ON c.id = m.conversation_id AND c.status = 'resolved'
           GROUP BY m.conversation_id ORDER BY place LIMIT ?`,
          match, HITS, limit,
        )
        .map((row) => row.id)
    },
    /** Ids of the conversations that were resolved last. */
    newest(limit: number): string[] {
      return db.all<{ id: string }>("SELECT id FROM conversation WHERE status = 'resolved' ORDER BY resolved_at DESC LIMIT ?", limit).map((row) => row.id)
    },
    /** What was written and not taken back in from < t <= until: the last `limit` of it, oldest first. */
    turns(conversationId: string, from: number, until: number, limit: number): CaseTurn[] {
      const rows = db.all<Omit<CaseTurn, 'topics'> & { topics: string | null }>(
        `SELECT id, author_kind AS role, text, at, json_extract(verdict, '$.topics') AS topics FROM message
         WHERE conversation_id = ? AND at > ? AND at <= ? AND recalled_at IS NULL AND text <> '' ORDER BY seq DESC LIMIT ?`,
        conversationId, from, until, limit,
      )
      return rows.reverse().map(({ topics, ...turn }) => ({ ...turn, topics: topics ? (JSON.parse(topics) as { label: string }[]).map(({ label }) => label) : [] }))
    },
    /** What the customer wrote last in these conversations before then; null: nothing. */
    lastOfCustomer(conversationIds: readonly string[], before: number): { id: string; conversationId: string; text: string; at: number } | null {
      return db.get<{ id: string; conversationId: string; text: string; at: number }>(
        `SELECT id, conversation_id AS conversationId, text, at FROM message
         WHERE conversation_id IN (SELECT value FROM json_each(?)) AND author_kind = 'customer' AND at < ? ORDER BY at DESC LIMIT 1`,
        JSON.stringify(conversationIds), before,
      ) ?? null
    },
  }
}
export type CaseStore = ReturnType<typeof createCaseStore>
