import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { cannotStart } from '../../refusals.ts'
import { migrate } from './migrate.ts'

export const DATABASE_FILE = 'gateway.db'

export function databaseExists(dataDir: string): boolean {
  return existsSync(join(dataDir, DATABASE_FILE))
}

/**
 * Opens or makes the encrypted database of a data folder and migrates it.
 * @param key 64 hex digits.
 * @throws AppError `wrong-key`, `already-running`, `database-damaged`, `database-from-the-future`.
 */
export function openDatabase(dataDir: string, key: string, sqliteBinding: string | null): Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const file = join(dataDir, DATABASE_FILE)
  const existed = existsSync(file)
  if (!existed) closeSync(openSync(file, 'a', 0o600))
  const db = new SqliteDatabase(file, { timeout: 2000, ...(sqliteBinding === null ? {} : { nativeBinding: sqliteBinding }) })
  try {
    db.pragma(`key = "x'${key}'"`)
    // One process owns the folder; a second one gets a clear answer instead of pushing events its seats never see.
    db.pragma('locking_mode = EXCLUSIVE')
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    if (existed) db.prepare('SELECT count(*) FROM sqlite_master').get()
    migrate(db, file)
    // The first write takes the exclusive lock now rather than at the first message.
    db.exec('BEGIN IMMEDIATE; COMMIT')
    return db
  } catch (thrown) {
    db.close()
    throw explain(thrown)
  }
}

function explain(thrown: unknown): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  if (code === 'SQLITE_NOTADB') {
    return cannotStart('wrong-key', '密钥与网关的数据不匹配，数据没有改动。', 'The key does not fit the gateway\'s data; nothing was changed.', thrown)
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return cannotStart('already-running', '另一个网关正在使用这个数据文件夹。', 'Another gateway is using this data folder.', thrown)
  }
  if (code.startsWith('SQLITE_CORRUPT')) {
    return cannotStart('database-damaged', '网关的数据文件已损坏，请用旁边的备份恢复；原文件没有改动。', 'The gateway\'s data file is damaged; restore the backup beside it. The file was left as it is.', thrown)
  }
  return thrown
}
