import type { FollowUp, Promised } from '../../src-shared/domain/follow-up.ts'
import type { Db } from './db/open.ts'

/** A promise of a reply that is still on its way; the id is the follow-up's from the first day. */
export interface PromiseOnItsWay { id: string; promised: Promised }

/** What we promised customers. Times are milliseconds of the gateway's clock. */
export function createFollowUpStore(db: Db) {
  const parse = (rows: { body: string }[]): FollowUp[] => rows.map((row) => JSON.parse(row.body) as FollowUp)
  return {
    /** Replaces what is known of it. */
    put(one: FollowUp): void {
      db.run(
        `INSERT INTO follow_up (id, conversation_id, owner_id, state, due_at, promised_at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET owner_id = excluded.owner_id, state = excluded.state, due_at = excluded.due_at, promised_at = excluded.promised_at, body = excluded.body`,
        one.id, one.conversationId, one.owner.id, one.state, one.dueAt, one.promisedAt, JSON.stringify(one),
      )
    },
    get(id: string): FollowUp | null {
      return parse(db.all('SELECT body FROM follow_up WHERE id = ?', id))[0] ?? null
    },
    /** The next due first; those that were none are left out. */
    of(conversationId: string): FollowUp[] {
      return parse(db.all("SELECT body FROM follow_up WHERE conversation_id = ? AND state <> 'dropped' ORDER BY due_at, id", conversationId))
    },
    ofMessage(messageId: string, conversationId: string): FollowUp[] {
      return parse(db.all('SELECT body FROM follow_up WHERE conversation_id = ?', conversationId)).filter((one) => one.messageId === messageId)
    },
    /** Open ones by conversation, the next due first. */
    open(): Map<string, FollowUp[]> {
      const byConversation = new Map<string, FollowUp[]>()
      for (const one of parse(db.all("SELECT body FROM follow_up WHERE state = 'open' ORDER BY due_at, id"))) {
        byConversation.set(one.conversationId, [...(byConversation.get(one.conversationId) ?? []), one])
      }
      return byConversation
    },
    openOf(conversationId: string): FollowUp[] {
      return parse(db.all("SELECT body FROM follow_up WHERE conversation_id = ? AND state = 'open' ORDER BY due_at, id", conversationId))
    },
    /** Was anything promised in this conversation, and is any of it open past its time at `at`? */
    standing(conversationId: string, at: number): 'none' | 'broken' | 'kept' {
      const row = db.get<{ known: number; broken: number | null }>("SELECT count(*) AS known, sum(state = 'open' AND due_at < ?) AS broken FROM follow_up WHERE conversation_id = ?", at, conversationId)
      return !row?.known ? 'none' : row.broken ? 'broken' : 'kept'
    },
    /** Open ones of a seat that are due before `before`, the next due first. */
    dueOf(ownerId: string, before: number, limit: number): FollowUp[] {
      return parse(db.all("SELECT body FROM follow_up WHERE state = 'open' AND owner_id = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?", ownerId, before, limit))
    },
    /** Ids of conversations whose promises are due in after < t <= upto. */
    dueBetween(after: number, upto: number): string[] {
      return db.all<{ id: string }>("SELECT DISTINCT conversation_id AS id FROM follow_up WHERE state = 'open' AND due_at > ? AND due_at <= ?", after, upto).map((row) => row.id)
    },
    /** When the next one is due after this moment, or null. */
    nextDue(after: number): number | null {
      return db.get<{ at: number | null }>("SELECT min(due_at) AS at FROM follow_up WHERE state = 'open' AND due_at > ?", after)?.at ?? null
    },
    /** Everybody who ever owned one, newest first. */
    owners(): FollowUp['owner'][] {
      return parse(db.all('SELECT body FROM follow_up ORDER BY promised_at DESC LIMIT 200')).map(({ owner }) => owner)
    },
    /** Keeps what the log says while a change of this desk is on its way. */
    hear(one: FollowUp): void {
      db.run('UPDATE follow_up SET heard = ? WHERE id = ?', JSON.stringify(one), one.id)
    },
    /** What was heard meanwhile, which is forgotten. */
    takeHeard(id: string): FollowUp | null {
      const heard = db.get<{ heard: string | null }>('SELECT heard FROM follow_up WHERE id = ?', id)?.heard
      if (heard === null || heard === undefined) return null
      db.run('UPDATE follow_up SET heard = NULL WHERE id = ?', id)
      return JSON.parse(heard) as FollowUp
    },
    onItsWay: {
      set(replyId: string, promises: readonly PromiseOnItsWay[]): void {
        db.run('INSERT INTO outbox_promise (reply_id, body) VALUES (?, ?) ON CONFLICT (reply_id) DO UPDATE SET body = excluded.body', replyId, JSON.stringify(promises))
      },
      /** As it was left, which is done with; null: nobody looked at it. */
      take(replyId: string): PromiseOnItsWay[] | null {
        const row = db.get<{ body: string }>('SELECT body FROM outbox_promise WHERE reply_id = ?', replyId)
        db.run('DELETE FROM outbox_promise WHERE reply_id = ?', replyId)
        return row ? (JSON.parse(row.body) as PromiseOnItsWay[]) : null
      },
    },
  }
}
export type FollowUpStore = ReturnType<typeof createFollowUpStore>
