import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Connector } from '../../src-gateway/channels/connector.ts'
import { rootOf } from '../../src-gateway/channels/wecom/split.ts'
import { wecom } from '../../src-gateway/channels/wecom/wecom.ts'
import { MemoryConnectorHost, outbound } from '../support/connector-host.ts'
import { WecomServer } from '../support/wecom-server.ts'
import { PIXEL, TestClock } from './gateway-harness.ts'

const LIN = 'wkShop1/wmLin'
/** Two thousand requests may take a busy machine so long. */
const STORM_MS = 240_000

let clock: TestClock
let server: WecomServer
let host: MemoryConnectorHost
let connector: Connector

const settings = () => ({ corpId: server.corpId, secret: server.secret, token: server.token, encodingAesKey: server.encodingAesKey, openKfId: 'wkShop1', apiBase: server.url })
async function run(over: Partial<ReturnType<typeof settings>> = {}): Promise<void> {
  const running = await host.run(wecom, { ...settings(), ...over })
  connector = running.connector
  server.hookUrl = running.hookUrl
}
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

beforeEach(async () => {
  clock = new TestClock()
  server = new WecomServer(() => clock.now())
  await server.open()
  host = new MemoryConnectorHost(clock)
})
afterEach(async () => {
  await host.stop()
  await server.close()
})

test('CT-23 the check of the address is answered with the opened echo; a wrong token, an old timestamp and another key are refused', async () => {
  await run()
  expect(await server.checkAddress('1616140317555161061')).toEqual([200, '1616140317555161061'])
  expect(await server.checkAddress('1', { token: 'wrong' })).toEqual([401, ''])
  expect(await server.checkAddress('1', { at: clock.now() - 601_000 })).toEqual([401, ''])
  expect((await fetch(server.hookUrl ?? '')).status).toBe(401)
})

test('CT-24 a callback brings what the customer wrote, with their name and the callback\'s token, each once', async () => {
  await run()
  const msgid = await server.say('wmLin', '我的快递到哪了？')
  await until(() => { expect(host.inbound).toHaveLength(1) })
  expect(host.inbound[0]).toEqual({ externalId: msgid, threadId: LIN, from: 'customer', sender: { externalId: 'wmLin', name: '林晓', language: 'zh' }, text: '我的快递到哪了？', attachments: [], at: Math.floor(clock.now() / 1000) * 1000 })
  await until(() => { expect(server.syncs.some(({ token }) => token.startsWith('ENC'))).toBe(true) })
  await server.say('wmNobody', 'hello')
  await until(() => { expect(host.inbound).toHaveLength(2) })
  expect([host.inbound[1]?.sender.name, [...host.brought.values()]]).toEqual(['微信顾客', [1, 1]])
})

test('CT-24 many pages: the cursor moves only when its page is on the disk, and the page that was not comes again (a crash between two pages)', async () => {
  server.callbacks = 'lost'
  server.pageSize = 10
  for (let n = 0; n < 35; n++) await server.say('wmLin', `m${n}`)
  host.failAfter = 15
  await run()
  await until(() => { expect(host.inbound).toHaveLength(15) })
  await host.stop()
  expect(host.state.get('cursor:wkShop1')).toBe(`cursor-${server.log[9]?.msgid ?? ''}`)
  host.failAfter = Number.POSITIVE_INFINITY
  await run()
  await until(() => { expect(host.texts()).toEqual(Array.from({ length: 35 }, (_, n) => `m${n}`)) })
  await until(() => { expect(host.state.get('cursor:wkShop1')).toBe(`cursor-${server.log[34]?.msgid ?? ''}`) })
})

test('CT-25 every callback lost: a look without one brings everything; every callback doubled: each message once', async () => {
  await run()
  await until(() => { expect(server.syncs).toHaveLength(1) })
  server.callbacks = 'lost'
  await server.say('wmLin', 'nobody was told')
  await until(() => { clock.advance(600_000); expect(host.texts()).toEqual(['nobody was told']) })
  server.callbacks = 'doubled'
  for (let n = 0; n < 5; n++) await server.say('wmLin', `twice ${n}`)
  await until(() => { expect(host.texts()).toHaveLength(6) })
  expect(new Set(host.brought.values())).toEqual(new Set([1]))
})

