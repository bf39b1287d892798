import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from './db/open.ts'
import { createStore } from './index.ts'

const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null

test('BE-19 what is made of a setting once is that of the database, after a write, an undone transaction and a damaged value (a budget that was raised, and still counts as spent)', () => {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-settings-'))
  const db = openDatabase({ file: path.join(dir, 'desk.db'), key: 'a'.repeat(64), binding })
  const store = createStore(db)
  let made = 0
  const toWord = (value: unknown): { word: string } => {
    made += 1
    return { word: typeof value === 'string' ? value : 'none' }
  }
  const word = () => store.settings.readMade('word', toWord).word
  expect([word(), word(), made]).toEqual(['none', 'none', 1])
  store.settings.write('word', 'one')
  expect([word(), word(), made]).toEqual(['one', 'one', 2])
  expect(() => store.transaction(() => {
    store.settings.write('word', 'two')
    expect([word(), store.settings.read('word', '')]).toEqual(['two', 'two'])
    throw new Error('undo')
  })).toThrow('undo')
  expect(word()).toBe('one')
  expect(store.settings.read('word', '')).toBe('one')
  db.run("UPDATE setting SET value = '{' WHERE name = 'word'")
  // Read by a start that finds it so.
  const after = createStore(db).settings
  expect([after.readMade('word', toWord).word, after.read('word', 'none', 'damaged')]).toEqual(['none', 'damaged'])
  store.close()
  fs.rmSync(dir, { recursive: true, force: true })
})
