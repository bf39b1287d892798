import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chatwoot } from '../../src-gateway/channels/chatwoot/chatwoot.ts'
import type { Connector } from '../../src-gateway/channels/connector.ts'
import { ChatwootServer } from '../support/chatwoot-server.ts'
import { MemoryConnectorHost, outbound } from '../support/connector-host.ts'
import { PIXEL, TestClock } from './gateway-harness.ts'

/** Tells how many timers wait, so that a test can see that what it set off is over. */
class CountingClock extends TestClock {
  waiting = 0
  override after(ms: number, run: () => void): () => void {
    let isOpen = true
    const close = () => { if (isOpen) this.waiting--; isOpen = false }
    this.waiting++
    const cancel = super.after(ms, () => { close(); run() })
    return () => { close(); cancel() }
  }
}

/** Two thousand requests may take a busy machine so long. */
const STORM_MS = 240_000

let clock: CountingClock
let server: ChatwootServer
let host: MemoryConnectorHost
let connector: Connector

const settings = () => ({ baseUrl: server.url, accountId: 1, token: server.token, webhookSecret: server.secret, acceptUnsigned: false, inboxId: null as number | null })
async function run(over: Partial<ReturnType<typeof settings>> = {}): Promise<void> {
  const running = await host.run(chatwoot, { ...settings(), ...over })
  connector = running.connector
  server.hookUrl = running.hookUrl
}
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 10_000, interval: 5 })
/** The live line stands. */
async function live(): Promise<void> {
  await until(() => { clock.advance(100); expect(server.liveLines).toBe(1) })
}
const looks = () => server.asked.filter((path) => /^\/conversations\?.*&page=1(&|$)/.test(path)).length
const ended = () => host.written.get('catch-up') ?? 0
/** Waits for one look over the API from beginning to end, the clock going on by `ms`. */
async function looked(ms = 60_000): Promise<void> {
  await until(() => { expect(ended()).toBe(looks()) })
  const before = looks()
  clock.advance(ms)
  await until(() => { expect(looks()).toBeGreaterThan(before); expect(ended()).toBe(looks()) })
}

beforeEach(async () => {
  clock = new CountingClock()
  server = new ChatwootServer(() => clock.now())
  await server.open()
  host = new MemoryConnectorHost(clock)
})
afterEach(async () => {
  await host.stop()
  await server.close()
})

test.each(['words', 'numbers'] as const)('CT-3 a webhook in either form of kind and date is one message with its customer and time (%s)', async (form) => {
  server.webhookForm = form
  const id = server.conversation({ contact: { name: '林晓', email: 'lin@example.com', phone_number: '+8613800001111' } })
  await run()
  const said = await server.say(id, '我的快递到哪了？')
  expect(server.hookStatuses).toEqual([200])
  expect(host.inbound).toEqual([{ externalId: String(said.id), threadId: '1', from: 'customer', sender: { externalId: '501', name: '林晓', email: 'lin@example.com', phone: '+8613800001111' }, text: '我的快递到哪了？', attachments: [], at: Math.floor(said.at / 1000) * 1000 }])
})

test('BU-9 a mail in one of its inboxes comes with its subject, which makes its thread one of letters (three mails for one reply)', async () => {
  const id = server.conversation()
  await run()
  await server.say(id, 'It is broken.', { attributes: { email: { subject: 'My order' } } })
  await server.say(id, 'Are you there?', { attributes: { email: { subject: 'Re: My order' } } })
  expect(host.inbound.map(({ text, subject }) => [text, subject])).toEqual([['It is broken.', 'My order'], ['Are you there?', undefined]])
})

