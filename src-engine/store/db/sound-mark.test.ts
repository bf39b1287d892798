import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './open.ts'
import { takeSoundMark } from './sound-mark.ts'

const KEY = 'ab'.repeat(32)
const DAY = 24 * 3_600_000
const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null
const open = (file: string) => openDatabase({ file, key: KEY, binding })

/** A database that was closed in order. */
function leftInOrder(): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-sound-')), 'desk.db')
  const db = open(file)
  db.run("INSERT INTO unsent (conversation_id, text) VALUES ('c', 'kept')")
  db.close()
  return file
}

test('BE-5 a database left in order is trusted once, without being read whole (a start that grows with the archive)', () => {
  const file = leftInOrder()
  expect(takeSoundMark(file, Date.now())).toBeTypeOf('number')
  expect(takeSoundMark(file, Date.now())).toBeNull()
})

test('BE-5 one that was killed while open is not trusted (half-written pages taken for sound)', () => {
  const file = leftInOrder()
  open(file)
  expect(takeSoundMark(file, Date.now())).toBeNull()
})

test('BE-5 one that changed since, or with a journal beside it, is not trusted', () => {
  const touched = leftInOrder()
  fs.utimesSync(touched, new Date(), new Date(Date.now() - 5_000))
  expect(takeSoundMark(touched, Date.now())).toBeNull()
  const withJournal = leftInOrder()
  fs.writeFileSync(`${withJournal}-wal`, '')
  expect(takeSoundMark(withJournal, Date.now())).toBeNull()
})

test('BE-5 the trust ends after a week, counted from the last full check and not from the last start (a disk that rots is never read)', () => {
  const file = leftInOrder()
  open(file).close()
  const first = takeSoundMark(file, Date.now())
  expect(first).toBeTypeOf('number')
  const again = leftInOrder()
  expect(takeSoundMark(again, Date.now() + 8 * DAY)).toBeNull()
})

test('BE-5 a mark that is no mark means: check', () => {
  const file = leftInOrder()
  fs.writeFileSync(`${file}.sound`, 'nonsense')
  expect(takeSoundMark(file, Date.now())).toBeNull()
})