test('CT-25 a storm of 2,000 callbacks is answered at once, and the account is read by one call at a time', async () => {
  await run()
  await until(() => { expect(server.syncs).toHaveLength(1) })
  server.callbacks = 'lost'
  for (let n = 0; n < 300; n++) await server.say('wmLin', `s${n}`)
  for (let n = 0; n < 2000; n += 100) await Promise.all(Array.from({ length: 100 }, () => server.callBack('wkShop1')))
  await until(() => { expect(host.texts()).toHaveLength(300) })
  expect([server.hookStatuses.length, new Set(server.hookStatuses)]).toEqual([2000, new Set([200])])
  expect(server.mostSyncs).toBe(1)
}, STORM_MS)

test('CT-26 one access token serves all calls; refused as used up or unknown it is renewed once, and nothing is lost', async () => {
  await run()
  await server.say('wmLin', 'one')
  await until(() => { expect(host.texts()).toEqual(['one']) })
  expect(server.tokensGiven).toBe(1)
  server.expireToken()
  await server.say('wmLin', 'two')
  await until(() => { expect(host.texts()).toEqual(['one', 'two']) })
  expect(server.tokensGiven).toBe(2)
  server.expireToken()
  expect(await connector.deliver(outbound(LIN, v7(), 'reply'))).toMatchObject({ state: 'sent' })
  expect([server.tokensGiven, server.sent.length]).toEqual([3, 1])
})

test('CT-27 a reply goes out under an id of its own: with the answer lost it is unsure, sent again it is one message (two refunds promised for one)', async () => {
  await run()
  await server.say('wmLin', 'hello')
  const messageId = v7()
  server.troubles.push('lost', 'broken')
  const reply = outbound(LIN, messageId, '已为您退款')
  expect(await connector.deliver(reply)).toMatchObject({ state: 'unsure' })
  expect(await connector.deliver({ ...reply, attempt: 2 })).toMatchObject({ state: 'unsure' })
  expect(await connector.deliver({ ...reply, attempt: 3 })).toEqual({ state: 'sent', externalId: rootOf(messageId) })
  expect(server.sent.map(({ touser, openKfId, text }) => [touser, openKfId, text])).toEqual([['wmLin', 'wkShop1', '已为您退款']])
})

test('CT-27 long words go out as several messages in order, pictures behind them; halfway stopped, the rest follows at the next try', async () => {
  await run()
  await server.say('wmLin', 'tell me all')
  const text = '您的包裹今天上午已经从杭州发出，预计后天送到。'.repeat(58)
  const reply = outbound(LIN, v7(), text, { attachments: [{ sha256: 'cd'.repeat(32), type: 'image/png', bytes: PIXEL.byteLength, read: async () => PIXEL }, { sha256: 'ef'.repeat(32), type: 'image/gif', bytes: 3, read: async () => Buffer.from('GIF') }] })
  server.troubles.push('lost')
  expect(await connector.deliver(reply)).toMatchObject({ state: 'unsure' })
  expect(await connector.deliver(reply)).toMatchObject({ state: 'sent' })
  expect(server.sent.map(({ msgtype, text: words, media }) => [msgtype, words.length > 0, media?.toString('latin1').slice(0, 4) ?? null])).toEqual([['text', true, null], ['text', true, null], ['image', false, '\x89PNG'], ['file', false, 'GIF']])
  expect(server.sent.map(({ text: words }) => words).join('')).toBe(text)
})

