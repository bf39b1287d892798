// Opens a database with the compiled module given as argument. Run in Node and in Electron's Node by sqlite.mjs.
// CommonJS, because it is the one form that every version of both runs the same way.
'use strict'
const { mkdtempSync, readFileSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const Database = require('better-sqlite3')

const nativeBinding = process.argv[2]
const folder = mkdtempSync(join(tmpdir(), 'deskmate-sqlite-'))
try {
  const file = join(folder, 'check.db')
  const db = new Database(file, { nativeBinding })
  db.pragma("cipher='sqlcipher'")
  db.pragma("key='secret'")
  db.exec("CREATE VIRTUAL TABLE t USING fts5(body); INSERT INTO t VALUES ('where is my parcel')")
  /** @type {any} */
  const row = db.prepare('SELECT body FROM t WHERE t MATCH ?').get('parcel')
  db.close()
  if (row?.body !== 'where is my parcel') throw new Error('the full-text index found nothing')
  if (readFileSync(file).includes('parcel')) throw new Error('the database was written in clear text')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
