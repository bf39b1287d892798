import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { cannotStart } from '../../refusals.ts'
import { MIGRATIONS } from './migrations/index.ts'

const BACKUPS_KEPT = 3

/**
 * Brings the database to the newest schema: each migration in a transaction of its own, after a copy of the file was
 * made. Throws AppError `database-from-the-future` when a newer Deskmate wrote it; nothing is changed then.
 */
export function migrate(db: Database, file: string, migrations: readonly { name: string; sql: string }[] = MIGRATIONS): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length) {
    throw cannotStart('database-from-the-future', '网关的数据由更新版本的 Deskmate 写成，请升级后再打开；数据没有改动。',
      'The gateway\'s data was written by a newer Deskmate; update before opening it. Nothing was changed.')
  }
  if (version < migrations.length && version > 0) backUp(db, file, version)
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}

/**
 * Copies the whole database (encrypted under the same key) beside itself and keeps the newest few copies. VACUUM INTO,
 * because closing a plain copy's file handle would drop this process's lock on the database.
 */
function backUp(db: Database, file: string, version: number): void {
  const copy = `${file}.backup-v${String(version).padStart(4, '0')}`
  const unfinished = `${copy}.tmp`
  rmSync(unfinished, { force: true })
  db.prepare('VACUUM INTO ?').run(unfinished)
  const handle = openSync(unfinished, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(unfinished, copy)
  const prefix = `${basename(file)}.backup-v`
  const copies = readdirSync(dirname(file)).filter((name) => name.startsWith(prefix) && !name.endsWith('.tmp')).sort()
  for (const old of copies.slice(0, -BACKUPS_KEPT)) rmSync(join(dirname(file), old))
}
