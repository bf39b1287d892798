import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type LocalStore, openSqliteStore } from '../../src-gateway/store/sqlite/sqlite-store.ts'
import { KEY } from './gateway-harness.ts'
import { conversationOf, messageOf } from './gateway-store-suite.ts'

const binding = process.env.DESKMATE_SQLITE_BINDING ?? null
const chat = conversationOf()
let root: string
let store: LocalStore
let seq: number
const openAt = (dataDir: string) => openSqliteStore({ dataDir, key: KEY, sqliteBinding: binding })
const WORDS = 'long words '.repeat(180)

/** So many messages in one transaction, about 2 kB each. */
const says = (count: number) => store.write(async (tx) => {
  for (let n = 0; n < count; n += 1) await tx.append(1, { type: 'message', message: messageOf(chat.id, ++seq, { text: WORDS }) })
})
const head = (of: LocalStore) => of.read((tx) => tx.head())

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'copy-'))
  store = openAt(join(root, 'data'))
  seq = 0
  await store.write((tx) => tx.append(1, { type: 'conversation', conversation: chat }))
  await says(1500)
})
afterEach(async () => {
  await store.close()
  await rm(root, { recursive: true, force: true })
})

test('HA-24 while the database is copied the gateway answers, and however much is written meanwhile the copy holds what was there when it began, under its key (a floor that stands still at every backup)', async () => {
  const before = await head(store)
  await mkdir(join(root, 'copy'))
  let parts = 0
  await store.copyTo(join(root, 'copy', 'gateway.db'), async () => {
    parts += 1
    // More than SQLite lets its log grow to by itself: it would write into the file that is being copied.
    await says(600)
  })
  expect(parts).toBeGreaterThan(2)
  expect(await head(store)).toBe(before + parts * 600)
  expect((await readFile(join(root, 'copy', 'gateway.db'))).includes('long words')).toBe(false)
  const copy = openAt(join(root, 'copy'))
  expect([await copy.isWhole(), await head(copy)]).toEqual([true, before])
  await copy.close()
  await store.close()
  store = openAt(join(root, 'data'))
  expect([await store.isWhole(), await head(store)]).toEqual([true, before + parts * 600])
})

test('HA-24 after a copy the folder is still this gateway\'s alone, and another copy can be made (two gateways on one log)', async () => {
  await store.copyTo(join(root, 'one.db'))
  await store.copyTo(join(root, 'two.db'))
  const script = `const D = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))})
    const db = new D(${JSON.stringify(join(root, 'data', 'gateway.db'))}, { timeout: 0, ...(${JSON.stringify(binding)} === null ? {} : { nativeBinding: ${JSON.stringify(binding)} }) })
    try { db.pragma(${JSON.stringify(`key = "x'${KEY}'"`)}); db.prepare('SELECT count(*) FROM sqlite_master').get(); console.log('open') } catch (error) { console.log(error.code) }`
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toMatch(/^SQLITE_BUSY/)
})

test('HA-24 a gateway that stops while it is copied stops at once, and the copy says that it is none (half a backup that looks whole)', async () => {
  let closing: Promise<void> | null = null
  await expect(store.copyTo(join(root, 'half.db'), () => { closing ??= store.close() })).rejects.toThrow('closes')
  await closing
  store = openAt(join(root, 'data'))
  expect(await store.isWhole()).toBe(true)
})