test('CT-28 five messages, 48 hours, a colleague who serves: the platform\'s rules are said in words that tell what to do, and how much went out', async () => {
  await run()
  await server.say('wmLin', 'hello')
  const send = (text = 'words') => connector.deliver(outbound(LIN, v7(), text))
  for (let n = 0; n < 4; n++) expect(await send()).toMatchObject({ state: 'sent' })
  const long = await send('长'.repeat(1200))
  expect(long).toMatchObject({ state: 'failed', why: { zh: expect.stringMatching(/^这条回复分成 2 条发出，前 1 条已送出.*最多回 5 条/) as string } })
  server.served.add('wmLin')
  expect(await send()).toMatchObject({ state: 'failed', why: { zh: expect.stringContaining('企业微信里的同事接待') as string } })
  server.served.clear()
  clock.advance(49 * 3_600_000)
  expect(await send()).toMatchObject({ state: 'failed', why: { zh: expect.stringContaining('48 小时') as string } })
  expect(await connector.deliver(outbound('no-thread', v7(), 'x'))).toMatchObject({ state: 'failed' })
})

test('CT-28 busy and cut off is tried again, a code that nobody knows fails with its number, a wrong secret waits for a person', async () => {
  await run()
  await server.say('wmLin', 'hello')
  const send = () => connector.deliver(outbound(LIN, v7(), 'words'))
  server.troubles.push(-1, 45009, 60020, 99999)
  expect([await send(), await send(), await send(), await send()]).toMatchObject([
    { state: 'retry' }, { state: 'retry', afterMs: 60_000 }, { state: 'retry', why: { zh: expect.stringContaining('企业可信 IP') as string } }, { state: 'failed', why: { en: expect.stringContaining('99999') as string } },
  ])
})

test('CT-29 pictures, voices, places, orders and kinds that cannot be shown; a colleague\'s words are elsewhere; what concerns nobody is nothing', async () => {
  server.callbacks = 'lost'
  server.media.set('m1', { name: 'a.png', type: 'image/png', bytes: PIXEL })
  const from = { external_userid: 'wmLin' }
  await server.put({ ...from, msgtype: 'image', image: { media_id: 'm1' } })
  await server.put({ ...from, msgtype: 'voice', voice: { media_id: 'gone' } })
  await server.put({ ...from, msgtype: 'location', location: { latitude: 30.2, longitude: 120.1, name: '西湖', address: '杭州' } })
  await server.put({ ...from, msgtype: 'channels_shop_order', channels_shop_order: { order_id: '3700123', product_titles: '耳机', price_wording: '¥129', state: '待发货' } })
  await server.put({ ...from, msgtype: 'hologram', hologram: {} })
  await server.put({ ...from, origin: 5, servicer_userid: 'zhangsan', msgtype: 'text', text: { content: '我来处理' } })
  await server.put({ msgtype: 'event', origin: 4, event: { event_type: 'enter_session', open_kfid: 'wkShop1', external_userid: 'wmLin', scene: '1' } })
  await server.put({ ...from, msgtype: 'text', text: { content: 'no origin' }, origin: 77 })
  await run()
  await until(() => { expect(host.inbound).toHaveLength(6) })
  expect(host.inbound.map(({ from: who, text, attachments }) => [who, text, attachments.map(({ name, type }) => `${name} ${type}`).join()])).toEqual([
    ['customer', '', 'a.png image/png'], ['customer', '［顾客发来一条语音，请在微信客服里查看］', ''], ['customer', '📍 西湖 杭州 (30.2, 120.1)', ''], ['customer', '［订单］ 3700123 耳机 ¥129 待发货', ''],
    ['customer', '［顾客发来一条类型为 hologram 的消息，请在微信客服里查看］', ''], ['elsewhere', '我来处理', ''],
  ])
  await until(() => { expect(host.dead).toHaveLength(1) })
  expect(host.dead[0]?.body).toContain('no origin')
})

test('CT-29 a reply that was taken and then not delivered is told by its own id, whichever of its messages it was', async () => {
  await run()
  await server.say('wmLin', 'hello')
  const messageId = v7()
  await connector.deliver(outbound(LIN, messageId, '长'.repeat(1200)))
  await server.put({ msgtype: 'event', origin: 4, event: { event_type: 'msg_send_fail', open_kfid: 'wkShop1', external_userid: 'wmLin', fail_msgid: server.sent[1]?.msgid, fail_type: 10 } })
  await until(() => { expect(host.failures).toEqual([{ threadId: LIN, externalId: rootOf(messageId), why: { zh: '顾客拒收。', en: 'The customer does not take messages.' } }]) })
})