test('CT-3 notes, activity, templates, other accounts and inboxes never become messages; a colleague\'s answer there is one of ours (a private note shown as the customer\'s words)', async () => {
  const id = server.conversation()
  const other = server.conversation({ inboxId: 4 })
  await run({ inboxId: 3 })
  await live()
  await server.say(id, 'where is my parcel?')
  await server.answerThere(id, 'between us: be careful', { isPrivate: true })
  await server.say(id, 'private and from a customer', { isPrivate: true })
  await server.say(id, 'Conversation was resolved', { kind: 'activity' })
  await server.say(id, 'We are away', { kind: 'template' })
  await server.say(other, 'another inbox')
  await server.sendHook(server.webhookOf(server.messages[1] as never).replace('"account":{"id":1', '"account":{"id":2').replace('"private":true', '"private":false'))
  await server.answerThere(id, 'It left yesterday.')
  await looked()
  expect(host.inbound.map(({ from, text, sender }) => [from, text, sender.name])).toEqual([['customer', 'where is my parcel?', 'Customer 1'], ['elsewhere', 'It left yesterday.', 'Mei']])
})

test('CT-4 every webhook lost: the API brings all that was written, in order, each once, beginning a day before the first start', async () => {
  const id = server.conversation()
  await server.say(id, 'long ago', { at: clock.now() - 25 * 3_600_000 })
  await server.say(id, 'this morning', { at: clock.now() - 3 * 3_600_000 })
  server.webhooks = 'lost'
  server.isCableRefusing = true
  await run()
  await until(() => { expect(host.texts()).toEqual(['this morning']) })
  const wanted = ['this morning']
  for (let n = 0; n < 130; n++) {
    await server.say(id, `message ${n}`)
    wanted.push(`message ${n}`)
  }
  await looked()
  await until(() => { expect(host.texts()).toEqual(wanted) })
  expect([...host.brought.values()].every((times) => times === 1)).toBe(true)
})

test.each([true, false])('CT-4 many conversations on many pages are caught up, whether or not the server knows updated_within (%s)', async (knows) => {
  server.knowsUpdatedWithin = knows
  server.webhooks = 'lost'
  server.isCableRefusing = true
  for (let n = 1; n <= 60; n++) await server.say(server.conversation(), `from ${n}`)
  await run()
  await until(() => { expect(new Set(host.texts()).size).toBe(60) })
  await looked()
  const readings = () => server.asked.filter((path) => path.includes('/messages')).length
  const before = readings()
  await server.say(5, 'again')
  await looked()
  await until(() => { expect(host.texts()).toHaveLength(61) })
  // Only what changed is read again, not every conversation of the last minutes.
  expect(readings() - before).toBeLessThan(5)
})

test('CT-4 all webhooks doubled, reordered and repeated by the live line and the API: each message once', async () => {
  const id = server.conversation()
  server.webhooks = 'doubled'
  await run()
  await live()
  for (let n = 0; n < 10; n++) await server.say(id, `m${n}`)
  server.webhooks = 'held'
  for (let n = 10; n < 20; n++) await server.say(id, `m${n}`)
  await server.deliverHeld()
  await looked()
  await until(() => { expect(host.texts().sort()).toEqual(Array.from({ length: 20 }, (_, n) => `m${n}`).sort()) })
})

test('CT-4 a message that becomes visible after one with a higher id is not passed over', async () => {
  const id = server.conversation()
  server.webhooks = 'lost'
  server.isCableRefusing = true
  await run()
  await server.say(id, 'first', { id: 1000 })
  await looked(15_000)
  await until(() => { expect(host.texts()).toEqual(['first']) })
  await server.say(id, 'slower', { id: 999 })
  await looked(15_000)
  await until(() => { expect(host.texts()).toEqual(['first', 'slower']) })
})

