import path from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PhraseWords, SharedPhrase } from '../../src-shared/domain/phrase.ts'
import { readTableFile } from '../../src-engine/adapters/table-file.ts'
import { exportPhrases, findPhrases, listPhrases } from '../../src-engine/flows/find-phrases.ts'
import { importPhrases, previewImport } from '../../src-engine/flows/import-phrases.ts'
import { removePhrase, savePhrase } from '../../src-engine/flows/save-phrase.ts'
import { sendReply } from '../../src-engine/flows/send-reply.ts'
import { MIGRATIONS } from '../../src-engine/store/db/migrate.ts'
import { openDatabase } from '../../src-engine/store/db/open.ts'
import { binding, KEY, openDesk, temporaryFolder, type Desk } from '../support/desk.ts'
import { MemoryGateway, type Fault } from '../support/memory-gateway.ts'
import { customer, orderOnItsWay } from '../support/shop.ts'

let gateway: MemoryGateway
let desk: Desk

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

const words = (text: string, more: Partial<PhraseWords> = {}): PhraseWords => ({
  id: v7(), scope: 'team', code: '', group: { zh: '', en: '' }, title: { zh: text.slice(0, 6), en: '' }, text: { zh: text, en: '' }, pictures: [], ...more,
})
const shared = (text: string, more: Partial<SharedPhrase> = {}): SharedPhrase => ({ ...words(text), scope: 'team', updatedAt: 1, ...more })
/** What the log says of phrases, in order. */
const logged = (): string[] => gateway.events.flatMap(({ change }) => (change.type === 'phrase' ? [change.phrase.text.zh] : change.type === 'phrase-removed' ? ['removed'] : []))
const here = (of = desk): string[] => listPhrases(of.engine, '', null, 100).phrases.map(({ phrase }) => phrase.text.zh)

test('H-15 a team phrase written offline is there at once and reaches the others after the catch-up, changed once: two edits sent as two', async () => {
  desk.cut()
  const phrase = words('第一稿')
  savePhrase(desk.engine, phrase)
  savePhrase(desk.engine, { ...phrase, text: { zh: '第二稿', en: '' } })
  await desk.idle()
  expect([here(), logged()]).toEqual([['第二稿'], []])
  expect(listPhrases(desk.engine, '', null, 9).phrases[0]).toMatchObject({ waiting: true })
  await desk.connect()
  expect(logged()).toEqual(['第二稿'])
  expect(listPhrases(desk.engine, '', null, 9).phrases[0]).toMatchObject({ waiting: false, phrase: { text: { zh: '第二稿' } } })
})

test('H-15 the acknowledgement is lost: told again under the same id, the log holds one word', async () => {
  let first = true
  gateway.fault = () => (first ? ((first = false), 'lost-answer') : 'none')
  savePhrase(desk.engine, words('一句'))
  await desk.idle()
  await desk.pass(3_000)
  expect(logged()).toEqual(['一句'])
  expect(desk.store.phrases.waiting(9)).toEqual([])
})

test('H-15 a colleague changed it while our acknowledgement was lost: both desks end with the colleague\'s later word, not each with its own', async () => {
  gateway.fault = () => 'lost-answer'
  const phrase = words('我的')
  savePhrase(desk.engine, phrase)
  await desk.idle()
  gateway.fault = () => 'none'
  await gateway.call('phrase.put', { id: v7(), phrase: { ...shared('同事的'), id: phrase.id } })
  await desk.pass(3_000)
  expect(logged()).toEqual(['我的', '同事的'])
  expect(here()).toEqual(['同事的'])
})

test('H-15 killed before it was told: the next engine tells it, and personal phrases never leave the desk', async () => {
  desk.cut()
  savePhrase(desk.engine, words('给团队'))
  savePhrase(desk.engine, words('只给自己', { scope: 'personal' }))
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  await desk.connect()
  expect(logged()).toEqual(['给团队'])
  expect(new Set(here())).toEqual(new Set(['给团队', '只给自己']))
})

test('H-15 removed offline it is gone here at once, the log\'s older word does not bring it back, and undone it never was gone', async () => {
  const phrase = savePhrase(desk.engine, words('常用语'))
  await desk.idle()
  desk.cut()
  removePhrase(desk.engine, phrase.id)
  expect(here()).toEqual([])
  gateway.publish({ type: 'phrase', phrase: { ...shared('同事改过'), id: phrase.id } })
  await desk.connect()
  expect([here(), logged().at(-1)]).toEqual([[], 'removed'])
  desk.cut()
  savePhrase(desk.engine, phrase)
  await desk.connect()
  expect([here(), logged().at(-1)]).toEqual([['常用语'], '常用语'])
})

