import type { Attachment } from '../../src-shared/domain/attachment.ts'
import type { Quote } from '../../src-shared/domain/message.ts'
import type { ThreadMessage } from '../../src-shared/contract/desk.ts'
import type { Db } from './db/open.ts'

export type HoldReason = NonNullable<ThreadMessage['holdReason']>

/**
 * A reply on its way. Fate of a row: `queued` waits for the line; `undo` waits for `notBefore` and can be stopped; `held`
 * waits for a person. It leaves only when the log holds the message, or when a person takes it back.
 */
export interface OutboxItem {
  id: string
  conversationId: string
  authorKind: 'agent' | 'autopilot'
  authorName: string
  text: string
  attachments: Attachment[]
  quote: Quote | null
  /** It shall go to the customer as several messages, one for each of its paragraphs. */
  apart: boolean
  basedOnSeq: number
  draftId: string | null
  runId: string | null
  createdAt: number
  notBefore: number
  state: 'queued' | 'undo' | 'held'
  holdReason: HoldReason | null
  /** Given to the line; until it is answered (or a catch-up shows that it never arrived) it can be neither stopped nor taken back. */
  onTheLine: boolean
  /** How often the gateway has said: not now. */
  tries: number
  /** Are its pictures at the gateway? Until then neither it nor what was written after it leaves. */
  uploaded: boolean
}

/** As it is written the first time. */
export type NewReply = Omit<OutboxItem, 'onTheLine' | 'tries' | 'uploaded' | 'quote'> & { quote?: Quote | null }

interface Row {
  id: string
  conversation_id: string
  author_kind: 'agent' | 'autopilot'
  author_name: string
  text: string
  attachments: string
  quote: string | null
  apart: number
  uploaded: number
  based_on_seq: number
  draft_id: string | null
  run_id: string | null
  created_at: number
  not_before: number
  state: OutboxItem['state']
  hold_reason: HoldReason | null
  on_the_line: number
  tries: number
}

const item = (row: Row): OutboxItem => ({
  id: row.id, conversationId: row.conversation_id, authorKind: row.author_kind, authorName: row.author_name, text: row.text,
  attachments: JSON.parse(row.attachments) as Attachment[], basedOnSeq: row.based_on_seq, draftId: row.draft_id, runId: row.run_id,
  createdAt: row.created_at, notBefore: row.not_before, state: row.state, holdReason: row.hold_reason,
  onTheLine: row.on_the_line === 1, tries: row.tries,
  quote: row.quote === null ? null : (JSON.parse(row.quote) as Quote), apart: row.apart === 1, uploaded: row.uploaded === 1 || row.attachments === '[]',
})

/** Where a reply stands for its conversation's line in the queue: one that waits for a supervisor asks nothing of the agent. */
export type OnTheWay = OutboxItem['state'] | 'review'
export const onTheWay = ({ state, holdReason }: Pick<OutboxItem, 'state' | 'holdReason'>): OnTheWay => (state === 'held' && holdReason === 'review' ? 'review' : state)
/** Of several the gravest counts, and of equal ones the last. */
const GRAVITY: Record<OnTheWay, number> = { queued: 0, undo: 0, review: 1, held: 2 }
/** Of the replies of one conversation; undefined: there is none. */
export const gravest = (items: readonly Pick<OutboxItem, 'state' | 'holdReason'>[]): OnTheWay | undefined =>
  items.map(onTheWay).reduce<OnTheWay | undefined>((worst, one) => (worst === undefined || GRAVITY[one] >= GRAVITY[worst] ? one : worst), undefined)

