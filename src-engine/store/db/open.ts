import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { AppError } from '../../../src-shared/errors.ts'
import { migrate, MIGRATIONS } from './migrate.ts'
import { leaveSoundMark, takeSoundMark } from './sound-mark.ts'

type Value = string | number | bigint | Buffer | null

/** A thin wrapper: statements are prepared once, a transaction is a function. Synchronous on purpose. */
export class Db {
  readonly #raw: Database.Database
  readonly #statements = new Map<string, Database.Statement>()
  readonly #onClosed: () => void
  #undone = 0

  /** @param onClosed called once the file was closed in order */
  constructor(raw: Database.Database, onClosed: () => void = () => undefined) {
    this.#raw = raw
    this.#onClosed = onClosed
  }

  #prepare(sql: string): Database.Statement {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.#raw.prepare(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }

  run(sql: string, ...values: Value[]): number {
    return this.#prepare(sql).run(...values).changes
  }

  /**
   * Like `run`, without waiting for the disk: a crash of the program forgets nothing, a power cut may. For what nobody
   * misses then.
   */
  runUnsynced(sql: string, ...values: Value[]): number {
    return this.#unsynced(() => this.run(sql, ...values))
  }

  /**
   * Like `transaction`, without waiting for the disk: a crash of the program forgets nothing; a power cut may undo the last
   * ones, newest first and each whole. For what can be asked for again.
   */
  transactionUnsynced<T>(work: () => T): T {
    return this.#unsynced(() => this.transaction(work))
  }

  #unsynced<T>(work: () => T): T {
    if (this.#raw.inTransaction) return work()
    this.#prepare('PRAGMA synchronous = NORMAL').run()
    try {
      return work()
    } finally {
      this.#prepare('PRAGMA synchronous = FULL').run()
    }
  }

  get<T>(sql: string, ...values: Value[]): T | undefined {
    return this.#prepare(sql).get(...values) as T | undefined
  }

  all<T>(sql: string, ...values: Value[]): T[] {
    return this.#prepare(sql).all(...values) as T[]
  }

  /** Runs `work` in one IMMEDIATE transaction; whatever it throws rolls everything back. Nested calls join the outer one. */
  transaction<T>(work: () => T): T {
    if (this.#raw.inTransaction) return work()
    try {
      return this.#raw.transaction(work).immediate()
    } catch (thrown) {
      this.#undone += 1
      throw thrown
    }
  }

  /** Grows when a transaction was undone: what was read since its beginning and kept in memory may hold what never was. */
  get undone(): number {
    return this.#undone
  }

  exec(sql: string): void {
    this.#raw.exec(sql)
  }

  close(): void {
    if (!this.#raw.open) return
    this.#raw.close()
    this.#onClosed()
  }
}

export interface OpenOptions {
  /** File of the database; its folder is made when missing. */
  file: string
  /** 64 hex digits. */
  key: string
  /** Path of the compiled module, or null for the one that ships with the package. */
  binding: string | null
  /** Schema to bring it to: an older version's, for tests of the way from there. */
  migrations?: typeof MIGRATIONS
}

/**
 * Opens (or makes) the encrypted database and brings it to the present schema.
 * @throws AppError `database-key` when the key does not fit, `database-damaged` when the file is no sound database,
 * `database-newer` when a newer Deskmate wrote it, `database-busy` when another program holds it, `database-unavailable`
 * when the disk lets nobody read or write it. The file is left as it is in all these cases.
 */
export function openDatabase({ file, key, binding, migrations = MIGRATIONS }: OpenOptions): Db {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new TypeError('the database key is 64 hex digits')
  let raw: Database.Database | null = null
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    const fresh = !fs.existsSync(file) || fs.statSync(file).size === 0
    const now = Date.now()
    // Reading the whole file takes longer than the rest of a start: not again when it is as it was left in order.
    const trusted = fresh ? now : takeSoundMark(file, now)
    raw = new Database(file, binding ? { nativeBinding: binding } : {})
    prepare(raw, key)
    const checkedAt = trusted ?? check(raw, now)
    migrate(raw, file, fresh, migrations)
    return new Db(raw, () => leaveSoundMark(file, checkedAt))
  } catch (thrown) {
    raw?.close()
    throw explainOpening(thrown)
  }
}

function prepare(raw: Database.Database, key: string): void {
  raw.pragma(`key = "x'${key}'"`)
  raw.pragma('journal_mode = WAL')
  // NORMAL may lose acknowledged commits at power loss; a commit costs about 0.2 ms.
  raw.pragma('synchronous = FULL')
  raw.pragma('foreign_keys = ON')
  raw.pragma('temp_store = MEMORY')
  raw.prepare('SELECT count(*) FROM sqlite_master').get()
}

function check(raw: Database.Database, now: number): number {
  const rows = raw.pragma('quick_check(1)') as { quick_check: string }[]
  if (rows.some((row) => row.quick_check !== 'ok')) throw refusal('database-damaged', new Error('quick_check'))
  return now
}

const REFUSALS = {
  'database-key': {
    retryable: false,
    say: { zh: '本机数据库的密钥不对，没有改动任何数据。请恢复原来的密钥后重试。', en: 'The key does not fit this desk’s database; nothing was changed. Restore the former key and start again.' },
  },
  'database-damaged': {
    retryable: false,
    say: { zh: '本机数据库已损坏，原文件没有改动。请从备份恢复，或移走它后重新从网关同步。', en: 'This desk’s database is damaged and was left as it is. Restore a backup, or move it away to load everything again from the gateway.' },
  },
  'database-busy': {
    retryable: true,
    say: { zh: '本机数据库正被另一个程序占用，数据没有改动。请关闭备份、杀毒或另一个 Deskmate 后重试。', en: 'Another program is holding this desk’s database; nothing was changed. Close the backup, virus scan or other Deskmate and try again.' },
  },
  'database-unavailable': {
    retryable: false,
    say: { zh: '无法读写本机数据，原有数据没有改动。请检查磁盘是否已满、数据文件夹是否可写，然后重新打开 Deskmate。', en: 'This desk’s data cannot be read or written; what is there was not changed. Check that the disk has room and that the data folder can be written, then open Deskmate again.' },
  },
} as const

function refusal(code: keyof typeof REFUSALS, cause: unknown): AppError {
  return new AppError({ code, ...REFUSALS[code] }, { cause })
}

/**
 * Only what SQLite itself calls corrupt is called damaged: "move it away" costs the replies that were not sent yet.
 * Codes: https://www.sqlite.org/rescode.html (the extended ones begin with the plain one) and Node's of system calls.
 */
export function explainOpening(thrown: unknown): unknown {
  if (thrown instanceof AppError || !(thrown instanceof Error)) return thrown
  const code = 'code' in thrown ? String(thrown.code) : ''
  if (code === 'SQLITE_NOTADB') return refusal('database-key', thrown)
  if (code.startsWith('SQLITE_CORRUPT')) return refusal('database-damaged', thrown)
  if (/^SQLITE_(BUSY|LOCKED|PROTOCOL)/.test(code)) return refusal('database-busy', thrown)
  if (/^SQLITE_(CANTOPEN|FULL|READONLY|IOERR|PERM|NOLFS)/.test(code) || 'syscall' in thrown) return refusal('database-unavailable', thrown)
  return thrown
}
