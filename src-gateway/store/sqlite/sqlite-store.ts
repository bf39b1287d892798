import type { Database } from 'better-sqlite3'
import type { LogEvent } from '../../../src-shared/wire/protocol.ts'
import type { ReadTx, Store, WriteTx } from '../store.ts'
import { openDatabase } from './open.ts'
import { SqliteReadTx } from './read-tx.ts'
import { Statements } from './rows.ts'
import { SqliteWriteTx } from './write-tx.ts'

/** A transaction longer than this is worth a line in the log, in milliseconds. */
const SLOW_MS = 100

export interface SqliteStoreOptions {
  dataDir: string
  /** 64 hex digits. */
  key: string
  sqliteBinding: string | null
  onSlow?: (milliseconds: number) => void
}

/** What only a store in a file can do. */
export interface LocalStore extends Store {
  /** Writes all that it holds at this moment into a new file, encrypted under the same key. Nobody is served meanwhile. */
  copyTo(file: string): Promise<void>
  /** Are all its pages as they were written? */
  isWhole(): Promise<boolean>
}

/** Opens (or makes) the encrypted store of a data folder; see `openDatabase` for what it may refuse. */
export function openSqliteStore(options: SqliteStoreOptions): LocalStore {
  return new SqliteStore(openDatabase(options.dataDir, options.key, options.sqliteBinding), options.onSlow ?? (() => undefined))
}

class SqliteStore implements LocalStore {
  private readonly db: Database
  private readonly sql: Statements
  private readonly onSlow: (milliseconds: number) => void
  private readonly listeners = new Set<(events: readonly LogEvent[]) => void>()
  /** Tail of the queue: one connection, so one transaction at a time. */
  private tail: Promise<unknown> = Promise.resolve()
  private closed = false

  constructor(db: Database, onSlow: (milliseconds: number) => void) {
    this.db = db
    this.sql = new Statements(db)
    this.onSlow = onSlow
  }

  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.queued(() => this.transaction('BEGIN', () => work(new SqliteReadTx(this.sql))))
  }

  write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.queued(async () => {
      const tx = new SqliteWriteTx(this.sql)
      const result = await this.transaction('BEGIN IMMEDIATE', () => work(tx))
      // Still inside the queue, so that listeners hear the commits in the order of `n`.
      if (tx.appended.length > 0) for (const listener of this.listeners) listener(tx.appended)
      return result
    })
  }

  onAppended(listener: (events: readonly LogEvent[]) => void): () => void {
    this.listeners.add(listener)
    return () => { this.listeners.delete(listener) }
  }

  async close(): Promise<void> {
    if (this.closed) return
    await this.queued(async () => {
      this.closed = true
      this.db.close()
    })
  }

  copyTo(file: string): Promise<void> {
    // VACUUM INTO, because closing a plain copy's file handle would drop this process's lock on the database.
    return this.queued(async () => { this.db.prepare('VACUUM INTO ?').run(file) })
  }

  isWhole(): Promise<boolean> {
    return this.queued(async () => this.db.pragma('integrity_check', { simple: true }) === 'ok')
  }

  private async transaction<T>(begin: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    this.db.exec(begin)
    try {
      const result = await work()
      this.db.exec('COMMIT')
      return result
    } catch (thrown) {
      if (this.db.inTransaction) this.db.exec('ROLLBACK')
      throw thrown
    } finally {
      const took = performance.now() - started
      if (took > SLOW_MS) this.onSlow(Math.round(took))
    }
  }

  private queued<T>(job: () => Promise<T>): Promise<T> {
    const run = this.tail.then(() => {
      if (this.closed) throw new Error('the store is closed')
      return job()
    })
    this.tail = run.catch(() => undefined)
    return run
  }
}
