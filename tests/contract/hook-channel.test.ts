import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { hookKind } from '../../src-gateway/channels/hook/hook-kind.ts'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import { HookServer } from '../support/hook-server.ts'
import { ChannelSite } from './channel-site.ts'
import { connectorContract, type OtherSide, type Written } from './connector-suite.ts'

const SECRET = 'a-signing-secret-of-one-test'
const EPOCH = 1_700_000_000_000
const bodyOf = ({ externalId, threadId, name, text }: Written) => JSON.stringify({ id: externalId, thread: threadId, sender: { id: threadId, name }, text })
const kind = hookKind as ConnectorKind

async function openServer(): Promise<HookServer> {
  const server = new HookServer(SECRET)
  server.now = () => EPOCH
  await server.up()
  return server
}

connectorContract({
  name: 'signed webhook', kind,
  async open(): Promise<OtherSide> {
    const server = await openServer()
    const raw = (body: string | Buffer) => async () => { await server.post(body) }
    return {
      settings: () => ({ url: server.url, secret: SECRET }),
      hookAt: (url) => { server.hookUrl = url },
      clockAt: (now) => { server.now = now },
      async write(messages) { for (const message of messages) expect(await server.post(bodyOf(message))).toBe(200) },
      arrived: () => server.replies.map(({ thread, text }) => ({ threadId: thread, text })),
      up: () => server.up(), down: () => server.down(),
      refuseNext: () => { server.refuseNext() }, cutNext: (taken) => { server.cutNext(taken) },
      hostile: [
        { name: 'no JSON', send: raw('{') },
        { name: 'null', send: raw('null') },
        { name: 'wrong types', send: raw('{"id":1,"thread":{},"sender":[]}') },
        { name: 'bytes', send: raw(Buffer.from([0xff, 0xfe, 0, 1, 2])) },
        { name: 'deep', send: raw(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) },
        { name: 'prototype', send: raw('{"__proto__":{"id":"x"},"constructor":1}') },
        { name: 'too large', send: () => server.post(Buffer.alloc(9 * 1024 * 1024, 32)).then(() => undefined, () => undefined) },
      ],
      close: () => server.down(),
    }
  },
})

/** The status of an unsigned post under this Host; `fetch` writes its own. */
function statusUnder(url: string, host: string): Promise<number> {
  return new Promise((done, fail) => {
    request(url, { method: 'POST', headers: { host } }, (response) => {
      response.resume()
      done(response.statusCode ?? 0)
    }).on('error', fail).end('{}')
  })
}

