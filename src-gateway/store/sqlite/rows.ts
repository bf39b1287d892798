import type { Database, Statement } from 'better-sqlite3'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import type { ConversationRow } from '../store.ts'

/** Prepares each SQL text once per database; better-sqlite3 keeps no cache of its own. */
export class Statements {
  private readonly prepared = new Map<string, Statement<unknown[]>>()
  private readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  private statement(sql: string): Statement<unknown[]> {
    let found = this.prepared.get(sql)
    if (found === undefined) {
      found = this.db.prepare<unknown[]>(sql)
      this.prepared.set(sql, found)
    }
    return found
  }

  /** The row type is the caller's statement about its own SQL; bodies were parsed before they were written. */
  one<Row>(sql: string, ...values: unknown[]): Row | null {
    return (this.statement(sql).get(...values) as Row | undefined) ?? null
  }

  all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.statement(sql).all(...values) as Row[]
  }

  /** @returns how many rows changed. */
  run(sql: string, ...values: unknown[]): number {
    return this.statement(sql).run(...values).changes
  }
}

/** Bodies are JSON that this gateway wrote itself. */
export function fromJson<T>(body: string): T {
  return JSON.parse(body) as T
}

export interface ConversationColumns { body: string; updated_at: number; last_seq: number; last_customer_seq: number; last_desk_seq: number }
export const toConversation = (row: { body: string; updated_at: number }): Conversation =>
  ({ ...fromJson<Conversation>(row.body), updatedAt: row.updated_at })
export const toConversationRow = (row: ConversationColumns): ConversationRow =>
  ({ conversation: toConversation(row), lastSeq: row.last_seq, lastCustomerSeq: row.last_customer_seq, lastDeskSeq: row.last_desk_seq })
