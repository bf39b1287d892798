import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { LogEvent } from '../../../src-shared/wire/protocol.ts'
import type { ReadTx, Store, WriteTx } from '../store.ts'
import { copyPages, SourceFile } from './copy-file.ts'
import { DATABASE_FILE, openDatabase } from './open.ts'
import { SqliteReadTx } from './read-tx.ts'
import { Statements } from './rows.ts'
import { SqliteWriteTx } from './write-tx.ts'

/** A transaction longer than this is worth a line in the log, in milliseconds. */
const SLOW_MS = 100

/** SQLite's own measure: the log is brought into the file when it has so many pages. */
const CHECKPOINT_PAGES = 1000

export interface SqliteStoreOptions {
  dataDir: string
  /** 64 hex digits. */
  key: string
  sqliteBinding: string | null
  onSlow?: (milliseconds: number) => void
}

/** What only a store in a file can do. */
export interface LocalStore extends Store {
  /**
   * Writes all that it holds at this moment into a new file, encrypted under the same key. It serves meanwhile.
   * @param onPart awaited after each part of the file, with the bytes copied so far
   */
  copyTo(file: string, onPart?: (bytes: number) => Promise<void> | void): Promise<void>
  /** Are all its pages as they were written? */
  isWhole(): Promise<boolean>
}

/** Opens (or makes) the encrypted store of a data folder; see `openDatabase` for what it may refuse. */
export function openSqliteStore(options: SqliteStoreOptions): LocalStore {
  return new SqliteStore(openDatabase(options.dataDir, options.key, options.sqliteBinding), join(options.dataDir, DATABASE_FILE), options.onSlow ?? (() => undefined))
}

class SqliteStore implements LocalStore {
  private readonly db: Database
  private readonly sql: Statements
  private readonly onSlow: (milliseconds: number) => void
  private readonly listeners = new Set<(events: readonly LogEvent[]) => void>()
  /** Tail of the queue: one connection, so one transaction at a time. */
  private tail: Promise<unknown> = Promise.resolve()
  private closed = false
  private readonly source: SourceFile
  /** The copy that is made; one after the other. */
  private copying: Promise<unknown> = Promise.resolve()
  private ending = false

  constructor(db: Database, file: string, onSlow: (milliseconds: number) => void) {
    this.db = db
    this.source = new SourceFile(file)
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
    this.ending = true
    await this.copying.catch(() => undefined)
    await this.queued(async () => {
      this.closed = true
      this.db.close()
      this.source.close()
    })
  }

  copyTo(file: string, onPart: (bytes: number) => Promise<void> | void = () => undefined): Promise<void> {
    const copy = this.copying.catch(() => undefined).then(async () => {
      const bytes = await this.queued(async () => this.rest())
      try {
        await copyPages(this.source, bytes, file, async (done) => {
          await onPart(done)
          if (this.ending) throw new Error('the store closes')
        })
      } finally {
        await this.queued(async () => { this.db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`) })
      }
    })
    this.copying = copy
    return copy
  }

  /** Brings everything into the file and leaves the file alone from then on: what is written goes into the log beside it. @returns its length in bytes */
  private rest(): number {
    const [state] = this.db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    if (state?.busy !== 0) throw new Error('the database could not be brought into its file')
    this.db.pragma('wal_autocheckpoint = 0')
    return this.source.bytes()
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
