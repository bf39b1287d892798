import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS } from './migrate.ts'
import { openDatabase } from './open.ts'

const KEY = 'ab'.repeat(32)
const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null
const place = (): string => path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-db-')), 'desk.db')

test('B-1 what a customer wrote cannot be read from the files of the disk, journal included', () => {
  const file = place()
  const db = openDatabase({ file, key: KEY, binding })
  db.run("INSERT INTO unsent (conversation_id, text) VALUES ('c', 'PLAINTEXT-CANARY')")
  const bytes = fs.readdirSync(path.dirname(file)).map((name) => fs.readFileSync(path.join(path.dirname(file), name)))
  expect(bytes.length).toBeGreaterThan(1)
  for (const content of bytes) {
    expect(content.includes('PLAINTEXT-CANARY')).toBe(false)
    expect(content.includes('SQLite format 3')).toBe(false)
  }
  db.close()
})

test('B-2 a wrong key is refused and the file is left as it was (a fresh database over an old one loses everything)', () => {
  const file = place()
  const db = openDatabase({ file, key: KEY, binding })
  db.run("INSERT INTO unsent (conversation_id, text) VALUES ('c', 'kept')")
  db.close()
  const before = fs.readFileSync(file)
  expect(() => openDatabase({ file, key: 'cd'.repeat(32), binding })).toThrow(/database-key/)
  expect(fs.readFileSync(file).equals(before)).toBe(true)
  const again = openDatabase({ file, key: KEY, binding })
  expect(again.get("SELECT text FROM unsent WHERE conversation_id = 'c'")).toEqual({ text: 'kept' })
  again.close()
})

test('B-3 a database from the future is refused, not downgraded', () => {
  const file = place()
  const db = openDatabase({ file, key: KEY, binding })
  db.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
  db.close()
  expect(() => openDatabase({ file, key: KEY, binding })).toThrow(/database-newer/)
})

test('B-4 a damaged file is refused and kept for rescue', () => {
  const file = place()
  const db = openDatabase({ file, key: KEY, binding })
  for (let i = 0; i < 2000; i++) db.run('INSERT INTO unsent (conversation_id, text) VALUES (?, ?)', String(i), 'x'.repeat(200))
  db.close()
  const bytes = fs.readFileSync(file)
  bytes.fill(7, 8192, 8192 * 4)
  fs.writeFileSync(file, bytes)
  expect(() => openDatabase({ file, key: KEY, binding })).toThrow(/database-(damaged|key)/)
  expect(fs.readFileSync(file).equals(bytes)).toBe(true)
})

test('B-5 a transaction that throws leaves nothing behind, nested ones included', () => {
  const db = openDatabase({ file: place(), key: KEY, binding })
  expect(() =>
    db.transaction(() => {
      db.run("INSERT INTO unsent (conversation_id, text) VALUES ('a', '1')")
      db.transaction(() => db.run("INSERT INTO unsent (conversation_id, text) VALUES ('b', '2')"))
      throw new Error('stop')
    }),
  ).toThrow('stop')
  expect(db.all('SELECT * FROM unsent')).toEqual([])
  db.close()
})

test('B-6 acknowledged commits survive power loss: the journal is synced at each commit', () => {
  const db = openDatabase({ file: place(), key: KEY, binding })
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
  expect(db.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
  db.close()
})

test('BE-10 what is written without waiting for the disk is there after a crash, and later commits are synced again', () => {
  const file = place()
  const db = openDatabase({ file, key: KEY, binding })
  db.run("INSERT INTO job (kind, conversation_id, based_on_seq) VALUES ('draft', 'c', 1)")
  expect(db.runUnsynced("UPDATE job SET attempts = attempts + 1 WHERE conversation_id = 'c'")).toBe(1)
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
  db.transaction(() => db.runUnsynced("UPDATE job SET attempts = attempts + 1 WHERE conversation_id = 'c'"))
  db.transactionUnsynced(() => {
    expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 1 })
    db.run("UPDATE job SET attempts = attempts + 1 WHERE conversation_id = 'c'")
  })
  expect(() => db.transactionUnsynced(() => {
    db.run("UPDATE job SET attempts = 99 WHERE conversation_id = 'c'")
    throw new Error('undo')
  })).toThrow('undo')
  expect(db.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
  // Opened beside the one that never closed, as after a kill.
  const next = openDatabase({ file, key: KEY, binding })
  expect(next.get("SELECT attempts FROM job WHERE conversation_id = 'c'")).toEqual({ attempts: 3 })
  next.close()
  db.close()
})
