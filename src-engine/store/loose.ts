import type { SideClue, SideOption, SideTurn } from '../../src-shared/contract/side.ts'
import type { Draft } from '../../src-shared/domain/draft.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Db } from './db/open.ts'

export interface LooseTurn extends SideTurn {
  /** Of captures only. */
  verdict: Verdict | null
}

/** What was captured of one customer in a chat that the desk cannot reach: in no queue, at no gateway. */
export interface LooseConversation {
  id: string
  hue: number
  customerId: string | null
  clue: SideClue | null
  proven: boolean
  turns: LooseTurn[]
  /** Whom the newest capture may be from. */
  options: SideOption[]
  settled: boolean
  /** A person said whose it is, which no later look-up overturns. */
  chosen?: boolean
  /** Name of whoever was shown before this one, where that was somebody else. */
  before: { name: string | null } | null
  lookup: 'not-needed' | 'asked' | 'offline'
  draft: Draft | null
  /** While nobody is found; a customer's lies with the customer. */
  memo: string
  touchedAt: number
}

/** The side panel's short history, newest first, and the memos of customers. */
export function createLooseStore(db: Db) {
  const read = (row: { body: string } | undefined): LooseConversation | null => (row ? (JSON.parse(row.body) as LooseConversation) : null)
  return {
    get: (id: string): LooseConversation | null => read(db.get<{ body: string }>('SELECT body FROM loose WHERE id = ?', id)),
    /** What the panel shows. */
    newest: (): LooseConversation | null => read(db.get<{ body: string }>('SELECT body FROM loose ORDER BY touched_at DESC, id DESC LIMIT 1')),
    recent: (limit: number): LooseConversation[] => db.all<{ body: string }>('SELECT body FROM loose ORDER BY touched_at DESC, id DESC LIMIT ?', limit).map((row) => JSON.parse(row.body) as LooseConversation),
    all: (): LooseConversation[] => db.all<{ body: string }>('SELECT body FROM loose ORDER BY touched_at DESC, id DESC').map((row) => JSON.parse(row.body) as LooseConversation),
    put(loose: LooseConversation): void {
      db.run('INSERT INTO loose (id, touched_at, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET touched_at = excluded.touched_at, body = excluded.body', loose.id, loose.touchedAt, JSON.stringify(loose))
    },
    remove(id: string): void {
      db.run('DELETE FROM loose WHERE id = ?', id)
    },
    memo: (customerId: string): string => db.get<{ text: string }>('SELECT text FROM customer_memo WHERE customer_id = ?', customerId)?.text ?? '',
    setMemo(customerId: string, text: string): void {
      if (text === '') db.run('DELETE FROM customer_memo WHERE customer_id = ?', customerId)
      else db.run('INSERT INTO customer_memo (customer_id, text) VALUES (?, ?) ON CONFLICT (customer_id) DO UPDATE SET text = excluded.text', customerId, text)
    },
  }
}
export type LooseStore = ReturnType<typeof createLooseStore>
