import fs from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backtestReaders } from '../../src-engine/backtest-readers.ts'
import { backtestHere } from '../../src-engine/backtester.ts'
import { openResources } from '../../src-engine/adapters/resources.ts'
import { createBacktests } from '../../src-engine/flows/backtest.ts'
import { createHistoryImports } from '../../src-engine/flows/import-history.ts'
import { createHistoryReader } from '../../src-engine/history-reader.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { openDesk, type Desk } from '../support/desk.ts'
import { MemoryGateway } from '../support/memory-gateway.ts'

/** Chat exports on a real encrypted database, read here and not in a thread. */
let gateway: MemoryGateway
let desk: Desk
let imports: ReturnType<typeof createHistoryImports>

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const CSV = '会话ID,发送方,时间,聊天内容,订单状态\n1,顾客,2024-05-01 10:00:00,我的快递到哪了,已发货\n1,客服,2024-05-01 10:01:00,快递在派送，今天能到,已发货\n2,顾客,2024-05-01 11:00:00,我叫欧阳小丫，我的包裹到哪了,已发货\n2,客服,2024-05-01 11:02:00,不好意思，给您补偿10元，今天到账,已发货\n'
const policy: Policy = { id: 'p', version: 1, intents: { where_is_order: { level: 'act', undoSeconds: 8, confidenceFloor: 0.3, maxEmotionLevel: 1, orderStates: ['shipped'] } }, alwaysPerson: { topics: [], marks: [], acts: [] } }

beforeEach(async () => {
  gateway = new MemoryGateway()
  desk = openDesk(gateway)
  imports = createHistoryImports(desk.engine, createHistoryReader(null))
  await desk.connect()
})
afterEach(() => {
  expect(desk.errors).toEqual([])
  desk.kill()
})

async function bring(text: string, name = 'may.csv') {
  const { format, mapping } = await imports.preview(name, utf8(text), null)
  const id = v7()
  imports.begin(id, { name, format, mapping })
  await imports.push(id, utf8(text))
  return imports.finish(id)
}
const backtests = () => createBacktests(desk.engine, () => backtestHere(backtestReaders(openResources(new URL('../../resources', import.meta.url).pathname), 'Asia/Shanghai')), (thrown) => { throw thrown })
async function judged(tests: ReturnType<typeof backtests>) {
  tests.start()
  await expect.poll(() => tests.state().state).toBe('ready')
  return tests.judge(policy)
}

test('HI-16 the same file again brings up to date and doubles nothing; a longer one of the same name adds', async () => {
  expect(await bring(CSV)).toMatchObject({ conversations: 2, turns: 4, skippedCount: 0 })
  await bring(CSV)
  expect(imports.list()).toMatchObject([{ name: 'may.csv', conversations: 2, turns: 4 }])
  await bring(`${CSV}2,顾客,2024-05-01 11:03:00,好的谢谢,已发货\n3,顾客,2024-05-02 11:00:00,在吗,\n`)
  expect(imports.list()).toMatchObject([{ name: 'may.csv', conversations: 3, turns: 6 }])
})

test('HI-16 a file is forgotten with all that it brought', async () => {
  await bring(CSV)
  const [file] = imports.list()
  imports.forget(file?.id ?? '')
  expect(imports.list()).toEqual([])
  expect(desk.store.history.count()).toBe(0)
})

test('HI-17 a mapping that a person said is remembered for the next file with the same columns, and only for those', async () => {
  const odd = 'A栏,B栏,C栏\n2024-05-01 10:00:00,小白,你好啊在不在\n2024-05-01 10:01:00,小雅,在的请说哦\n'
  const shape = await imports.preview('odd.csv', utf8(odd), null)
  expect(shape).toMatchObject({ lacks: ['who'], remembered: false })
  const mapping = { columns: { time: 'A栏', sender: 'B栏', text: 'C栏' }, agents: ['小雅'] }
  const id = v7()
  imports.begin(id, { name: 'odd.csv', format: 'table', mapping })
  await imports.push(id, utf8(odd))
  await imports.finish(id)
  expect(await imports.preview('june.csv', utf8(odd), null)).toMatchObject({ lacks: [], remembered: true, mapping })
  expect(await imports.preview('other.csv', utf8(odd.replace('A栏', 'D栏')), null)).toMatchObject({ remembered: false })
})

test('HI-18 an import that is broken off or refused leaves nothing, and its next piece is told so', async () => {
  const id = v7()
  imports.begin(id, { name: 'may.csv', format: 'table', mapping: { columns: { text: '聊天内容', role: '发送方' }, agents: [] } })
  await imports.push(id, utf8(CSV))
  imports.cancel(id)
  await expect(imports.push(id, utf8(CSV))).rejects.toMatchObject({ code: 'import-gone' })
  await expect(imports.preview('x.pdf', utf8('%PDF-1.4'), null)).rejects.toMatchObject({ code: 'history-unreadable' })
  expect(imports.list()).toEqual([])
})

test('HI-19 names of customers are in no file of the desk, and a desk that starts again has the history', async () => {
  await bring(CSV)
  const { dir } = desk
  expect(JSON.stringify(desk.store.history.page('', 10))).not.toContain('欧阳小丫')
  desk.kill()
  desk = openDesk(gateway, { dir })
  expect(desk.store.history.count()).toBe(2)
  for (const name of fs.readdirSync(dir)) if (fs.statSync(path.join(dir, name)).isFile()) expect(fs.readFileSync(path.join(dir, name)).includes('我的快递')).toBe(false)
})

test('HI-20 the past is read once, what was imported and what was resolved here; another policy needs no second reading', async () => {
  await bring(CSV, '飞鸽.csv')
  const chen = gateway.open('陈女士')
  gateway.customerWrites(chen, '我的快递到哪了')
  await desk.idle()
  const tests = backtests()
  const report = await judged(tests)
  expect(report).toMatchObject({ conversations: 2, total: { would: { auto: 2 }, alone: { same: 1, money: 1 } } })
  const [worst] = report?.cases ?? []
  expect(worst).toMatchObject({ did: 'money', granted: [{ currency: 'CNY', amount: 1000 }] })
  expect(imports.turns(worst?.conversationId ?? '')).toHaveLength(2)
  expect(await tests.judge({ ...policy, intents: {} })).toMatchObject({ total: { would: { auto: 0 } } })
  tests.stop()
  expect(await tests.judge(policy)).toBeNull()
})

test('HI-20 what comes in after the reading is read too at the next start (else a new file would seem to change nothing)', async () => {
  await bring(CSV)
  const tests = backtests()
  expect((await judged(tests))?.conversations).toBe(2)
  await bring('会话ID,发送方,时间,聊天内容\n9,顾客,2024-05-03 10:00:00,什么时候发货\n', 'june.csv')
  expect((await judged(tests))?.conversations).toBe(3)
})

test('HI-24 what was read is given back after ten minutes without a question, and an import that nobody goes on with is broken off (threads of a closed window would stay for the day)', async () => {
  await bring(CSV)
  const tests = backtests()
  await judged(tests)
  await desk.pass(9 * 60_000)
  expect(await tests.judge(policy)).not.toBeNull()
  const id = v7()
  imports.begin(id, { name: 'may.csv', format: 'table', mapping: { columns: { text: '聊天内容', role: '发送方' }, agents: [] } })
  await desk.pass(10 * 60_000)
  expect(tests.state().state).toBe('none')
  await expect(imports.push(id, utf8(CSV))).rejects.toMatchObject({ code: 'import-gone' })
})