test('H-15 a desk new to the log, and one that loads another log, have the shared phrases; own and unsent ones stay', async () => {
  gateway.publish({ type: 'phrase', phrase: shared('店铺的', { scope: 'shop' }) })
  savePhrase(desk.engine, words('个人的', { scope: 'personal' }))
  desk.cut()
  savePhrase(desk.engine, words('还没发出'))
  const other = new MemoryGateway()
  other.publish({ type: 'phrase', phrase: shared('另一家的') })
  const dir = desk.kill()
  desk = openDesk(other, { dir })
  await desk.connect()
  expect(new Set(here())).toEqual(new Set(['另一家的', '个人的', '还没发出']))
})

test('H-15 a desk of the version before, which skipped phrases in the log, has them after its first catch-up: they lie behind its cursor', async () => {
  gateway.publish({ type: 'phrase', phrase: shared('早就有的') })
  const dir = temporaryFolder()
  const old = openDatabase({ file: path.join(dir, 'desk.db'), key: KEY, binding, migrations: MIGRATIONS.slice(0, 1) })
  const keep = (name: string, value: unknown) => old.run('INSERT INTO setting (name, value) VALUES (?, ?)', name, JSON.stringify(value))
  keep('log-id', gateway.logId)
  keep('cursor', gateway.events.length)
  old.close()
  desk.kill()
  desk = openDesk(gateway, { dir })
  expect(here()).toEqual([])
  await desk.connect()
  expect(here()).toEqual(['早就有的'])
})

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('how to pack it')])

test('H-22 a team phrase\'s pictures are at the gateway before the phrase is, whatever is cut: a colleague\'s list with empty frames', async () => {
  const picture = await desk.engine.attachments.keep(PNG, { width: 4, height: 3 })
  desk.cut()
  savePhrase(desk.engine, words('这样打包', { pictures: [picture] }))
  const dir = desk.kill()
  desk = openDesk(gateway, { dir })
  // The upload fails, then its answer is lost, then the phrase's own.
  const faults: Fault[] = ['cut-before', 'lost-answer', 'none', 'lost-answer']
  gateway.fault = () => (desk.engine.live.caughtUp ? (faults.shift() ?? 'none') : 'none')
  await desk.connect()
  for (let n = 0; n < 4; n += 1) {
    if (logged().length > 0) expect([...gateway.pictures]).toEqual([picture.sha256])
    await desk.pass(3_000)
  }
  expect([logged(), [...gateway.pictures]]).toEqual([['这样打包'], [picture.sha256]])
  expect(gateway.events.flatMap(({ change }) => (change.type === 'phrase' ? change.phrase.pictures : []))).toEqual([picture])
})

test('H-22 a picture that this desk has lost keeps the words from nobody: a phrase that waits for ever', async () => {
  const lost = { sha256: 'a'.repeat(64), type: 'image/png' as const, bytes: 9 }
  savePhrase(desk.engine, words('这样打包', { pictures: [lost] }))
  await desk.idle()
  expect(logged()).toEqual(['这样打包'])
  expect(listPhrases(desk.engine, '', null, 9).phrases[0]).toMatchObject({ waiting: false, phrase: { pictures: [] } })
})

test('H-22 a colleague\'s phrase is changed, and sent, on a desk that never had its picture: a picture called lost that the gateway has', async () => {
  const picture = { sha256: 'b'.repeat(64), type: 'image/png' as const, bytes: 9 }
  gateway.pictures.add(picture.sha256)
  const theirs = shared('同事的', { pictures: [picture] })
  gateway.publish({ type: 'phrase', phrase: theirs })
  await desk.idle()
  savePhrase(desk.engine, { ...theirs, text: { zh: '改过', en: '' } })
  const id = gateway.open('陈')
  gateway.customerWrites(id, '怎么打包')
  await desk.idle()
  sendReply(desk.engine, { id: v7(), conversationId: id, text: '看图', attachments: [picture], basedOnSeq: 1, draftId: null }, '小林')
  await desk.idle()
  expect(gateway.events.findLast(({ change }) => change.type === 'phrase')?.change).toMatchObject({ phrase: { text: { zh: '改过' }, pictures: [picture] } })
  expect(gateway.thread(id).at(-1)).toMatchObject({ text: '看图', attachments: [{ sha256: picture.sha256 }] })
})