export function createOutboxStore(db: Db) {
  return {
    /** @returns false when the id is known already: the same reply queued twice is one. */
    add(o: NewReply): boolean {
      return db.run(
        `INSERT OR IGNORE INTO outbox (id, conversation_id, author_kind, author_name, text, attachments, based_on_seq, draft_id, run_id, created_at, not_before, state, hold_reason, quote, apart)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        o.id, o.conversationId, o.authorKind, o.authorName, o.text, JSON.stringify(o.attachments), o.basedOnSeq, o.draftId, o.runId,
        o.createdAt, o.notBefore, o.state, o.holdReason, o.quote ? JSON.stringify(o.quote) : null, o.apart ? 1 : 0,
      ) === 1
    },
    get(id: string): OutboxItem | null {
      const row = db.get<Row>('SELECT * FROM outbox WHERE id = ?', id)
      return row ? item(row) : null
    },
    all(): OutboxItem[] {
      return db.all<Row>('SELECT * FROM outbox ORDER BY position').map(item)
    },
    of(conversationId: string): OutboxItem[] {
      return db.all<Row>('SELECT * FROM outbox WHERE conversation_id = ? ORDER BY position', conversationId).map(item)
    },
    ofRun(runId: string): OutboxItem | null {
      const row = db.get<Row>('SELECT * FROM outbox WHERE run_id = ?', runId)
      return row ? item(row) : null
    },
    /** Due at `now` in the order they were written, pictures first uploaded; the first of each conversation only, so that replies never overtake one another. */
    due(now: number): OutboxItem[] {
      return db
        .all<Row>(
          `SELECT * FROM outbox WHERE position IN (SELECT min(position) FROM outbox WHERE state <> 'held' GROUP BY conversation_id)
           AND not_before <= ? AND (uploaded = 1 OR attachments = '[]') ORDER BY position`, now,
        )
        .map(item)
    },
    /** Due replies whose pictures have to reach the gateway first. */
    toUpload(now: number): OutboxItem[] {
      return db.all<Row>("SELECT * FROM outbox WHERE (state = 'queued' OR hold_reason = 'review') AND uploaded = 0 AND attachments <> '[]' AND not_before <= ? ORDER BY position", now).map(item)
    },
    setUploaded(id: string, uploaded: boolean): void {
      db.run('UPDATE outbox SET uploaded = ? WHERE id = ?', uploaded ? 1 : 0, id)
    },
    /** Quotes of a message that was taken back show its words no more. */
    emptyQuotes(quotedId: string): void {
      db.run("UPDATE outbox SET quote = json_set(quote, '$.text', '', '$.pictures', 0) WHERE json_extract(quote, '$.id') = ?", quotedId)
    },
    /** When the next undo window ends, or null. */
    nextDue(after: number): number | null {
      return db.get<{ at: number | null }>("SELECT min(not_before) AS at FROM outbox WHERE (state <> 'held' OR hold_reason = 'review') AND not_before > ?", after)?.at ?? null
    },
    hold(id: string, reason: HoldReason): void {
      db.run("UPDATE outbox SET state = 'held', hold_reason = ?, on_the_line = 0 WHERE id = ?", reason, id)
    },
    /** From here on nobody knows whether it arrived, until `settle`, or until the row is gone. */
    putOnTheLine(id: string): void {
      db.run('UPDATE outbox SET on_the_line = 1 WHERE id = ?', id)
    },
    /** It did not arrive: it may be stopped or taken back again. null: none of those still here did (the log was read to its end). */
    settle(id: string | null): void {
      if (id === null) db.run('UPDATE outbox SET on_the_line = 0 WHERE on_the_line = 1')
      else db.run('UPDATE outbox SET on_the_line = 0 WHERE id = ?', id)
    },
    /** The gateway said: not now. */
    delay(id: string, until: number): void {
      db.run('UPDATE outbox SET tries = tries + 1, not_before = ? WHERE id = ?', until, id)
    },
    release(id: string, basedOnSeq: number, now: number): void {
      db.run("UPDATE outbox SET state = 'queued', hold_reason = NULL, not_before = 0, tries = 0, based_on_seq = ?, created_at = ? WHERE id = ?", basedOnSeq, now, id)
    },
    /** A supervisor let it go in these words, at the earliest at `notBefore`. */
    approve(id: string, text: string, notBefore: number, now: number): void {
      db.run("UPDATE outbox SET state = 'queued', hold_reason = NULL, text = ?, not_before = ?, tries = 0, created_at = ? WHERE id = ?", text, notBefore, now, id)
    },
    /** It waits for a supervisor; `until`: what they decided stands from then on, 0: they have not. */
    keepForReview(id: string, until: number): void {
      db.run("UPDATE outbox SET state = 'held', hold_reason = 'review', not_before = ?, on_the_line = 0 WHERE id = ?", until, id)
    },
    remove(id: string): boolean {
      return db.run('DELETE FROM outbox WHERE id = ?', id) === 1
    },
    count(): { waiting: number; held: number } {
      const row = db.get<{ waiting: number | null; held: number | null }>("SELECT sum(state <> 'held' OR hold_reason = 'review') AS waiting, sum(state = 'held' AND hold_reason <> 'review') AS held FROM outbox")
      return { waiting: row?.waiting ?? 0, held: row?.held ?? 0 }
    },
    /** Conversations with something on the way, with the state that matters most. */
    states(): Map<string, OnTheWay> {
      const found = new Map<string, OnTheWay>()
      for (const { conversation_id: id, ...one } of db.all<{ conversation_id: string; state: OutboxItem['state']; holdReason: HoldReason | null }>('SELECT conversation_id, state, hold_reason AS holdReason FROM outbox ORDER BY position')) {
        const now = onTheWay(one)
        if (GRAVITY[now] >= GRAVITY[found.get(id) ?? 'queued']) found.set(id, now)
      }
      return found
    },
  }
}
export type OutboxStore = ReturnType<typeof createOutboxStore>
