import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSqliteStore } from '../../store/sqlite/sqlite-store.ts'
import type { Store } from '../../store/store.ts'
import { LIMITS } from './limits.ts'
import { PAGE_BYTES, readVisit, receiveVisitorMessage, type Visit } from './visit.ts'

const NOW = 1_700_000_000_000
let dir: string
let store: Store
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gateway-visit-'))
  store = openSqliteStore({ dataDir: dir, key: 'ab'.repeat(32), sqliteBinding: process.env.DESKMATE_SQLITE_BINDING ?? null })
})
afterEach(async () => {
  await store.close()
  await rm(dir, { recursive: true })
})

const visitOf = (visitor: string): Visit => ({ visitor, shopId: 's', language: 'zh', onConversation: () => undefined })
const message = (text: string) => ({ id: v7(), text, attachments: [] })

test('G-63 a long history comes in answers of a bounded size, in order and whole: hundreds of megabytes for a few calls', async () => {
  const visit = visitOf('a')
  await store.write(async (tx) => {
    for (let index = 0; index < 130; index += 1) await receiveVisitorMessage(tx, NOW + index * LIMITS.message.windowMs, visit, message('长'.repeat(index < 60 ? 10 : 4000)))
  })
  const seen: number[] = []
  let answers = 0
  for (let more = true; more; answers += 1) {
    const answer = await store.read((tx) => readVisit(tx, visit, seen.at(-1) ?? 0))
    expect(Buffer.byteLength(JSON.stringify(answer.messages))).toBeLessThan(PAGE_BYTES + 1024)
    expect(answer.messages.length).toBeGreaterThan(0)
    seen.push(...answer.messages.map(({ seq }) => seq))
    more = answer.more
  }
  expect(seen).toEqual(Array.from({ length: 130 }, (_, index) => index + 1))
  expect(answers).toBe(4)
})

test('G-63 of a very long history a browser gets the newest thousand, also when they are asked for piece by piece: an endless scroll of old words', async () => {
  const visit = visitOf('a')
  await store.write(async (tx) => {
    for (let index = 0; index < 1010; index += 1) await receiveVisitorMessage(tx, NOW + index * LIMITS.message.windowMs, visit, message('x'))
  })
  const { messages, more } = await store.read((tx) => readVisit(tx, visit, 0))
  expect([messages.length, messages[0]?.seq, messages.at(-1)?.seq, more]).toEqual([1000, 11, 1010, false])
})

test('G-66 so many new conversations a minute and no more; who writes already goes on, and the rest may come a minute later: desks drowned by a script without cookies', async () => {
  const { count, windowMs } = LIMITS.conversation
  await store.write(async (tx) => {
    for (let visitor = 0; visitor < count; visitor += 1) await receiveVisitorMessage(tx, NOW, visitOf(`v${visitor}`), message('x'))
  })
  const write = (visitor: string, now: number) => store.write((tx) => receiveVisitorMessage(tx, now, visitOf(visitor), message('x')))
  await expect(write('new', NOW)).rejects.toMatchObject({ code: 'rate-limited', retryable: true })
  expect(await write('v0', NOW)).toMatchObject({ seq: 2 })
  expect(await write('new', NOW + windowMs)).toMatchObject({ seq: 1 })
})
