import { v7 } from 'uuid'
import { expect, test, vi } from 'vitest'
import { chatwoot } from '../../src-gateway/channels/chatwoot/chatwoot.ts'
import type { Connector, Outbound } from '../../src-gateway/channels/connector.ts'
import { TestClock } from '../contract/gateway-harness.ts'
import { ChatwootServer, type PostTrouble, type WebhookMode } from '../support/chatwoot-server.ts'
import { MemoryConnectorHost, outbound } from '../support/connector-host.ts'

const SEEDS = [1, 2, 3, 7, 43, 2024]
const STEPS = 60

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

test.each(SEEDS)('CT-4 CT-10 whatever is lost, doubled, cut, down or restarted: each message once, each reply once (seed %i)', async (seed) => {
  const chance = chanceOf(seed)
  const one = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const clock = new TestClock()
  const server = new ChatwootServer(() => clock.now())
  await server.open()
  const host = new MemoryConnectorHost(clock)
  const settings = { baseUrl: server.url, accountId: 1, token: server.token, webhookSecret: server.secret, acceptUnsigned: false, inboxId: null }
  let connector: Connector
  const run = async () => {
    const running = await host.run(chatwoot, settings)
    connector = running.connector
    server.hookUrl = running.hookUrl
  }
  const stop = async () => {
    server.hookUrl = null
    await host.stop()
  }
  server.keepsAttributes = chance() < 0.5
  await run()
  const threads = [1, 2, 3].map(() => server.conversation())
  const said: string[] = []
  const answered: string[] = []
  const replies: Outbound[] = []
  const open = new Set<Outbound>()
  const attempt = async (reply: Outbound) => { if ((await connector.deliver(reply)).state === 'sent') open.delete(reply) }
  for (const id of threads) said.push((await server.say(id, `hello ${id}`)).text)
  for (let step = 0; step < STEPS; step++) {
    const what = chance()
    if (what < 0.35) said.push((await server.say(one(threads), `said ${step}`)).text)
    else if (what < 0.45) answered.push((await server.answerThere(one(threads), `answered ${step}`)).text)
    else if (what < 0.65) {
      // Some of the words are the same: each reply is a message of its own all the same.
      const reply = outbound(String(one(threads)), v7(), one(['one moment', `reply ${step}`]))
      replies.push(reply)
      open.add(reply)
      server.troubles.push(one<PostTrouble | 'none'>(['none', 'lost', 'dropped', 'broken', 'late', 'busy']) as PostTrouble)
      await attempt(reply)
      server.troubles.length = 0
      if (chance() < 0.7) server.storeLate()
    } else if (what < 0.72) server.webhooks = one<WebhookMode>(['good', 'lost', 'doubled', 'held'])
    else if (what < 0.77) server.cutCable()
    else if (what < 0.83) server.isDown = !server.isDown
    else if (what < 0.87) {
      await stop()
      await run()
    } else if (what < 0.9) await server.deliverHeld()
    else clock.advance(one([500, 5000, 40_000]))
  }
  server.isDown = false
  server.storeLate()
  await server.deliverHeld()
  await vi.waitFor(async () => {
    clock.advance(40_000)
    for (const reply of open) await attempt(reply)
    expect(open.size).toBe(0)
    expect(host.texts().sort()).toEqual([...said].sort())
    expect(host.texts('elsewhere').sort()).toEqual([...answered].sort())
  }, { timeout: 30_000, interval: 20 })
  const ours = server.messages.filter(({ sender }) => sender.id === server.me.id)
  expect(ours.map(({ text }) => text).sort()).toEqual(replies.map(({ text }) => text).sort())
  await stop()
  await server.close()
})
