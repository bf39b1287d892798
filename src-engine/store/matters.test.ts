import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { MIGRATIONS } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { createStore } from './index.ts'

const binding = process.env['DESKMATE_SQLITE_BINDING'] ?? null

test('HB-1 a database of before keeps when each customer wrote last, and reads again only whoever was resolved once (a desk that updates and answers otherwise than the others)', () => {
  const place = { file: path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'deskmate-db-')), 'desk.db'), key: 'ab'.repeat(32), binding }
  const before = openDatabase({ ...place, migrations: MIGRATIONS.slice(0, MIGRATIONS.findIndex(({ name }) => name === '0027-matters')) })
  for (const id of ['resolved-once', 'never']) {
    before.run("INSERT INTO conversation (id, body, status, last_customer_seq, last_seq, person_involved) VALUES (?, '{}', 'open', 1, 2, 1)", id)
    before.run("INSERT INTO message (id, conversation_id, seq, author_kind, author_id, author_name, text, attachments, at) VALUES (?, ?, 1, 'customer', 'v', '', '', '[]', 7000)", `${id}-1`, id)
    before.run("INSERT INTO message (id, conversation_id, seq, author_kind, author_id, author_name, text, attachments, at) VALUES (?, ?, 2, 'agent', 's', '', '', '[]', 9000)", `${id}-2`, id)
  }
  before.run("INSERT INTO resolution (id, conversation_id, body) VALUES ('r', 'resolved-once', '{}')")
  before.close()
  const store = createStore(openDatabase(place))
  expect(['resolved-once', 'never'].map((id) => store.conversations.get(id))).toMatchObject([
    { lastCustomerAt: 7000, sinceSeq: -1, handBack: null, personInvolved: true }, { lastCustomerAt: 7000, sinceSeq: 0, handBack: null, personInvolved: true },
  ])
  store.close()
})
