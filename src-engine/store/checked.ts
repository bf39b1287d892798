import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Db } from './db/open.ts'
import type { Turn } from './messages.ts'

/** A message that was drawn by chance and looked at by a person. */
export interface Checked {
  messageId: string
  conversationId: string
  /** `right` once the corrections of the message are taken in. */
  answer: 'right' | 'unsure'
  text: string
  /** When the customer wrote it, milliseconds. */
  sentAt: number
  /** Before any person's word. */
  told: Verdict
  /** Oldest first. */
  history: Pick<Turn, 'role' | 'text' | 'at'>[]
  /** Ids of the corrections that were made in this check. */
  corrections: string[]
  by: string
  at: number
}

interface Row {
  message_id: string
  conversation_id: string
  answer: Checked['answer']
  text: string
  sent_at: number
  told: string
  history: string
  corrections: string
  checked_by: string
  at: number
}

const stored = (row: Row): Checked => ({
  messageId: row.message_id, conversationId: row.conversation_id, answer: row.answer, text: row.text, sentAt: row.sent_at,
  told: JSON.parse(row.told) as Verdict, history: JSON.parse(row.history) as Checked['history'], corrections: JSON.parse(row.corrections) as string[],
  by: row.checked_by, at: row.at,
})

/** Messages of customers that can be drawn: told, with words, not taken back. */
const DRAWABLE = "author_kind = 'customer' AND verdict IS NOT NULL AND text <> '' AND recalled_at IS NULL"

/** What is counted of one message of a customer. */
export interface Alarming {
  id: string
  at: number
  level: number
  marks: string[]
  topics: string[]
}

interface AlarmRow {
  rowid: number
  id: string
  at: number
  level: number
  marks: string
  topics: string
}

export function createCheckedStore(db: Db) {
  return {
    add(one: Checked): void {
      db.run(
        'INSERT INTO checked (message_id, conversation_id, answer, text, sent_at, told, history, corrections, checked_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        one.messageId, one.conversationId, one.answer, one.text, one.sentAt, JSON.stringify(one.told), JSON.stringify(one.history), JSON.stringify(one.corrections), one.by, one.at,
      )
    },
    remove(messageId: string): void {
      db.run('DELETE FROM checked WHERE message_id = ?', messageId)
    },
    get(messageId: string): Checked | null {
      const row = db.get<Row>('SELECT * FROM checked WHERE message_id = ?', messageId)
      return row ? stored(row) : null
    },
    /** In the order in which they were checked. */
    all: (): Checked[] => db.all<Row>('SELECT * FROM checked ORDER BY at, message_id').map(stored),
    /** Ids of messages that were not checked yet, each as likely as any other. */
    draw(count: number): string[] {
      return db.all<{ id: string }>(`SELECT id FROM message WHERE ${DRAWABLE} AND id NOT IN (SELECT message_id FROM checked) ORDER BY random() LIMIT ?`, count).map(({ id }) => id)
    },
    /** How many messages can be drawn, and how many of them were not checked yet. */
    drawable(): { messages: number; left: number } {
      const found = db.get<{ messages: number; known: number }>(`SELECT count(*) AS messages, sum(id IN (SELECT message_id FROM checked)) AS known FROM message WHERE ${DRAWABLE}`)
      return { messages: found?.messages ?? 0, left: (found?.messages ?? 0) - (found?.known ?? 0) }
    },
    /**
     * What decides on an alarm, of the customers' messages since then, in slices: after the row `after`, at most `limit` of them.
     * @returns `next`: to go on after; null: that was the last slice
     */
    alarming(since: number, after: number, limit: number): { messages: Alarming[]; next: number | null } {
      const rows = db.all<AlarmRow>(
        `SELECT rowid, id, at, json_extract(verdict, '$.emotion.level') AS level, json_extract(verdict, '$.marks') AS marks, json_extract(verdict, '$.topics') AS topics
         FROM message WHERE rowid > ? AND at >= ? AND verdict IS NOT NULL AND recalled_at IS NULL ORDER BY rowid LIMIT ?`, after, since, limit,
      )
      const labels = (json: string): string[] => (JSON.parse(json) as { label: string }[]).map(({ label }) => label)
      const messages = rows.map(({ id, at, level, marks, topics }) => ({ id, at, level, marks: labels(marks), topics: labels(topics) }))
      return { messages, next: rows.length === limit ? (rows.at(-1)?.rowid ?? null) : null }
    },
  }
}