test('CT-30 forged, malformed and oversize callbacks are refused and ask nothing of the platform; a sealed one that cannot be read is kept', async () => {
  await run()
  await until(() => { expect(server.syncs).toHaveLength(1) })
  const event = '<xml><Event><![CDATA[kf_msg_or_event]]></Event><Token><![CDATA[T]]></Token><OpenKfId><![CDATA[wkShop1]]></OpenKfId></xml>'
  const post = (over: Parameters<WecomServer['post']>[1]) => server.post(event, over)
  expect(await post({ token: 'wrong' })).toBe(401)
  expect(await post({ at: clock.now() - 601_000 })).toBe(401)
  expect(await post({ body: '<xml><Encrypt>AAAA</Encrypt></xml>' })).toBe(401)
  expect(await post({ body: '<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>' })).toBe(401)
  expect(await post({ body: '' })).toBe(401)
  expect(await post({ body: `<xml><Encrypt>${'A'.repeat(70_000)}</Encrypt></xml>` })).toBe(413)
  expect(await server.post('<xml><A><B/></A></xml>')).toBe(200)
  expect(await server.post(event.replace('wkShop1', 'wkOther'))).toBe(200)
  expect(host.dead.map(({ body }) => body)).toEqual(['<xml><A><B/></A></xml>'])
  expect(server.syncs).toHaveLength(1)
})

test('CT-31 the API down for an hour: ever more seldom, said once, and all of it there afterwards', async () => {
  await run()
  await until(() => { expect(server.syncs).toHaveLength(1) })
  server.isDown = true
  await server.say('wmLin', 'while it was down')
  await until(() => { expect(host.healths.at(-1)?.zh).toContain('连不上企业微信') })
  server.asked = 0
  for (let minute = 0; minute < 60; minute++) {
    const before = server.asked
    clock.advance(60_000)
    await vi.waitFor(() => { if (server.asked === before) throw new Error('not yet') }, { timeout: 20, interval: 2 }).catch(() => undefined)
  }
  expect(server.asked).toBeGreaterThan(5)
  expect(server.asked).toBeLessThan(40)
  expect(host.healths).toHaveLength(1)
  server.isDown = false
  await until(() => { clock.advance(300_000); expect(host.texts()).toEqual(['while it was down']); expect(host.healths.at(-1)).toBeNull() })
})

test('CT-32 without an account named all that the app manages are served, each with a cursor of its own', async () => {
  server.callbacks = 'lost'
  await server.say('wmLin', 'first shop')
  await server.say('wmLin', 'second shop', { open_kfid: 'wkShop2' })
  await run({ openKfId: '' })
  await until(() => { expect(host.inbound.map(({ threadId, text }) => [threadId, text])).toEqual([[LIN, 'first shop'], ['wkShop2/wmLin', 'second shop']]) })
  await until(() => { expect([...host.state.keys()].filter((key) => key.startsWith('cursor')).sort()).toEqual(['cursor:wkShop1', 'cursor:wkShop2']) })
})

test('CT-33 the set-up says what is wrong: id, secret, account, address; and null when all is well', async () => {
  const check = (over: Partial<ReturnType<typeof settings>>) => wecom.test({ ...settings(), ...over }, { clock, log: host.log }).then((trouble) => trouble?.en.slice(0, 30) ?? null)
  expect(await check({})).toBeNull()
  expect(await check({ openKfId: '' })).toBeNull()
  expect(await check({ secret: 'not-the-secret' })).toBe('The corp id or the app’s secre')
  expect(await check({ openKfId: 'wkOther' })).toBe('The app does not manage this a')
  expect(await check({ apiBase: 'http://127.0.0.1:1' })).toBe('The WeChat API cannot be reach')
  expect(wecom.settings.safeParse({ ...settings(), encodingAesKey: 'short' }).success).toBe(false)
})