test('CT-5 forged, old, malformed, oversize: refused in words of HTTP and nothing changes; what is signed and cannot be read is kept whole', async () => {
  server.isCableRefusing = true
  await run()
  await until(() => { expect(host.healths).toEqual([]); expect(looks()).toBe(1) })
  const id = server.conversation()
  server.webhooks = 'lost'
  const body = server.webhookOf(await server.say(id, 'hello'))
  expect(await server.sendHook(body, { secret: 'wrong' })).toBe(401)
  expect(await server.sendHook(body, { at: clock.now() - 301_000 })).toBe(401)
  expect(await server.sendHook(body, { signed: false })).toBe(401)
  expect(await server.sendHook(`{"event":"message_created","x":"${'y'.repeat(1024 * 1024)}"}`)).toBe(413)
  expect((await fetch(server.hookUrl ?? '')).status).toBe(405)
  expect([host.inbound, host.dead]).toEqual([[], []])
  expect(await server.sendHook('{"event":', { delivery: 'd-1' })).toBe(200)
  expect(await server.sendHook('{"event":"message_created","id":"x","content":"words"}', { delivery: 'd-2' })).toBe(200)
  expect(await server.sendHook('{"event":"contact_updated","id":1}')).toBe(200)
  expect(host.dead.map(({ externalId, body: kept }) => [externalId, kept])).toEqual([['d-1', '{"event":'], ['d-2', '{"event":"message_created","id":"x","content":"words"}']])
  expect(host.inbound).toEqual([])
})

test('CT-5 an answer of 200 means that it is on the disk (a full disk and a message that nobody has)', async () => {
  await run()
  server.webhooks = 'lost'
  const body = server.webhookOf(await server.say(server.conversation(), 'keep me'))
  host.isBroken = true
  expect(await server.sendHook(body, { delivery: 'd-9' })).toBe(500)
  host.isBroken = false
  expect(await server.sendHook(body, { delivery: 'd-9' })).toBe(200)
  expect(host.texts()).toEqual(['keep me'])
})

test('CT-2 an older server\'s unsigned webhook is refused, or where the settings say so a hint: the API is asked, and its words alone count (anybody who knows the address)', async () => {
  server.isCableRefusing = true
  server.isSigning = false
  await run({ webhookSecret: '', acceptUnsigned: true })
  await until(() => { expect(looks()).toBe(1) })
  const id = server.conversation()
  const told = server.webhookOf({ ...(await server.say(id, 'the truth')), text: 'a lie' })
  await until(() => { expect(host.texts()).toEqual(['the truth']) })
  expect(await server.sendHook(told, { signed: false })).toBe(200)
  await looked()
  expect(host.texts()).toEqual(['the truth'])
})

test('CT-6 a storm of 2,000 webhooks: every message once, every answer 200', async () => {
  const ids = Array.from({ length: 20 }, () => server.conversation())
  await run()
  await live()
  for (let n = 0; n < 2000; n += 100) await Promise.all(Array.from({ length: 100 }, (_, k) => server.say(ids[k % 20] ?? 1, `storm ${n + k}`)))
  expect(server.hookStatuses).toHaveLength(2000)
  expect(new Set(server.hookStatuses)).toEqual(new Set([200]))
  await until(() => { expect(host.inbound).toHaveLength(2000) })
  expect(new Set(host.texts()).size).toBe(2000)
}, STORM_MS)

test('CT-7 the API down for an hour: it is tried ever more seldom, the line says so once, and afterwards nothing is missing', async () => {
  const id = server.conversation()
  server.webhooks = 'lost'
  await run()
  await live()
  server.isDown = true
  server.cutCable()
  await server.say(id, 'while it was down')
  server.asked.length = 0
  for (let minute = 0; minute < 60; minute++) {
    clock.advance(60_000)
    await new Promise((turn) => setImmediate(turn))
    await until(() => { expect(clock.waiting).toBeGreaterThanOrEqual(2) })
  }
  expect(host.healths.map((trouble) => trouble?.en.slice(0, 35) ?? null)).toEqual(['The Chatwoot server cannot be reach'])
  expect(server.asked.length).toBeGreaterThan(5)
  expect(server.asked.length).toBeLessThan(40)
  server.isDown = false
  clock.advance(300_000)
  await until(() => { expect(host.texts()).toEqual(['while it was down']); expect(host.healths.at(-1)).toBeNull() })
})

