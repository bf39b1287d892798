import { v7 } from 'uuid'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chatwoot } from '../../src-gateway/channels/chatwoot/chatwoot.ts'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import { changeStatus } from '../../src-gateway/desk-changes.ts'
import { ChatwootServer, type StoredMessage } from '../support/chatwoot-server.ts'
import { ChannelSite } from './channel-site.ts'
import { connectorContract, type OtherSide, type Written } from './connector-suite.ts'

const EPOCH = 1_700_000_000_000
const kind = chatwoot as ConnectorKind
const settingsOf = (server: ChatwootServer) => ({ baseUrl: server.url, accountId: server.accountId, token: server.token, webhookSecret: server.secret })

/** The suite names threads and messages freely, Chatwoot numbers them. */
function numbered(server: ChatwootServer) {
  const threads = new Map<string, number>()
  const stored = new Map<string, StoredMessage>()
  return {
    async write(messages: readonly Written[]): Promise<void> {
      for (const { externalId, threadId, name, text } of messages) {
        const thread = threads.get(threadId) ?? server.conversation({ contact: { name } })
        threads.set(threadId, thread)
        const known = stored.get(externalId)
        if (known) await server.sendHook(server.webhookOf(known))
        else stored.set(externalId, await server.say(thread, text))
      }
    },
    arrived: () => server.messages.filter((message) => message.kind === 'outgoing' && message.sender.id === server.me.id)
      .map(({ conversationId, text }) => ({ threadId: [...threads].find(([, thread]) => thread === conversationId)?.[0] ?? '', text })),
  }
}

connectorContract({
  name: 'Chatwoot', kind,
  async open(): Promise<OtherSide> {
    let now = () => EPOCH
    const server = new ChatwootServer(() => now())
    await server.open()
    const raw = (body: string) => async () => { await server.sendHook(body) }
    return {
      ...numbered(server),
      settings: () => settingsOf(server),
      hookAt: (url) => { server.hookUrl = url },
      clockAt: (clock) => { now = clock },
      async down() {
        server.isDown = true
        server.cutCable()
      },
      async up() { server.isDown = false },
      refuseNext: () => { server.troubles.push('unprocessable') },
      cutNext(taken) {
        server.onLost = taken
        server.troubles.push('lost')
      },
      hostile: [
        { name: 'no JSON', send: raw('{') },
        { name: 'null', send: raw('null') },
        { name: 'wrong types', send: raw('{"event":"message_created","id":{},"message_type":9,"created_at":[]}') },
        { name: 'deep', send: raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) },
        { name: 'prototype', send: raw('{"event":"message_created","__proto__":{"id":1},"constructor":1}') },
        { name: 'an event of no kind', send: raw('{"event":"conversation_updated","id":"x"}') },
        { name: 'too large', send: () => server.sendHook(`{"event":"${'x'.repeat(9 * 1024 * 1024)}"}`).then(() => undefined, () => undefined) },
        { name: 'forged', send: () => server.sendHook('{"event":"message_created","id":5}', { secret: 'not-the-secret' }).then(() => undefined) },
      ],
      close: () => server.close(),
    }
  },
})

let site: ChannelSite
let server: ChatwootServer
let now = () => EPOCH
beforeEach(async () => {
  server = new ChatwootServer(() => now())
  await server.open()
  site = await ChannelSite.open([kind])
  now = () => site.clock.now()
  const id = await site.connect('chatwoot', settingsOf(server))
  server.hookUrl = site.channels.hookUrl(id)
})
afterEach(async () => {
  await site.remove()
  await server.close()
  now = () => EPOCH
})
const until = (check: () => unknown) => vi.waitFor(check, { timeout: 20_000, interval: 20 })

test('CT-10 killed while its reply was on the way: what the conversation holds counts as sent, and no line of it stands twice (a dead letter for a reply that arrived)', async () => {
  await server.say(server.conversation(), 'hello')
  await until(async () => { expect(await site.fromCustomers()).toHaveLength(1) })
  const [first] = await site.fromCustomers()
  server.troubles.push('late')
  const reply = await site.reply(first?.conversationId ?? '', 'on its way')
  await until(() => { expect(server.posted).toHaveLength(1) })
  await site.kill()
  server.storeLate()
  await site.advanceUntil(async () => await site.delivery(reply) === 'sent', 5000)
  expect(server.posted).toHaveLength(1)
  expect((await site.messages()).map(({ text }) => text)).toEqual(['hello', 'on its way'])
})

test('CT-5 a dead letter that a newer version can read is taken once more by a person\'s word', async () => {
  const conversation = server.conversation()
  server.webhooks = 'lost'
  server.isDown = true
  const body = server.webhookOf(await server.say(conversation, 'understood now'))
  await server.sendHook(body.replace('"message_type":"incoming"', '"message_type":"of the future"'))
  await until(async () => { expect(await site.store.read(async (tx) => (await tx.channels.deadLetters(10)).length)).toBe(1) })
  const [letter] = await site.store.read((tx) => tx.channels.deadLetters(10))
  expect((await site.channels.takeAgain(letter?.id ?? ''))?.en).toContain('cannot be read')
  await site.store.write((tx) => tx.channels.putDeadLetter({ ...letter as NonNullable<typeof letter>, id: 'mended', body }))
  expect(await site.channels.takeAgain('mended')).toBeNull()
  expect((await site.fromCustomers()).map(({ text }) => text)).toEqual(['understood now'])
})

