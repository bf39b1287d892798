import fs from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { tokens } from '../src-engine/domain/knowledge/tokens.ts'
import { SLICE } from '../src-engine/flows/catch-up.ts'
import { receive } from '../src-engine/flows/receive.ts'
import { openDatabase } from '../src-engine/store/db/open.ts'
import type { Change } from '../src-shared/wire/protocol.ts'
import { KEY, openDesk, temporaryFolder } from '../tests/support/desk.ts'
import { MemoryGateway } from '../tests/support/memory-gateway.ts'
import { corpus } from './corpus/corpus.ts'
import { SQLITE_BINDING } from './desk/places.ts'
import { ensure, type Measure } from './measure.ts'
import { interleave } from './stats.ts'

const RUNS = 5
const WARM_UPS = 1
const SIZE = { conversations: 1_000, messagesEach: 20 }
const MESSAGES = SIZE.conversations * SIZE.messagesEach


type Row = Record<string, string | number | null>
interface Rows { message: Row[]; grams: string[]; conversation: Row[] }

function batches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / SLICE) }, (_, at) => items.slice(at * SLICE, (at + 1) * SLICE))
}

const perSecond = (ms: number): number => MESSAGES / (ms / 1_000)

/** The desk's own way in, with a triage that costs nothing. @param keep gets the rows that it made */
function throughDesk(log: readonly Change[][], keep: (rows: Rows) => void): number {
  const desk = openDesk(new MemoryGateway())
  const verdict = desk.engine.triage({ text: '好的', at: 0, attachments: 0, history: [], orderStatuses: [] })
  desk.engine.triage = () => verdict
  // No window is open; the helper would keep every patch.
  desk.engine.publish = () => undefined
  desk.engine.trace = () => undefined
  const began = performance.now()
  let cursor = 0
  for (const changes of log) receive(desk.engine, changes, (cursor += changes.length))
  const took = performance.now() - began
  const dir = desk.kill()
  keep(readRows(dir))
  fs.rmSync(dir, { recursive: true, force: true })
  return perSecond(took)
}

function readRows(dir: string): Rows {
  const db = openDatabase({ file: path.join(dir, 'desk.db'), key: KEY, binding: SQLITE_BINDING })
  const message = db.all<Row>('SELECT * FROM message ORDER BY rowid')
  const conversation = db.all<Row>('SELECT * FROM conversation')
  const indexed = db.get<{ n: number }>('SELECT count(*) AS n FROM message_index')?.n
  db.close()
  ensure(message.length === MESSAGES && indexed === MESSAGES && conversation.length === SIZE.conversations, `${MESSAGES} messages stored and indexed`)
  return { message, conversation, grams: message.map((row) => tokens(String(row['text'])).join(' ')) }
}

function insertInto(db: Database.Database, table: string, row: Row): Database.Statement {
  const columns = Object.keys(row)
  return db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`)
}

/** The same rows into the same tables and indexes, by nothing but prepared statements. */
function byHand({ message, grams, conversation }: Rows): number {
  const dir = temporaryFolder()
  const file = path.join(dir, 'desk.db')
  openDatabase({ file, key: KEY, binding: SQLITE_BINDING }).close()
  const db = new Database(file, SQLITE_BINDING ? { nativeBinding: SQLITE_BINDING } : {})
  for (const pragma of [`key = "x'${KEY}'"`, 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'temp_store = MEMORY']) db.pragma(pragma)
  const ofMessage = insertInto(db, 'message', message[0] ?? {})
  const ofIndex = db.prepare('INSERT INTO message_index (rowid, grams) VALUES (?, ?)')
  const ofConversation = insertInto(db, 'conversation', conversation[0] ?? {})
  const cursor = db.prepare("INSERT INTO setting (name, value) VALUES ('cursor', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
  const began = performance.now()
  const share = Math.ceil(conversation.length / Math.ceil(message.length / SLICE))
  for (let from = 0, batch = 0; from < message.length; from += SLICE, batch++) {
    db.transaction(() => {
      for (const row of conversation.slice(batch * share, (batch + 1) * share)) ofConversation.run(row)
      for (const row of message.slice(from, from + SLICE)) ofMessage.run(row)
      for (let at = from; at < Math.min(from + SLICE, message.length); at++) ofIndex.run(message[at]?.['rowid'], grams[at])
      cursor.run(String(from))
    }).immediate()
  }
  const took = performance.now() - began
  ensure(db.prepare('SELECT count(*) FROM message').pluck().get() === MESSAGES, `${MESSAGES} rows inserted by hand`)
  db.close()
  fs.rmSync(dir, { recursive: true, force: true })
  return perSecond(took)
}

export const receiveMessages: Measure = {
  name: 'receive', title: 'messages received to committed, without triage', baseline: 'raw inserts of the same rows: indexes, encryption, WAL, FULL, batches alike', unit: 'rows/s', compare: 'ratio',
  async run() {
    const log = batches([...corpus(SIZE)].map(({ change }) => change))
    let rows: Rows = { message: [], grams: [], conversation: [] }
    throughDesk(log, (made) => { rows = made })
    const samples = await interleave(RUNS, WARM_UPS, () => byHand(rows), () => throughDesk(log, () => undefined))
    return { ...samples, notes: [`${RUNS} pairs after ${WARM_UPS}; ${MESSAGES} messages of ${SIZE.conversations} conversations into a new database, ${SLICE} changes a transaction, as in a catch-up`] }
  },
}
