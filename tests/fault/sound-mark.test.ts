import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../src-engine/store/db/open.ts'
import { leaveSoundMark, takeSoundMark } from '../../src-engine/store/db/sound-mark.ts'
import { binding, KEY, temporaryFolder } from '../support/desk.ts'

/** A database that was closed in order, with its mark. */
function leftInOrder(): string {
  const file = path.join(temporaryFolder(), 'desk.db')
  const db = openDatabase({ file, key: KEY, binding })
  db.run("INSERT INTO unsent (conversation_id, text) VALUES ('c', 'kept')")
  db.close()
  // On a whole second, which can be given back exactly.
  fs.utimesSync(file, 1_800_000_000, 1_800_000_000)
  leaveSoundMark(file, Date.now())
  return file
}
const keepTimes = (file: string, work: () => void): void => {
  work()
  fs.utimesSync(file, 1_800_000_000, 1_800_000_000)
}

test('BE-11 one that was written into and given its old time back is read whole (what tools for files do)', () => {
  const file = leftInOrder()
  keepTimes(file, () => {
    const handle = fs.openSync(file, 'r+')
    fs.writeSync(handle, Buffer.alloc(16, 0xff), 0, 16, 8192)
    fs.closeSync(handle)
  })
  expect(takeSoundMark(file, Date.now())).toBeNull()
})

test('BE-11 a copy that was put in its place with its size and time, as a backup is restored, is read whole', () => {
  const file = leftInOrder()
  fs.copyFileSync(file, `${file}.copy`)
  fs.utimesSync(`${file}.copy`, 1_800_000_000, 1_800_000_000)
  fs.renameSync(`${file}.copy`, file)
  expect(takeSoundMark(file, Date.now())).toBeNull()
})

test('BE-11 a file cut short is read whole', () => {
  const file = leftInOrder()
  keepTimes(file, () => { fs.truncateSync(file, fs.statSync(file).size - 4096) })
  expect(takeSoundMark(file, Date.now())).toBeNull()
})
