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

const UNCHECKED = 'id NOT IN (SELECT message_id FROM checked)'
/** Places drawn for each message that is wanted, before the table is read whole. */
const TRIES = 40

/** What is counted of one message of a customer. */
export interface Alarming {
  id: string
  at: number
  emotion: { level: number }
  marks: { label: string; confidence: number }[]
  topics: { label: string; confidence: number }[]
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
    /**
     * Ids of messages that were not checked yet, each as likely as any other: places in the table are drawn until they hold such a
     * message, so that a large table is not read whole; where few are left it is.
     */
    draw(count: number): string[] {
      const drawn = new Set<string>()
      const { low, high } = db.get<{ low: number | null; high: number | null }>('SELECT min(rowid) AS low, max(rowid) AS high FROM message') ?? { low: null, high: null }
      for (let tries = TRIES * count; tries > 0 && drawn.size < count && low !== null && high !== null; tries--) {
        const found = db.get<{ id: string }>(`SELECT id FROM message WHERE rowid = ? AND ${DRAWABLE} AND ${UNCHECKED}`, low + Math.floor(Math.random() * (high - low + 1)))
        if (found) drawn.add(found.id)
      }
      if (drawn.size === count) return [...drawn]
      const rest = db.all<{ id: string }>(`SELECT id FROM message WHERE ${DRAWABLE} AND ${UNCHECKED} ORDER BY random() LIMIT ?`, count)
      return [...new Set([...drawn, ...rest.map(({ id }) => id)])].slice(0, count)
    },
    /**
     * The customers' messages in slices: after the row `after`, at most `limit` of them.
     * @returns `alarming`: what decides on an alarm, of those since then · `next`: to go on after; null: that was the last slice
     */
    slice(since: number, after: number, limit: number): { count: number; alarming: Alarming[]; next: number | null } {
      const rows = db.all<AlarmRow>(
        `SELECT rowid, id, at, json_extract(verdict, '$.emotion.level') AS level, json_extract(verdict, '$.marks') AS marks, json_extract(verdict, '$.topics') AS topics
         FROM message WHERE rowid > ? AND ${DRAWABLE} ORDER BY rowid LIMIT ?`, after, limit,
      )
      const alarming = rows.filter(({ at }) => at >= since).map(({ id, at, level, marks, topics }): Alarming => ({
        id, at, emotion: { level }, marks: JSON.parse(marks) as Alarming['marks'], topics: JSON.parse(topics) as Alarming['topics'],
      }))
      return { count: rows.length, alarming, next: rows.length === limit ? (rows.at(-1)?.rowid ?? null) : null }
    },
  }
}