/** A Chatwoot conversation whose customer is at the desk. */
async function begun(): Promise<{ there: number; here: string }> {
  const there = server.conversation()
  const said = await server.say(there, `hello from ${there}`)
  await until(async () => { expect((await site.fromCustomers()).map(({ text }) => text)).toContain(said.text) })
  return { there, here: (await site.fromCustomers()).find(({ text }) => text === said.text)?.conversationId ?? '' }
}
const atDesk = (conversationId: string, status: 'open' | 'resolved') => site.store.write((tx) => changeStatus(tx, site.clock.now(), 'seat-1', { id: v7(), conversationId, status, name: 'Amy' }))
const here = (conversationId: string) => site.store.read(async (tx) => (await tx.conversation(conversationId))?.conversation.status)
const there = (id: number) => server.conversations.get(id)?.status
/** Every status that the conversation had in the log, repeats left out. */
const history = (conversationId: string) => site.store.read(async (tx) => {
  const all = (await tx.eventsAfter(0, 100_000)).flatMap(({ change }) => change.type === 'conversation' && change.conversation.id === conversationId ? [change.conversation.status] : [])
  return all.filter((status, index) => status !== all[index - 1])
})
const waits = (conversationId: string) => site.store.read(async (tx) => (await tx.channels.threadStatus(conversationId))?.nextAt ?? null)
const pages = () => server.asked.filter((path) => path.startsWith('/conversations?'))
const lists = () => pages().filter((path) => /&page=1(&|$)/.test(path)).length
/** Lets looks over the API go by; one that has begun ends before the next. */
async function looks(count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const before = lists()
    await until(() => {
      site.clock.advance(5000)
      expect(lists()).toBeGreaterThan(before)
    })
  }
}

test('CT-17 resolved and opened again at a desk it is so in Chatwoot, each said once; our own change that comes back changes nothing (a loop)', async () => {
  const one = await begun()
  server.webhooks = 'doubled'
  await atDesk(one.here, 'resolved')
  await until(async () => { expect([there(one.there), await waits(one.here)]).toEqual(['resolved', null]) })
  await atDesk(one.here, 'open')
  await until(async () => { expect([there(one.there), await waits(one.here)]).toEqual(['open', null]) })
  await looks(4)
  expect(server.toggled).toEqual([{ conversationId: one.there, status: 'resolved' }, { conversationId: one.there, status: 'open' }])
  expect(await history(one.here)).toEqual(['open', 'resolved', 'open'])
})

test('CT-17 a status that Chatwoot is too busy for, whose answer is lost, or that the gateway dies with, is said in the end (resolved here, open there for ever)', async () => {
  const one = await begun()
  server.statusTroubles.push('busy', 'broken', 'lost')
  await atDesk(one.here, 'resolved')
  await site.advanceUntil(async () => await waits(one.here) === null && there(one.there) === 'resolved', 5000)
  expect(server.statusTroubles).toEqual([])
  expect(server.toggled).toHaveLength(3)
  server.isDown = true
  await atDesk(one.here, 'open')
  await until(async () => { expect(await waits(one.here)).not.toBeNull() })
  await site.kill()
  server.isDown = false
  await site.advanceUntil(async () => there(one.there) === 'open', 5000)
  await site.advanceUntil(async () => await waits(one.here) === null, 5000)
  expect(await here(one.here)).toBe('open')
})

test('CT-17 the reply goes first, then the end; what is pending or snoozed there is open already and stays as it is', async () => {
  const one = await begun()
  server.troubles.push('busy')
  const reply = await site.reply(one.here, 'and good-bye')
  await atDesk(one.here, 'resolved')
  await until(() => { expect(server.posted).toHaveLength(1) })
  expect(server.toggled).toEqual([])
  await site.advanceUntil(async () => there(one.there) === 'resolved', 5000)
  expect(await site.delivery(reply)).toBe('sent')
  server.webhooks = 'lost'
  server.cutCable()
  server.isDown = true
  await atDesk(one.here, 'open')
  await until(async () => { expect(await waits(one.here)).not.toBeNull() })
  await server.setStatus(one.there, 'snoozed')
  server.isDown = false
  await site.advanceUntil(async () => await waits(one.here) === null, 5000)
  await looks(3)
  expect([there(one.there), await here(one.here)]).toEqual(['snoozed', 'open'])
  expect(server.toggled).toEqual([{ conversationId: one.there, status: 'resolved' }])
})