test('CT-7 a revoked token is said in words that tell what to do, and the line is well again with a new one', async () => {
  await run({ token: 'a-revoked-token' })
  await until(() => { expect(host.healths.at(-1)?.en).toContain('copy it anew') })
})

test('CT-8 the live line is watched: a silent one is cut and made anew, presence is said every 20 seconds, and what came in between is looked for', async () => {
  const id = server.conversation()
  server.webhooks = 'lost'
  await run()
  await live()
  await server.say(id, 'over the line')
  await until(() => { expect(host.texts()).toEqual(['over the line']) })
  expect(server.presences).toHaveLength(1)
  clock.advance(10_000)
  await server.say(id, 'heard')
  await until(() => { expect(host.texts()).toEqual(['over the line', 'heard']) })
  clock.advance(10_000)
  await until(() => { expect(server.presences).toHaveLength(2) })
  clock.advance(15_000)
  await until(() => { expect(server.liveLines).toBe(0) })
  await server.say(id, 'in the gap')
  await live()
  await until(() => { expect(host.texts()).toEqual(['over the line', 'heard', 'in the gap']) })
})

test('CT-9 a reply goes out once, to the customer, with its echo id and what it answers, and comes back as nothing new (our own words shown as a colleague\'s)', async () => {
  const id = server.conversation()
  await run()
  await live()
  const asked = await server.say(id, 'where is it?')
  const messageId = v7()
  const sent = await connector.deliver(outbound(String(id), messageId, 'It arrives today.', { quoteExternalId: String(asked.id), lastExternalId: String(asked.id) }))
  const stored = server.messages.at(-1)
  expect(sent).toEqual({ state: 'sent', externalId: String(stored?.id) })
  expect(stored).toMatchObject({ kind: 'outgoing', isPrivate: false, text: 'It arrives today.', echoId: `deskmate:${messageId}`, attributes: { in_reply_to: asked.id } })
  expect(await connector.deliver(outbound(String(id), messageId, 'It arrives today.', { attempt: 2 }))).toEqual(sent)
  await looked()
  expect(server.posted).toEqual([{ echoId: `deskmate:${messageId}`, sourceId: null, text: 'It arrives today.' }])
  expect(host.texts('elsewhere')).toEqual([])
})

test.each([[true, 'lost'], [false, 'lost'], [true, 'broken'], [false, 'broken']] as const)('CT-10 stored, and the answer lost: the conversation is asked before anything is sent again (server keeps our mark: %s, %s)', async (keeps, trouble) => {
  server.keepsAttributes = keeps
  const id = server.conversation()
  await run()
  await live()
  server.troubles.push(trouble)
  const messageId = v7()
  const reply = outbound(String(id), messageId, 'Refunded.')
  expect(await connector.deliver(reply)).toEqual({ state: 'sent', externalId: String(server.messages.at(-1)?.id) })
  await looked()
  expect([server.posted.length, host.texts('elsewhere')]).toEqual([1, []])
  // The same words once more are another reply.
  expect(await connector.deliver(outbound(String(id), v7(), 'Refunded.'))).toMatchObject({ state: 'sent' })
  expect(server.messages.filter(({ text }) => text === 'Refunded.')).toHaveLength(2)
})

test('CT-10 cut before it was stored: it is sent again only when Chatwoot can no longer do it; stored late, it is found (two answers to one question)', async () => {
  server.keepsAttributes = false
  const id = server.conversation()
  server.webhooks = 'lost'
  await run()
  const dropped = outbound(String(id), v7(), 'one')
  server.troubles.push('dropped')
  expect(await connector.deliver(dropped)).toMatchObject({ state: 'retry', afterMs: 30_000 })
  clock.advance(10_000)
  expect(await connector.deliver(dropped)).toMatchObject({ state: 'retry', afterMs: 20_000 })
  expect(server.posted).toHaveLength(1)
  clock.advance(20_000)
  expect(await connector.deliver(dropped)).toMatchObject({ state: 'sent' })
  const late = outbound(String(id), v7(), 'two')
  server.troubles.push('late')
  expect(await connector.deliver(late)).toMatchObject({ state: 'retry' })
  server.storeLate()
  expect(await connector.deliver(late)).toEqual({ state: 'sent', externalId: String(server.messages.at(-1)?.id) })
  expect(server.messages.map(({ text }) => text)).toEqual(['one', 'two'])
})

