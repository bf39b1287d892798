import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts'
import type { Store } from '../store/store.ts'
import { encryptedFileStore } from './file-store.ts'
import { forgetUnsentUploads, UNSENT_KEPT_MS } from './unsent-uploads.ts'

const KEY = 'ab'.repeat(32)
let dir: string
let store: Store
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gateway-uploads-'))
  store = openSqliteStore({ dataDir: dir, key: KEY, sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

test('G-65 a picture that no message carried within a day goes, one that was sent, is young or comes from a desk stays: a disk filled by uploads, or a phrase whose picture a customer had too', async () => {
  const files = encryptedFileStore(join(dir, 'attachments'), KEY)
  const keep = async (name: string, readers: readonly string[]) => {
    const sha256 = await files.put(Buffer.from(name))
    await store.write(async (tx) => {
      await tx.putAttachment({ sha256, type: 'image/png', bytes: 1, width: 1, height: 1 })
      for (const reader of readers) await tx.grantAttachment(sha256, reader)
    })
    return sha256
  }
  const unsent = await keep('unsent', ['visitor:a', 'visitor:b'])
  const sent = await keep('sent', ['visitor:a', 'conversation:1'])
  const desk = await keep('desk', [])
  const phrase = await keep('phrase', ['visitor:a', 'desks'])
  const here = async () => Promise.all([unsent, sent, desk, phrase].map(async (sha256) => [await store.read((tx) => tx.attachment(sha256)) !== null, await files.get(sha256) !== null]))
  const putAt = await files.putAt(unsent) ?? 0

  expect(await forgetUnsentUploads(store, files, putAt + UNSENT_KEPT_MS - 1)).toBe(0)
  expect(await here()).toEqual([[true, true], [true, true], [true, true], [true, true]])
  expect(await forgetUnsentUploads(store, files, putAt + UNSENT_KEPT_MS)).toBe(1)
  expect(await here()).toEqual([[false, false], [true, true], [true, true], [true, true]])
  expect(await store.read((tx) => tx.attachmentGranted(unsent, 'visitor:a'))).toBe(false)
  expect(await forgetUnsentUploads(store, files, putAt + 9 * UNSENT_KEPT_MS)).toBe(0)
})