test('H-16 a code belongs to one phrase of a scope, and a shared phrase does not become one person\'s', async () => {
  const first = savePhrase(desk.engine, words('一', { code: 'fh' }))
  expect(() => savePhrase(desk.engine, words('二', { code: 'FH' }))).toThrow(/phrase-code-taken/)
  savePhrase(desk.engine, words('二', { code: 'FH', scope: 'personal' }))
  expect(() => savePhrase(desk.engine, { ...first, scope: 'personal' })).toThrow(/phrase-shared/)
  await desk.idle()
  expect(logged()).toEqual(['一'])
})

test('H-3 a phrase comes in the customer\'s language with this customer\'s facts; unverified, the gaps stay', async () => {
  const order = orderOnItsWay(gateway.now)
  gateway.publish({ type: 'shop', shop: { id: 'demo', name: { zh: '小店', en: 'Small shop' } } })
  gateway.publish({ type: 'customer', customer, orders: [order] })
  savePhrase(desk.engine, words('{customer}您好，{order} 由{carrier}送，{shop}{agent}', { code: 'wl', text: { zh: '{customer}您好，{order} 由{carrier}送，{shop}{agent}', en: 'Hello {customer}, {order} is with {carrier}. {agent}, {shop}' } }))
  const verified = gateway.open('陈', { customerId: customer.id, verification: 'order-and-phone' })
  const stranger = gateway.open('访客')
  gateway.customerWrites(verified, '我的物流到哪了')
  gateway.customerWrites(stranger, 'where is my order')
  await desk.idle()
  const found = (id: string) => findPhrases(desk.engine, id, 'wl', 10, '小林').hits[0]
  expect(found(verified)).toMatchObject({ text: `陈静您好，${order.no} 由中通送，小店小林`, language: 'zh', otherLanguage: false })
  expect(found(stranger)).toMatchObject({ text: 'Hello {customer}, {order} is with {carrier}. 小林, Small shop', language: 'en' })
})

test('H-5 a reply with a gap is not queued, whatever sends it', async () => {
  const id = gateway.open('陈')
  gateway.customerWrites(id, '在吗')
  await desk.idle()
  const reply = { id: v7(), conversationId: id, text: '订单 {order} 已发出', attachments: [], basedOnSeq: 1, draftId: null }
  expect(() => sendReply(desk.engine, reply, '小林')).toThrow(/phrase-gap/)
  await desk.idle()
  expect(gateway.thread(id).map(({ text }) => text)).toEqual(['在吗'])
})

test('H-2 what this agent takes stands higher, and one use told twice (a repeated call) counts once', () => {
  const rare = savePhrase(desk.engine, words('退款说明', { scope: 'personal', code: 'a' }))
  const daily = savePhrase(desk.engine, words('退款时间', { scope: 'personal', code: 'b' }))
  for (const at of [5, 5, 6]) desk.store.phrases.use(daily.id, at)
  desk.store.phrases.use(rare.id, 9)
  expect(desk.store.phrases.usage().get(daily.id)).toEqual({ uses: 2, lastUsedAt: 6 })
  expect(listPhrases(desk.engine, 'tk', null, 9).phrases.map(({ phrase }) => phrase.id)).toEqual([daily.id, rare.id])
})

test('H-8 a file imported for the team reaches the log once; previewed, imported and read again it says what it does each time', async () => {
  const file = await readTableFile(new TextEncoder().encode('编码,内容\nfh,今天发\nth,请寄回\n,\nx,\n'))
  expect(previewImport(desk.engine, file, 'team')).toMatchObject({ added: 2, same: 0, conflicts: [], problems: [{ line: 5, reason: 'no-text' }] })
  expect(here()).toEqual([])
  expect(importPhrases(desk.engine, file.rows, 'team', 'keep-both')).toEqual({ added: 2, updated: 0, skipped: 0 })
  await desk.idle()
  expect(new Set(logged())).toEqual(new Set(['今天发', '请寄回']))
  expect(previewImport(desk.engine, file, 'team')).toMatchObject({ added: 0, same: 2 })
  expect(importPhrases(desk.engine, file.rows, 'team', 'replace')).toEqual({ added: 0, updated: 0, skipped: 2 })
  await desk.idle()
  expect(logged()).toHaveLength(2)
  const exported = await readTableFile(new TextEncoder().encode(exportPhrases(desk.engine, 'team')))
  expect(previewImport(desk.engine, exported, 'team')).toMatchObject({ added: 0, same: 2, updated: 0, conflicts: [], problems: [] })
})
