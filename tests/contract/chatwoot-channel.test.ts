import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { chatwoot } from '../../src-gateway/channels/chatwoot/chatwoot.ts'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
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
      cutNext: () => { server.troubles.push('lost') },
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
