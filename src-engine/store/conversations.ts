import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { Db } from './db/open.ts'
import type { FinderStore } from './finder.ts'

/** A person asked whether autopilot may answer again. Any other word of the desk ends it. */
export interface HandBack {
  /** Number of the message that asked. */
  seq: number
  askedAt: number
  /** Something that the customer had asked before was not answered yet. */
  open: boolean
  /** The customer's yes; null: none yet. */
  agreed: { seq: number; at: number } | null
}

/** A conversation with what this desk derived from its messages. */
export interface ConversationRecord {
  conversation: Conversation
  lastSeq: number
  lastCustomerSeq: number
  lastDeskSeq: number
  lastLine: string
  lastAt: number
  waitingSince: number | null
  /** As `waitingSince`, but only a person's reply ends it. */
  personWaitingSince: number | null
  /** Has a person answered in this matter, and autopilot not been handed back to it since? */
  personInvolved: boolean
  /** Of this matter, since the last yes to a hand-back. */
  automaticReplies: number
  /** When the customer wrote last; 0: never. */
  lastCustomerAt: number
  /** First message of the present matter; 0: of the first one, -1: not known, to be read again. */
  sinceSeq: number
  handBack: HandBack | null
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
  person_waiting_since: number | null
  person_involved: number
  automatic_replies: number
  last_customer_at: number
  since_seq: number
  hand_back: string | null
  state: string
}

const COLUMNS = 'body, last_seq, last_customer_seq, last_desk_seq, last_line, last_at, waiting_since, person_waiting_since, person_involved, automatic_replies, last_customer_at, since_seq, hand_back, state'
// Made once: a statement is found by its text, and a text made anew is read from end to end for that.
const GET = `SELECT ${COLUMNS} FROM conversation WHERE id = ?`

function record(row: Row): ConversationRecord {
  return {
    conversation: JSON.parse(row.body) as Conversation,
    lastSeq: row.last_seq, lastCustomerSeq: row.last_customer_seq, lastDeskSeq: row.last_desk_seq,
    lastLine: row.last_line, lastAt: row.last_at, waitingSince: row.waiting_since, personWaitingSince: row.person_waiting_since,
    personInvolved: row.person_involved === 1, automaticReplies: row.automatic_replies,
    lastCustomerAt: row.last_customer_at, sinceSeq: row.since_seq, handBack: row.hand_back === null ? null : JSON.parse(row.hand_back) as HandBack, state: row.state,
  }
}

/** A condition with one parameter, the present time: not snoozed, or the customer has written since. */
const AWAKE = `NOT (coalesce(snoozed_until, 0) > ? AND last_customer_seq <= json_extract(body, '$.snooze.seenSeq'))`

export function createConversationStore(db: Db, finder: FinderStore) {
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
       person_waiting_since = ?, person_involved = ?, automatic_replies = ?, last_customer_at = ?, since_seq = ?, hand_back = ?, state = ? WHERE id = ?`,
      r.lastSeq, r.lastCustomerSeq, r.lastDeskSeq, r.lastLine, r.lastAt, r.waitingSince, r.personWaitingSince, r.personInvolved ? 1 : 0, r.automaticReplies,
      r.lastCustomerAt, r.sinceSeq, r.handBack && JSON.stringify(r.handBack), r.state, r.conversation.id,
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
    /** What is open, what was resolved since `since` (milliseconds), and what still has a reply on its way or a promise to keep; newest first. */
    recent(limit: number, since = 0): ConversationRecord[] {
      return db
        .all<Row>(
          `SELECT ${COLUMNS} FROM conversation WHERE status <> 'resolved' OR resolved_at >= ? OR id IN (SELECT conversation_id FROM outbox) OR id IN (SELECT conversation_id FROM follow_up WHERE state = 'open') ORDER BY last_at DESC LIMIT ?`, since, limit,
        )
        .map(record)
    },
    /** Every id with the name that the channel shows. */
    names(): { id: string; displayName: string }[] {
      return db.all<{ id: string; displayName: string }>("SELECT id, json_extract(body, '$.displayName') AS displayName FROM conversation")
    },
    /** Ids of those whose snooze ended in after < t <= upto. */
    snoozeEnded(after: number, upto: number): string[] {
      return db.all<{ id: string }>('SELECT id FROM conversation WHERE snoozed_until > ? AND snoozed_until <= ?', after, upto).map((row) => row.id)
    },
    /** Ids of those resolved in from <= t < before. */
    resolvedBetween(from: number, before: number): string[] {
      return db.all<{ id: string }>('SELECT id FROM conversation WHERE resolved_at >= ? AND resolved_at < ?', from, before).map((row) => row.id)
    },
    /** When the next snooze ends, or null. */
    nextSnoozeEnd(after: number): number | null {
      return db.get<{ at: number | null }>('SELECT min(snoozed_until) AS at FROM conversation WHERE snoozed_until > ?', after)?.at ?? null
    },
    /** Those who wait for a person, without those that sleep at `now`: first the flagged whose flag nobody dismissed, then by the longest wait. */
    needing(limit: number, now: number): ConversationRecord[] {
      return db.all<Row>(
        `SELECT ${COLUMNS} FROM conversation c
         WHERE status = 'open' AND waiting_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 'held')
           AND ${AWAKE}
         ORDER BY json_extract(state, '$.flag') IS NOT NULL AND json_extract(state, '$.flagDismissed') = 0 DESC, waiting_since LIMIT ?`, now, limit,
      ).map(record)
    },
    /** How many wait for a person, without those that sleep at `now`, and how many carry a flag that nobody dismissed. */
    counts(now: number): { needsYou: number; angry: number } {
      const row = db.get<{ needs_you: number | null; angry: number | null }>(
        `SELECT sum(waiting_since IS NOT NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.conversation_id = c.id AND o.state <> 'held')
                  AND ${AWAKE}) AS needs_you,
                sum(json_extract(state, '$.flag') IS NOT NULL AND json_extract(state, '$.flagDismissed') = 0) AS angry
         FROM conversation c WHERE status = 'open'`,
        now,
      )
      return { needsYou: row?.needs_you ?? 0, angry: row?.angry ?? 0 }
    },
    /** Newest first. */
    ofCustomer(customerId: string): string[] {
      return db.all<{ id: string }>('SELECT id FROM conversation WHERE customer_id = ? ORDER BY last_at DESC', customerId).map((row) => row.id)
    },
    /** Inserts the conversation, or replaces what the gateway says of it; derived columns stay. */
    upsert(conversation: Conversation): void {
      db.run(
        `INSERT INTO conversation (id, body, status, customer_id, last_at, snoozed_until, resolved_at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET body = excluded.body, status = excluded.status, customer_id = excluded.customer_id,
           snoozed_until = excluded.snoozed_until, resolved_at = excluded.resolved_at`,
        conversation.id, JSON.stringify(conversation), conversation.status, conversation.customerId, conversation.createdAt, conversation.snooze?.until ?? null,
        conversation.status === 'resolved' ? (conversation.resolution?.at ?? conversation.updatedAt) : null,
      )
      finder.putConversation(conversation.id, conversation.displayName)
      const held = batch?.records.get(conversation.id)
      if (held) batch?.records.set(conversation.id, { ...held, conversation })
    },
    saveDerived: (id: string, derived: Omit<ConversationRecord, 'conversation'>): void => change(id, derived),
    saveState: (id: string, state: string): void => change(id, { state }),
  }
}
export type ConversationStore = ReturnType<typeof createConversationStore>
