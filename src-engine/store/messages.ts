import type { Message, Quote } from '../../src-shared/domain/message.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { tokens } from '../domain/knowledge/tokens.ts'
import type { Db } from './db/open.ts'
import { matchExpression } from './match.ts'

export interface StoredMessage {
  message: Message
  verdict: Verdict | null
}

/** A turn of a conversation as triage looks back on it. */
export interface Turn {
  role: 'customer' | 'agent' | 'autopilot'
  text: string
  at: number
  verdict?: Verdict
}

interface Row {
  id: string
  conversation_id: string
  seq: number
  author_kind: Message['author']['kind']
  author_id: string
  author_name: string
  text: string
  attachments: string
  at: number
  verdict: string | null
  quote: string | null
  recalled_at: number | null
  files: string | null
  apart: number
}

const COLUMNS = 'id, conversation_id, seq, author_kind, author_id, author_name, text, attachments, at, verdict, quote, recalled_at, files, apart'

// Made once: a statement is found by its text, and a text made anew is read from end to end for that.
const INSERT = `INSERT OR IGNORE INTO message (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const GET = `SELECT ${COLUMNS} FROM message WHERE id = ?`
const PAGE = `SELECT ${COLUMNS} FROM message WHERE conversation_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?`

/** A verdict is the largest part of a row, and takes longest to read. */
const WITHOUT_VERDICT = COLUMNS.replace('verdict', 'NULL AS verdict')

function stored(row: Row): StoredMessage {
  return {
    message: {
      id: row.id, conversationId: row.conversation_id, seq: row.seq, text: row.text, at: row.at,
      author: { kind: row.author_kind, id: row.author_id, name: row.author_name },
      attachments: JSON.parse(row.attachments) as Message['attachments'],
      ...(row.quote === null ? {} : { quote: JSON.parse(row.quote) as Quote }), ...(row.recalled_at === null ? {} : { recalledAt: row.recalled_at }),
      ...(row.files === null ? {} : { files: JSON.parse(row.files) as Message['files'] }), ...(row.apart === 1 ? { apart: true } : {}),
    },
    verdict: row.verdict ? (JSON.parse(row.verdict) as Verdict) : null,
  }
}

export function createMessageStore(db: Db) {
  return {
    /** Inserts a message once. @returns false when its id (or its place in the conversation) is taken already. */
    insert(message: Message, verdict: Verdict | null): boolean {
      const changed = db.run(
        INSERT, message.id, message.conversationId, message.seq, message.author.kind, message.author.id, message.author.name,
        message.text, JSON.stringify(message.attachments), message.at, verdict ? JSON.stringify(verdict) : null,
        message.quote ? JSON.stringify(message.quote) : null, message.recalledAt ?? null,
        message.files && message.files.length > 0 ? JSON.stringify(message.files) : null, message.apart === true ? 1 : 0,
      )
      if (changed === 0) return false
      const grams = tokens(message.text).join(' ')
      if (grams) db.run('INSERT INTO message_index (rowid, grams) VALUES (last_insert_rowid(), ?)', grams)
      return true
    },
    /** A person said otherwise, or took that back. */
    setVerdict(id: string, verdict: Verdict): void {
      db.run('UPDATE message SET verdict = ? WHERE id = ?', JSON.stringify(verdict), id)
    },
    /** The newest customer messages of all conversations, newest first. */
    newestOfCustomers(limit: number): StoredMessage[] {
      return db.all<Row>(`SELECT ${WITHOUT_VERDICT} FROM message WHERE author_kind = 'customer' AND text <> '' ORDER BY rowid DESC LIMIT ?`, limit).map(stored)
    },
    /** Automatic ones of from <= t < to, oldest first: whose they are, where and when. */
    automaticBetween(from: number, to: number): { id: string; conversationId: string; at: number }[] {
      return db.all<{ id: string; conversationId: string; at: number }>("SELECT id, conversation_id AS conversationId, at FROM message WHERE author_kind = 'autopilot' AND at >= ? AND at < ? ORDER BY at", from, to)
    },
    /** All of from <= t < to, each conversation's oldest first: whose they are, where and when. */
    writtenBetween(from: number, to: number): { id: string; conversationId: string; by: Message['author']['kind']; at: number }[] {
      return db.all<{ id: string; conversationId: string; by: Message['author']['kind']; at: number }>('SELECT id, conversation_id AS conversationId, author_kind AS by, at FROM message WHERE at >= ? AND at < ? ORDER BY conversation_id, seq', from, to)
    },
    has(id: string): boolean {
      return db.get('SELECT 1 FROM message WHERE id = ?', id) !== undefined
    },
    get(id: string): StoredMessage | null {
      const row = db.get<Row>(GET, id)
      return row ? stored(row) : null
    },
    /** @returns false when it is not here, or was marked before. */
    markRecalled(id: string, at: number): boolean {
      return db.run('UPDATE message SET recalled_at = ? WHERE id = ? AND recalled_at IS NULL', at, id) === 1
    },
    /** Messages that quote this one, without its words from now on. */
    emptyQuotes(conversationId: string, quotedId: string): StoredMessage[] {
      db.run("UPDATE message SET quote = json_set(quote, '$.text', '', '$.pictures', 0) WHERE conversation_id = ? AND json_extract(quote, '$.id') = ?", conversationId, quotedId)
      return db.all<Row>(`SELECT ${COLUMNS} FROM message WHERE conversation_id = ? AND json_extract(quote, '$.id') = ?`, conversationId, quotedId).map(stored)
    },
    /** The last `limit` messages before sequence number `before` (null: the newest), oldest first. */
    page(conversationId: string, before: number | null, limit: number): StoredMessage[] {
      return db
        .all<Row>(PAGE, conversationId, before ?? Number.MAX_SAFE_INTEGER, limit)
        .map(stored)
        .reverse()
    },
    /** The turns among the last `limit` messages before sequence number `before`, from `from` on, oldest first. */
    turns(conversationId: string, before: number, limit: number, from = 0): Turn[] {
      const rows = db.all<{ role: Turn['role'] | 'system'; text: string; at: number; verdict: string | null }>(
        'SELECT author_kind AS role, text, at, verdict FROM message WHERE conversation_id = ? AND seq < ? AND seq >= ? AND recalled_at IS NULL ORDER BY seq DESC LIMIT ?', conversationId, before, from, limit,
      )
      return rows.reverse().flatMap(({ role, text, at, verdict }) => (role === 'system' ? [] : [{ role, text, at, verdict: verdict ? (JSON.parse(verdict) as Verdict) : undefined }]))
    },
    /** Newest first, without verdicts. Finds two characters of Chinese, or words of other scripts by their beginning. */
    search(query: string, limit: number): StoredMessage[] {
      const match = matchExpression(query)
      if (!match) return []
      return db
        .all<Row>(
          `SELECT ${WITHOUT_VERDICT} FROM message WHERE rowid IN (SELECT rowid FROM message_index WHERE message_index MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY at DESC`,
          match, limit,
        )
        .map(stored)
    },
    /** Emotion levels of a conversation's newest customer messages, oldest first. */
    moods(conversationId: string, limit: number): { at: number; level: number }[] {
      return db
        .all<{ at: number; level: number }>(
          "SELECT at, json_extract(verdict, '$.emotion.level') AS level FROM message WHERE conversation_id = ? AND verdict IS NOT NULL ORDER BY seq DESC LIMIT ?", conversationId, limit,
        )
        .reverse()
    },
    /** What people of the shop wrote last and did not take back, newest first. */
    byPersons(conversationId: string, limit: number): Message[] {
      return db
        .all<Row>(`SELECT ${COLUMNS} FROM message WHERE conversation_id = ? AND author_kind = 'agent' AND recalled_at IS NULL ORDER BY seq DESC LIMIT ?`, conversationId, limit)
        .map((row) => stored(row).message)
    },
    /** Texts that people of the shop sent last, to anybody, newest first. */
    lastByPersons(limit: number): string[] {
      return db.all<{ text: string }>("SELECT text FROM message WHERE author_kind = 'agent' AND recalled_at IS NULL ORDER BY rowid DESC LIMIT ?", limit).map((row) => row.text)
    },
    /** Ids by author, for the counts of a run. */
    ids(kind: 'customer' | 'desk'): string[] {
      const where = kind === 'customer' ? "author_kind = 'customer'" : "author_kind IN ('agent', 'autopilot')"
      return db.all<{ id: string }>(`SELECT id FROM message WHERE ${where}`).map((row) => row.id)
    },
  }
}
export type MessageStore = ReturnType<typeof createMessageStore>
