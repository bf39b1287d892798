import type { Customer } from '../../src-shared/domain/customer.ts'
import { fold, plainNumber, readingsOf, soundsOf } from '../../src-shared/domain/match.ts'
import type { Order } from '../../src-shared/domain/order.ts'
import { toPinyin } from '../domain/search/pinyin.ts'
import type { Db } from './db/open.ts'

/** Above every character that a key can hold. */
const LAST = '\u{10ffff}'

const KNOWN = 'SELECT 1 FROM name_key WHERE kind = ? AND ref = ? AND folded = ?'

const backwards = (text: string): string => [...text].reverse().join('')

export interface FoundNumber {
  kind: 'order' | 'tracking' | 'phone'
  /** Order number, or customer id for a phone. */
  ref: string
  customerId: string
}

/** Keys by which conversations, customers and orders are found. Kept by those who keep the things themselves. */
export function createFinderStore(db: Db) {
  const putName = (kind: 'conversation' | 'customer', ref: string, name: string): void => {
    const folded = fold(name)
    // Most of what comes is of somebody whose name is known: looking is cheaper than spelling.
    if (db.get(KNOWN, kind, ref, folded)) return
    const { sounds, initials } = soundsOf(readingsOf(name, toPinyin))
    db.run(
      `INSERT INTO name_key (kind, ref, folded, sounds, initials) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (kind, ref) DO UPDATE SET folded = excluded.folded, sounds = excluded.sounds, initials = excluded.initials`,
      kind, ref, folded, sounds, initials,
    )
  }
  const putNumber = (kind: FoundNumber['kind'], ref: string, customerId: string, number: string): void => {
    const key = plainNumber(number)
    if (key === '') return
    for (const [way, text] of [[0, key], [1, backwards(key)]] as const) {
      db.run('INSERT OR REPLACE INTO number_key (backwards, key, kind, ref, customer_id) VALUES (?, ?, ?, ?, ?)', way, text, kind, ref, customerId)
    }
  }
  return {
    putConversation: (id: string, displayName: string): void => putName('conversation', id, displayName),
    /** Replaces every key of this customer. */
    putCustomer(customer: Customer, orders: readonly Order[]): void {
      putName('customer', customer.id, customer.name)
      db.run('DELETE FROM number_key WHERE customer_id = ?', customer.id)
      putNumber('phone', customer.id, customer.id, customer.phone)
      for (const order of orders) {
        putNumber('order', order.no, customer.id, order.no)
        if (order.logistics) putNumber('tracking', order.no, customer.id, order.logistics.trackingNo)
      }
    },
    removeCustomer(id: string): void {
      db.run("DELETE FROM name_key WHERE kind = 'customer' AND ref = ?", id)
      db.run('DELETE FROM number_key WHERE customer_id = ?', id)
    },
    /**
     * Customers whose name, or the name that a channel shows for them, stands in a text.
     * @param folded the text as `fold` gives it
     */
    namedIn(folded: string, limit: number): { customerId: string; name: string }[] {
      return db.all<{ customer_id: string; name: string }>(
        `SELECT DISTINCT CASE n.kind WHEN 'customer' THEN n.ref ELSE c.customer_id END AS customer_id, n.folded AS name
         FROM name_key n LEFT JOIN conversation c ON n.kind = 'conversation' AND c.id = n.ref
         WHERE length(n.folded) >= 2 AND instr(?, n.folded) > 0 AND (n.kind = 'customer' OR c.customer_id IS NOT NULL) LIMIT ?`,
        folded, limit,
      ).map((row) => ({ customerId: row.customer_id, name: row.name }))
    },
    /**
     * Ids of conversations whose name, or whose customer's, may hold the word, a name that is the word itself first,
     * then the newest: a superset, to be ranked.
     * @param word folded, without spaces
     */
    byName(word: string, limit: number): string[] {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
      const where = "(n.folded LIKE ? ESCAPE '\\' OR n.sounds LIKE ? ESCAPE '\\' OR n.initials LIKE ? ESCAPE '\\')"
      const ids = (join: string): string[] => db
        .all<{ id: string }>(`SELECT c.id FROM name_key n JOIN conversation c ON ${join} WHERE ${where} ORDER BY n.folded = ? DESC, c.last_at DESC LIMIT ?`, like, like, like, word, limit)
        .map((row) => row.id)
      return [...new Set([...ids("n.kind = 'conversation' AND c.id = n.ref"), ...ids("n.kind = 'customer' AND c.customer_id = n.ref")])]
    },
    /** Numbers that begin or end with these characters. @param plain as plainNumber gives it */
    byNumber(plain: string, kinds: readonly FoundNumber['kind'][], limit: number): FoundNumber[] {
      const found = new Map<string, FoundNumber>()
      for (const [way, from] of [[1, backwards(plain)], [0, plain]] as const) {
        const rows = db.all<{ kind: FoundNumber['kind']; ref: string; customer_id: string }>(
          `SELECT kind, ref, customer_id FROM number_key WHERE backwards = ? AND key >= ? AND key < ? AND kind IN (${kinds.map(() => '?').join(', ')}) LIMIT ?`,
          way, from, from + LAST, ...kinds, limit,
        )
        for (const { kind, ref, customer_id: customerId } of rows) found.set(`${kind} ${ref}`, { kind, ref, customerId })
      }
      return [...found.values()]
    },
    /** After the log was forgotten: keys of what is no longer there. */
    forgetGone(): void {
      db.exec("DELETE FROM number_key; DELETE FROM name_key WHERE kind = 'customer' OR ref NOT IN (SELECT id FROM conversation)")
    },
  }
}
export type FinderStore = ReturnType<typeof createFinderStore>