test('CT-10 killed between sending and the answer: the next start knows its own reply and does not send it twice', async () => {
  server.keepsAttributes = false
  const id = server.conversation()
  await run()
  await live()
  server.troubles.push('late')
  const reply = outbound(String(id), v7(), 'half said')
  await connector.deliver(reply)
  await host.stop()
  server.hookUrl = null
  server.storeLate()
  await run()
  await live()
  expect(host.texts('elsewhere')).toEqual([])
  expect(await connector.deliver({ ...reply, attempt: 2 })).toMatchObject({ state: 'sent' })
  expect(server.posted).toHaveLength(1)
})

test('CT-11 busy, refused, unprocessable, gone and unreachable are told apart: what is worth another try is tried, the rest fails in words', async () => {
  const id = server.conversation()
  await run()
  const send = (thread = String(id)) => connector.deliver(outbound(thread, v7(), 'words'))
  server.troubles.push('busy', 'refused', 'unprocessable')
  expect(await send()).toMatchObject({ state: 'retry', afterMs: 7000 })
  expect(await send()).toMatchObject({ state: 'retry', why: { en: expect.stringContaining('access token') as string } })
  expect(await send()).toMatchObject({ state: 'failed', why: { en: expect.stringContaining('shorten') as string } })
  expect(await send('99')).toMatchObject({ state: 'failed', why: { en: expect.stringContaining('no longer has this conversation') as string } })
  expect(server.messages).toEqual([])
})

test('CT-12 pictures go both ways, over the redirects of the store; one that cannot be had is named and holds up no words', async () => {
  const id = server.conversation()
  await run()
  await live()
  await server.say(id, 'it broke', { files: [{ name: '照片 1.png', type: 'image/png', bytes: PIXEL }] })
  expect(host.inbound[0]?.attachments).toEqual([{ name: '照片 1.png', type: 'image/png', bytes: PIXEL }])
  server.isStoreDown = true
  await server.say(id, 'and this', { files: [{ name: 'b.png', type: 'image/png', bytes: PIXEL }] })
  expect(host.inbound[1]).toMatchObject({ attachments: [], text: expect.stringMatching(/^and this\n\[image\] http/) as string })
  await connector.deliver(outbound(String(id), v7(), 'like this?', { attachments: [{ sha256: 'ab'.repeat(32), type: 'image/png', bytes: PIXEL.byteLength, read: async () => PIXEL }] }))
  expect(server.messages.at(-1)).toMatchObject({ text: 'like this?', files: [{ name: 'abababababab.png', type: 'image/png', bytes: PIXEL }], echoId: expect.stringContaining('deskmate:') as string })
})

test('CT-13 a reply that Chatwoot could not deliver, or that was read, is told once; a look at the conversation reads the last one before it', async () => {
  const id = server.conversation()
  await run()
  await live()
  await connector.deliver(outbound(String(id), v7(), 'one'))
  const one = server.messages.at(-1)
  if (!one) throw new Error('nothing was sent')
  await server.update(one, { status: 'failed', attributes: { external_error: '131047: Re-engagement message' } })
  await server.update(one, { status: 'failed' })
  await until(() => { expect(host.failures).toHaveLength(1) })
  expect(host.failures[0]).toMatchObject({ threadId: '1', externalId: String(one.id), why: { en: expect.stringContaining('131047') as string } })
  await connector.deliver(outbound(String(id), v7(), 'two'))
  clock.advance(2000)
  await server.look(id)
  await server.look(id)
  expect(host.reads).toEqual([{ threadId: '1', externalId: String(server.messages.at(-1)?.id) }])
})

