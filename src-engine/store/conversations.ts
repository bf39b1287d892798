import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Db } from './db/open.ts'

/** A conversation with what this desk derived from its messages. */
export interface ConversationRecord {
  conversation: Conversation
  lastSeq: number
  lastCustomerSeq: number
  lastDeskSeq: number
  lastLine: string
  lastAt: number
  waitingSince: number | null
  personInvolved: boolean
  automaticReplies: number
  /** JSON of domain/quality ConversationState; parsed by whoever understands it. */
  state: string
}

interface Row {
  body: string
  last_seq: number
  last_customer_seq: number
  last_desk_seq: number
  last_line: string
  last_at: number
  waiting_since: number | null
  person_involved: number
  automatic_replies: number
  state: string
}

const COLUMNS = 'body, last_seq, last_customer_seq, last_desk_seq, last_line, last_at, waiting_since, person_involved, automatic_replies, state'
// Made once: a statement is found by its text, and a text made anew is read from end to end for that.
const GET = `SELECT ${COLUMNS} FROM conversation WHERE id = ?`

function record(row: Row): ConversationRecord {
  return {
    conversation: JSON.parse(row.body) as Conversation,
    lastSeq: row.last_seq, lastCustomerSeq: row.last_customer_seq, lastDeskSeq: row.last_desk_seq,
    lastLine: row.last_line, lastAt: row.last_at, waitingSince: row.waiting_since,
    personInvolved: row.person_involved === 1, automaticReplies: row.automatic_replies, state: row.state,
  }
}

export function createConversationStore(db: Db) {
  /** Records of the batch that runs, as they are to be, and which of them are still to be written. */
  let batch: { records: Map<string, ConversationRecord>; changed: Set<string> } | null = null

  function get(id: string): ConversationRecord | null {
    const held = batch?.records.get(id)
    if (held) return held
    const row = db.get<Row>(GET, id)
    const found = row ? record(row) : null
    if (found) batch?.records.set(id, found)
    return found
  }

  /** Writes what was derived, or keeps it for the end of the batch. */
  function change(id: string, derived: Partial<Omit<ConversationRecord, 'conversation'>>): void {
    const known = get(id)
    if (!known) return
    const next = { ...known, ...derived }
    if (!batch) return write(next)
    batch.records.set(id, next)
    batch.changed.add(id)
  }

  function write(r: ConversationRecord): void {
    db.run(
      `UPDATE conversation SET last_seq = ?, last_customer_seq = ?, last_desk_seq = ?, last_line = ?, last_at = ?, waiting_since = ?,
       person_involved = ?, automatic_replies = ?, state = ? WHERE id = ?`,
      r.lastSeq, r.lastCustomerSeq, r.lastDeskSeq, r.lastLine, r.lastAt, r.waitingSince, r.personInvolved ? 1 : 0, r.automaticReplies, r.state, r.conversation.id,
    )
  }

  return {
    get,
    /**
     * Reads each conversation once and writes it once, however many messages it gets. Inside a transaction only; lists and
     * counts see the changes when it has ended, `get` sees them at once. @returns the records as they are now, too
     */
    inBatch<T>(work: () => T): { result: T; records: ReadonlyMap<string, ConversationRecord> } {
      const running = { records: new Map<string, ConversationRecord>(), changed: new Set<string>() }
      batch = running
      try {
        const result = work()
        for (const id of running.changed) {
          const changed = running.records.get(id)
          if (changed) write(changed)
        }
        return { result, records: running.records }
      } finally {
        batch = null
      }
    },
    displayName(id: string): string | null {
      return db.get<{ name: string }>("SELECT body ->> '$.displayName' AS name FROM conversation WHERE id = ?", id)?.name ?? null
    },
    /** Newest first. */
    recent(limit: number): ConversationRecord[] {
      return db.all<Row>(`SELECT ${COLUMNS} FROM conversation ORDER BY last_at DESC LIMIT ?`, limit).map(record)
    },
    /** How many wait for a person, and how many carry a flag that nobody dismissed. */
    counts(): { needsYou: number; angry: number } {
      const row = db.get<{ needs_you: number | null; angry: number | null }>(
        `SELECT sum(waiting_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 'held')) AS needs_you,
                sum(json_extract(state, '$.flag') IS NOT NULL AND json_extract(state, '$.flagDismissed') = 0) AS angry
         FROM conversation c WHERE status = 'open'`,
      )
      return { needsYou: row?.needs_you ?? 0, angry: row?.angry ?? 0 }
    },
    ofCustomer(customerId: string): string[] {
      return db.all<{ id: string }>('SELECT id FROM conversation WHERE customer_id = ?', customerId).map((row) => row.id)
    },
    /** Inserts the conversation, or replaces what the gateway says of it; derived columns stay. */
    upsert(conversation: Conversation): void {
      db.run(
        `INSERT INTO conversation (id, body, status, customer_id, last_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, status = excluded.status, customer_id = excluded.customer_id`,
        conversation.id, JSON.stringify(conversation), conversation.status, conversation.customerId, conversation.createdAt,
      )
      const held = batch?.records.get(conversation.id)
      if (held) batch?.records.set(conversation.id, { ...held, conversation })
    },
    saveDerived: (id: string, derived: Omit<ConversationRecord, 'conversation'>): void => change(id, derived),
    saveState: (id: string, state: string): void => change(id, { state }),
  }
}
export type ConversationStore = ReturnType<typeof createConversationStore>
