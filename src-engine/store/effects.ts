import type { CommerceAction } from '../../src-shared/domain/commerce.ts'
import type { Effect } from '../../src-shared/domain/effect.ts'
import type { Db } from './db/open.ts'

/** What this desk asked to be done, until the gateway has answered. Times are milliseconds of the gateway's clock. */
export type WishedEffect = Omit<Effect, 'outcome' | 'at'> & { askedAt: number }

/** A wish or an effect of the log; of what other desks did there is no wish, and nothing to take back. */
export interface EffectRow { wish: WishedEffect | null; effect: Effect | null; undo: CommerceAction | null }

interface Columns { wish: string | null; effect: string | null; undo: string | null }
const parse = <T>(body: string | null): T | null => (body === null ? null : (JSON.parse(body) as T))
const row = ({ wish, effect, undo }: Columns): EffectRow => ({ wish: parse(wish), effect: parse(effect), undo: parse(undo) })

/** Things done to orders, and those that wait to be done. */
export function createEffectStore(db: Db) {
  return {
    /** @returns false where this id was asked for before, and nothing is changed */
    ask(wish: WishedEffect, undo: CommerceAction | null): boolean {
      const asked = db.get('SELECT 1 FROM effect WHERE id = ?', wish.id) !== undefined
      if (!asked) {
        db.run('INSERT INTO effect (id, conversation_id, order_no, asked_at, wish, undo) VALUES (?, ?, ?, ?, ?, ?)',
          wish.id, wish.conversationId, wish.action.orderNo, wish.askedAt, JSON.stringify(wish), undo === null ? null : JSON.stringify(undo))
      }
      return !asked
    },
    /** Keeps what came of it; an effect never changes. @returns was it new here? */
    settle(effect: Effect): boolean {
      const settled = db.get('SELECT 1 FROM effect WHERE id = ? AND effect IS NOT NULL', effect.id) !== undefined
      if (!settled) {
        db.run('INSERT INTO effect (id, conversation_id, order_no, asked_at, effect) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET effect = excluded.effect',
          effect.id, effect.conversationId, effect.action.orderNo, effect.at, JSON.stringify(effect))
      }
      return !settled
    },
    /** null: not settled yet, or nobody asked for it. */
    get(id: string): Effect | null {
      return parse(db.get<Columns>('SELECT wish, effect, undo FROM effect WHERE id = ?', id)?.effect ?? null)
    },
    row(id: string): EffectRow | null {
      const found = db.get<Columns>('SELECT wish, effect, undo FROM effect WHERE id = ?', id)
      return found ? row(found) : null
    },
    /** Of a conversation, oldest first. */
    of(conversationId: string): EffectRow[] {
      return db.all<Columns>('SELECT wish, effect, undo FROM effect WHERE conversation_id = ? ORDER BY asked_at, id', conversationId).map(row)
    },
    /** What was done after this time, oldest first. */
    doneSince(since: number): Effect[] {
      return db.all<{ effect: string }>("SELECT effect FROM effect WHERE json_extract(effect, '$.at') > ? AND json_extract(effect, '$.outcome.state') = 'done' ORDER BY asked_at, id", since)
        .map((row) => JSON.parse(row.effect) as Effect)
    },
    /** Asked for at this desk, and nobody knows yet what came of it. */
    unsettled(): WishedEffect[] {
      return db.all<Columns>('SELECT wish, effect, undo FROM effect WHERE effect IS NULL ORDER BY asked_at, id').flatMap((columns) => row(columns).wish ?? [])
    },
    /** Forgets what the log told; what still waits for the gateway or for a supervisor stays. */
    forgetLog(): void {
      db.run('DELETE FROM effect WHERE effect IS NOT NULL')
    },
  }
}
export type EffectStore = ReturnType<typeof createEffectStore>
