import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-engine/store/db/open.ts'
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
  expect(code).not.toBe('')
  expect(code).not.toBe('database-damaged')
})

test('B-11 a data folder that cannot be written is said in a sentence, not as "something went wrong"', () => {
  const dir = temporaryFolder()
  fs.writeFileSync(path.join(dir, 'file'), '')
  let code = ''
  try {
    openDatabase({ file: path.join(dir, 'file', 'sub', 'desk.db'), key: KEY, binding })
  } catch (thrown) { code = toAppError(thrown).code }
  expect(code).not.toBe('internal')
})