test.each(['good', 'doubled', 'lost', 'held'] as const)('CT-34 a customer who writes after the end opens it on both sides, once, and nothing is said there, whatever comes first: webhooks %s (two reopenings, or an end that comes back)', async (mode) => {
  const one = await begun()
  await atDesk(one.here, 'resolved')
  await until(async () => { expect([there(one.there), await waits(one.here)]).toEqual(['resolved', null]) })
  server.webhooks = mode
  if (mode === 'lost' || mode === 'held') {
    server.isCableRefusing = true
    server.cutCable()
  }
  await server.say(one.there, 'one more thing')
  // Newest first: the status overtakes the words.
  if (mode === 'held') await server.deliverHeld()
  await site.advanceUntil(async () => (await site.fromCustomers()).some(({ text }) => text === 'one more thing') && await here(one.here) === 'open', 5000)
  await site.advanceUntil(async () => await waits(one.here) === null, 5000)
  await looks(3)
  expect([there(one.there), await here(one.here), await history(one.here)]).toEqual(['open', 'open', ['open', 'resolved', 'open']])
  expect(server.toggled).toEqual([{ conversationId: one.there, status: 'resolved' }])
})

test('CT-34 words that come while the end is still to be said open both sides, and the end is not said (a customer who is resolved away)', async () => {
  const one = await begun()
  server.isDown = true
  await atDesk(one.here, 'resolved')
  await until(async () => { expect(await waits(one.here)).not.toBeNull() })
  await server.say(one.there, 'wait')
  server.isDown = false
  await site.advanceUntil(async () => (await site.fromCustomers()).some(({ text }) => text === 'wait'), 5000)
  await site.advanceUntil(async () => await waits(one.here) === null, 5000)
  await looks(3)
  expect([there(one.there), await here(one.here)]).toEqual(['open', 'open'])
  expect(server.toggled.filter(({ status }) => status === 'open')).toEqual([])
})

test.each(['good', 'doubled', 'lost'] as const)('CT-18 resolved and opened again in Chatwoot it is so at the desks, once, with who said so: webhooks %s (a desk that goes on with what is done)', async (mode) => {
  const one = await begun()
  server.webhooks = mode
  if (mode === 'lost') {
    server.isCableRefusing = true
    server.cutCable()
  }
  await server.setStatus(one.there, 'resolved')
  await site.advanceUntil(async () => await here(one.here) === 'resolved', 5000)
  const state = await site.store.read(async (tx) => tx.state('resolution', (await tx.conversation(one.here))?.conversation.resolution?.id ?? ''))
  expect(state?.type === 'resolution' ? [state.resolution.by.name, state.resolution.disposition, state.resolution.withdrawn] : null).toEqual(['chatwoot', null, false])
  await server.setStatus(one.there, 'open')
  await site.advanceUntil(async () => await here(one.here) === 'open', 5000)
  await server.setStatus(one.there, 'snoozed')
  await server.setStatus(one.there, 'pending')
  await looks(3)
  expect(await history(one.here)).toEqual(['open', 'resolved', 'open'])
  expect([there(one.there), server.toggled]).toEqual(['pending', []])
})

test('CT-18 the live line alone brings it', async () => {
  server.webhooks = 'lost'
  await until(() => {
    site.clock.advance(100)
    expect(server.liveLines).toBe(1)
  })
  const one = await begun()
  await looks(1)
  // Its last page was answered: from here on no look can see it.
  await until(() => { expect(pages().at(-1)).toContain('&page=2') })
  const before = lists()
  await server.setStatus(one.there, 'resolved')
  await until(async () => { expect(await here(one.here)).toBe('resolved') })
  expect(lists()).toBe(before)
})

test('CT-19 webhooks that come late and in the wrong order change nothing: what the account says now counts', async () => {
  const one = await begun()
  server.isCableRefusing = true
  server.cutCable()
  server.webhooks = 'held'
  await server.setStatus(one.there, 'resolved')
  await server.setStatus(one.there, 'open')
  await server.setStatus(one.there, 'resolved')
  await server.setStatus(one.there, 'open')
  await server.deliverHeld()
  await looks(3)
  expect([await history(one.here), server.toggled]).toEqual([['open'], []])
})

test('CT-19 a word of ours that could not be said yet gives way to a newer one of the account, and to no older one', async () => {
  const one = await begun()
  const two = await begun()
  server.webhooks = 'held'
  server.isCableRefusing = true
  server.cutCable()
  await server.setStatus(two.there, 'open')
  server.isDown = true
  site.clock.advance(60_000)
  await atDesk(one.here, 'resolved')
  await atDesk(two.here, 'resolved')
  await until(async () => { expect([await waits(one.here), await waits(two.here)].includes(null)).toBe(false) })
  site.clock.advance(60_000)
  await server.setStatus(one.there, 'resolved')
  await server.setStatus(one.there, 'open')
  await server.deliverHeld()
  await until(async () => { expect([await here(one.here), await here(two.here)]).toEqual(['open', 'resolved']) })
  server.isDown = false
  await site.advanceUntil(async () => there(two.there) === 'resolved', 5000)
  expect([there(one.there), server.toggled]).toEqual(['open', [{ conversationId: two.there, status: 'resolved' }]])
})