test('RT-8 what a customer says in a survey of Chatwoot comes in as their rating; an incoming message that says so by itself is none (a visitor who rates in our name)', async () => {
  const id = server.conversation()
  await run()
  await live()
  const survey = { submitted_values: { csat_survey_response: { rating: 2, feedback_message: 'never answered' } } }
  const data = (message_type: number) => JSON.stringify({ event: 'message_updated', id: 9001, content: 'Rate us', message_type, content_type: 'input_csat', content_attributes: survey, created_at: 1, conversation: { id }, account: { id: 1 } })
  expect(await server.sendHook(data(0))).toBe(200)
  expect(host.ratings).toEqual([])
  expect(await server.sendHook(data(3))).toBe(200)
  expect(host.ratings).toEqual([{ threadId: String(id), score: 2, words: 'never answered' }])
  // Sent and not answered yet.
  expect(await server.sendHook(JSON.stringify({ ...JSON.parse(data(3)) as object, content_attributes: {} }))).toBe(200)
  expect(host.ratings).toHaveLength(1)
})

test('CT-14 a customer id counts only where the website vouched for it (an id that a visitor made up)', async () => {
  const contact = { identifier: 'c001' }
  await run()
  await live()
  await server.say(server.conversation({ contact, isVouched: true }), 'me')
  await server.say(server.conversation({ contact }), 'not me')
  await until(() => { expect(host.inbound).toHaveLength(2) })
  expect(host.inbound.map(({ text, customerId }) => [text, customerId]).sort()).toEqual([['me', 'c001'], ['not me', undefined]])
})

test('CT-15 the set-up says what is wrong: address, token, account, inbox, secret; and null when all is well', async () => {
  const check = (over: Partial<ReturnType<typeof settings>>) => chatwoot.test({ ...settings(), ...over }, { clock, log: host.log }).then((trouble) => trouble?.en.slice(0, 34) ?? null)
  expect(await check({})).toBeNull()
  expect(await check({ inboxId: 3 })).toBeNull()
  expect(await check({ token: 'not-the-token' })).toBe('Chatwoot does not accept the acces')
  expect(await check({ accountId: 9 })).toBe('The token’s user does not belong t')
  expect(await check({ inboxId: 9 })).toBe('The user cannot see this inbox: ad')
  expect(await check({ webhookSecret: '' })).toBe('The webhook’s secret is missing: c')
  expect(await check({ baseUrl: 'http://127.0.0.1:1' })).toBe('The Chatwoot server cannot be reac')
  expect(await check({ baseUrl: `${server.url}/rails` })).toBeNull()
})

test('CT-16 a colleague\'s words reach the desk only in a conversation whose customer is there (a conversation that bears a colleague\'s name)', async () => {
  const id = server.conversation()
  await server.say(id, 'last week', { at: clock.now() - 7 * 86_400_000 })
  await server.answerThere(id, 'sorry for the wait')
  await run()
  await live()
  await server.answerThere(id, 'anything else?')
  await looked()
  expect(host.inbound).toEqual([])
  await server.say(id, 'yes')
  await server.answerThere(id, 'tell me')
  await until(() => { expect(host.inbound.map(({ text }) => text)).toEqual(['yes', 'tell me']) })
})

test('CT-5 what the API brings and nobody can read is kept once, and holds up nothing behind it', async () => {
  server.isCableRefusing = true
  server.webhooks = 'lost'
  const id = server.conversation()
  await run()
  await server.say(id, 'before')
  server.strange = 'a kind of the future'
  await server.say(id, 'strange')
  server.strange = null
  await server.say(id, 'after')
  for (let n = 0; n < 3; n++) await looked(15_000)
  await until(() => { expect(host.texts()).toEqual(['before', 'after']) })
  expect(host.dead.map(({ externalId }) => externalId)).toEqual([String(server.messages[1]?.id)])
})