describe('signed webhook, bad input', () => {
  let site: ChannelSite
  let server: HookServer
  let id: string
  const message = (n: number, sender = 'a'): Written => ({ externalId: `m-${sender}-${n}`, threadId: `t-${sender}`, name: sender, text: `words ${sender} ${n}` })
  beforeEach(async () => {
    server = await openServer()
    site = await ChannelSite.open([kind])
    server.now = () => site.clock.now()
    id = await site.connect('hook', { url: server.url, secret: SECRET })
    server.hookUrl = site.channels.hookUrl(id)
  })
  afterEach(async () => {
    await site.remove()
    await server.down()
  })

  test('CN-20 a forged, unsigned or old webhook is answered 401 and changes nothing: words that anybody may put into a customer\'s mouth', async () => {
    const body = bodyOf(message(1))
    const seconds = (shift: number) => String(Math.floor(site.clock.now() / 1000) + shift)
    expect(await server.post(body, { signature: `sha256=${'0'.repeat(64)}` })).toBe(401)
    expect(await server.post(body, { signature: '' })).toBe(401)
    expect(await server.post(body, { timestamp: 'soon' })).toBe(401)
    expect(await server.post(body, { timestamp: seconds(-301) })).toBe(401)
    expect(await server.post(body, { timestamp: seconds(301) })).toBe(401)
    expect(await site.messages()).toEqual([])
    expect(await server.post(body, { timestamp: seconds(-299) })).toBe(200)
    expect((await site.fromCustomers()).map(({ text }) => text)).toEqual(['words a 1'])
  })

  test('CN-21 a webhook that is recorded and played again is the same message: a replay that speaks twice', async () => {
    for (let round = 0; round < 5; round += 1) expect(await server.post(bodyOf(message(1)))).toBe(200)
    expect((await site.fromCustomers()).length).toBe(1)
  })

  test('CN-22 a flood of one customer is asked to wait, another customer is served meanwhile: one who shuts out all', async () => {
    const statuses: number[] = []
    for (let n = 0; n < 70; n += 1) statuses.push(await server.post(bodyOf(message(n))))
    expect(statuses.filter((status) => status === 200).length).toBe(60)
    expect(statuses.slice(60).every((status) => status === 429)).toBe(true)
    expect(await server.post(bodyOf(message(1, 'b')))).toBe(200)
    site.clock.advance(61_000)
    expect(await server.post(bodyOf(message(69)))).toBe(200)
  })

  test('CN-23 what cannot be read lies whole among the dead letters and can be given up; mended by its sender it is simply a new one: a message that vanished', async () => {
    expect(await server.post('{"id":"x"')).toBe(422)
    const letters = await site.store.read((tx) => tx.channels.deadLetters(10))
    expect(letters.map(({ body, connectorId }) => [body, connectorId])).toEqual([['{"id":"x"', id]])
    expect(await site.channels.takeAgain(letters[0]?.id ?? '')).not.toBeNull()
    await site.channels.dropLetter(letters[0]?.id ?? '')
    expect(await site.store.read((tx) => tx.channels.deadLetters(10))).toEqual([])
  })

  test('CN-24 a storm at one line leaves its neighbour served, and nobody is let in whose line is off: one shop system that takes all down', async () => {
    const neighbour = await site.connect('hook', { url: server.url, secret: SECRET })
    const storm = Array.from({ length: 400 }, (_, n) => server.post(bodyOf(message(n, `c${n}`))))
    const hookUrl = server.hookUrl
    server.hookUrl = site.channels.hookUrl(neighbour)
    expect(await server.post(bodyOf(message(1, 'quiet')))).toBe(200)
    const statuses = await Promise.all(storm)
    expect(statuses.every((status) => status === 200 || status === 429)).toBe(true)
    expect((await site.fromCustomers()).length).toBe(statuses.filter((status) => status === 200).length + 1)
    server.hookUrl = hookUrl
    await site.channels.enable(id, false)
    expect(await server.post(bodyOf(message(1, 'off')))).toBe(404)
  })

  test('CN-25 a browser, or a name that is not ours, is turned away at the open port; the public name that was set is ours: a page that posts from the shop\'s own network', async () => {
    expect(await server.post(bodyOf(message(1)), { headers: { origin: 'https://evil.example' } })).toBe(403)
    expect(await statusUnder(server.hookUrl, 'desk.shop.example')).toBe(403)
    await site.channels.setPublicUrl('https://desk.shop.example/')
    // Let in, and then unsigned.
    expect(await statusUnder(server.hookUrl, 'desk.shop.example')).toBe(401)
    expect(await statusUnder(server.hookUrl, 'desk.shop.example.evil.example')).toBe(403)
    expect(site.channels.hookUrl(id)).toBe(`https://desk.shop.example/hooks/${id}`)
  })

  test('CN-26 a reply that was given up may be tried again, and one whose line was removed says so: a button that does nothing', async () => {
    await server.post(bodyOf(message(1)))
    const conversationId = (await site.fromCustomers())[0]?.conversationId ?? ''
    server.refuseNext()
    const reply = await site.reply(conversationId, 'once more')
    await vi.waitFor(async () => { expect(await site.delivery(reply)).toBe('failed') })
    await site.channels.giveUp(reply)
    expect(await site.delivery(reply)).toBe('given-up')
    await site.channels.sendAgain(reply)
    await vi.waitFor(async () => { expect(await site.delivery(reply)).toBe('sent') })
    expect(server.replies.map(({ text }) => text)).toEqual(['once more'])
    await site.channels.remove(id)
    const late = await site.reply(conversationId, 'too late')
    await vi.waitFor(async () => { expect(await site.delivery(late)).toBe('failed') })
    expect((await site.line(id))?.removed).toBe(true)
  })
})
