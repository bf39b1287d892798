import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { describe } from '../../src-engine/adapters/log.ts'
import { explainOpening, openDatabase } from '../../src-engine/store/db/open.ts'
import { toAppError } from '../../src-shared/errors.ts'
import { binding, KEY, temporaryFolder } from '../support/desk.ts'

test('B-10 a database that another program holds for a moment is not called damaged: "move it away" would cost the unsent replies', { timeout: 30_000 }, () => {
  const file = path.join(temporaryFolder(), 'desk.db')
  openDatabase({ file, key: KEY, binding }).close()
  const other = new Database(file, binding ? { nativeBinding: binding } : {})
  other.pragma(`key = "x'${KEY}'"`)
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('BEGIN IMMEDIATE; COMMIT')
  let code = ''
  try {
    openDatabase({ file, key: KEY, binding })
  } catch (thrown) { code = toAppError(thrown).code }
  other.close()
  expect(code).toBe('database-busy')
})

test('B-11 a data folder that cannot be written is said in a sentence: "something went wrong" helps nobody', () => {
  const dir = temporaryFolder()
  fs.writeFileSync(path.join(dir, 'file'), '')
  let code = ''
  try {
    openDatabase({ file: path.join(dir, 'file', 'sub', 'desk.db'), key: KEY, binding })
  } catch (thrown) { code = toAppError(thrown).code }
  expect(code).toBe('database-unavailable')
})

test('B-10 a file that cannot be opened at all is not called damaged either', () => {
  const file = path.join(temporaryFolder(), 'desk.db')
  fs.mkdirSync(file)
  let code = ''
  try {
    openDatabase({ file, key: KEY, binding })
  } catch (thrown) { code = toAppError(thrown).code }
  expect(code).toBe('database-unavailable')
})

test('B-10 each failure of SQLite and of the disk gets its own sentence, only corruption is called damaged: a full disk that makes somebody throw the data away', () => {
  const codeOf = (code: string, more: object = {}): string => toAppError(explainOpening(Object.assign(new Error('x'), { code, ...more }))).code
  expect(['SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL'].map((code) => codeOf(code))).toEqual(Array(4).fill('database-busy'))
  expect(['SQLITE_FULL', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR_READ', 'SQLITE_PERM'].map((code) => codeOf(code))).toEqual(Array(5).fill('database-unavailable'))
  expect(codeOf('ENOSPC', { syscall: 'write' })).toBe('database-unavailable')
  expect(['SQLITE_CORRUPT', 'SQLITE_CORRUPT_VTAB'].map((code) => codeOf(code))).toEqual(Array(2).fill('database-damaged'))
  expect([codeOf('SQLITE_NOTADB'), codeOf('SQLITE_ERROR'), codeOf('')]).toEqual(['database-key', 'internal', 'internal'])
})

test('E-46 the log keeps the places of an error and none of its words, also words that look like a place', () => {
  const inLog = describe(new TypeError('bad value\n   at home, 13800000001\n    at 13800000001'))
  expect(JSON.stringify(inLog)).not.toContain('13800000001')
  expect(inLog['at']).toHaveLength(3)
  expect(JSON.stringify(inLog['at'])).toContain('store-errors.test.ts')
})
