import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate } from '../../src-gateway/store/sqlite/migrate.ts'
import { MIGRATIONS } from '../../src-gateway/store/sqlite/migrations/index.ts'
import { openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import { conversationOf, messageOf, storeContract } from './gateway-store-suite.ts'

const sqliteBinding = process.env.DESKMATE_SQLITE_BINDING ?? null
const key = 'ab'.repeat(32)

storeContract('sqlite', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'gateway-store-'))
  return { open: async () => openSqliteStore({ dataDir, key, sqliteBinding }), remove: () => rm(dataDir, { recursive: true }) }
})

let dataDir: string
beforeEach(async () => { dataDir = await mkdtemp(join(tmpdir(), 'gateway-store-')) })
afterEach(() => rm(dataDir, { recursive: true }))

const raw = () => {
  const db = new SqliteDatabase(join(dataDir, 'gateway.db'), sqliteBinding === null ? {} : { nativeBinding: sqliteBinding })
  db.pragma(`key = "x'${key}'"`)
  return db
}

test('G-18 no file of the data folder holds a customer\'s words in the clear: a database opened without its key', async () => {
  const store = openSqliteStore({ dataDir, key, sqliteBinding })
  const conversation = conversationOf({ displayName: 'Zebra Crossing' })
  await store.write(async (tx) => {
    await tx.append(1, { type: 'conversation', conversation })
    await tx.append(1, { type: 'message', message: messageOf(conversation.id, 1, { text: 'my secret words' }) })
  })
  const whileOpen = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')))
  await store.close()
  const afterwards = await Promise.all((await readdir(dataDir)).map((name) => readFile(join(dataDir, name), 'latin1')))
  expect([...whileOpen, ...afterwards].join()).not.toMatch(/secret words|Zebra|SQLite format/)
})

test('G-18 a wrong key is refused and nothing is changed: a new database made over an old one', async () => {
  const store = openSqliteStore({ dataDir, key, sqliteBinding })
  await store.write((tx) => tx.setMeta('a', 'b'))
  await store.close()
  const before = await readFile(join(dataDir, 'gateway.db'))
  expect(() => openSqliteStore({ dataDir, key: 'cd'.repeat(32), sqliteBinding })).toThrow(/wrong-key/)
  expect(await readFile(join(dataDir, 'gateway.db'))).toEqual(before)
})

test('G-18 a second gateway on the same folder is refused: seats of one that never hear of the other\'s messages', async () => {
  const store = openSqliteStore({ dataDir, key, sqliteBinding })
  expect(() => openSqliteStore({ dataDir, key, sqliteBinding })).toThrow(/already-running/)
  await store.close()
  await openSqliteStore({ dataDir, key, sqliteBinding }).close()
})

test('G-18 a database from the future is refused untouched: an old program that guesses at new tables', async () => {
  await openSqliteStore({ dataDir, key, sqliteBinding }).close()
  const db = raw()
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`)
  db.close()
  expect(() => openSqliteStore({ dataDir, key, sqliteBinding })).toThrow(/database-from-the-future/)
})

test('G-18 every released schema migrates with a copy made before: a failed migration that leaves no way back', async () => {
  const file = join(dataDir, 'gateway.db')
  for (let version = 1; version < MIGRATIONS.length; version += 1) {
    await rm(file, { force: true })
    const db = raw()
    migrate(db, file, MIGRATIONS.slice(0, version))
    db.exec(`INSERT INTO meta VALUES ('from', '${version}')`)
    migrate(db, file)
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    expect(db.prepare('SELECT value FROM meta').pluck().get()).toBe(String(version))
    db.close()
    expect(await readdir(dataDir)).toContain(`gateway.db.backup-v${String(version).padStart(4, '0')}`)
  }
})

test('G-18 a migration that fails changes nothing and the copy opens with the same key: half a schema', async () => {
  const file = join(dataDir, 'gateway.db')
  const db = raw()
  migrate(db, file, MIGRATIONS)
  db.exec('INSERT INTO meta VALUES (\'kept\', \'yes\')')
  const broken = [...MIGRATIONS, { name: 'broken', sql: 'CREATE TABLE half (a); CREATE TABLE half (a);' }]
  expect(() => migrate(db, file, broken)).toThrow()
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
  expect(db.prepare('SELECT count(*) FROM sqlite_master WHERE name = \'half\'').pluck().get()).toBe(0)
  db.close()
  const copy = new SqliteDatabase(`${file}.backup-v${String(MIGRATIONS.length).padStart(4, '0')}`, sqliteBinding === null ? {} : { nativeBinding: sqliteBinding })
  copy.pragma(`key = "x'${key}'"`)
  expect(copy.prepare('SELECT value FROM meta').pluck().get()).toBe('yes')
  copy.close()
})
