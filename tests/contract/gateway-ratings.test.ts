import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Rating } from '../../src-shared/domain/rating.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { HookServer } from '../support/hook-server.ts'
import { eventually, openSite, type Seat, type Site, type Visitor } from './gateway-harness.ts'

const SECRET = 'a-signing-secret-of-one-test'
const DAY_MS = 24 * 3_600_000
let site: Site
let seat: Seat

beforeAll(async () => {
  site = await openSite()
  seat = await site.seat({})
  await seat.call('live', {})
})
afterAll(() => site.remove())

/** A customer of the web chat who was answered, unless said otherwise. */
async function chat({ answered = true } = {}): Promise<{ visitor: Visitor; conversationId: string }> {
  const visitor = await site.visitor()
  const text = `where is it ${v7()}`
  await visitor.say(text)
  const asked = await seat.heard(text)
  if (answered) await seat.reply(asked)
  return { visitor, conversationId: asked.conversationId }
}
const resolve = (conversationId: string, more: Partial<SeatParams<'status'>> = {}) => seat.call('status', { id: v7(), conversationId, status: 'resolved', disposition: 'solved', name: 'Amy', ...more })
const invited = async (visitor: Visitor) => (await visitor.call('hello', { after: 0, language: 'en' })).rating ?? null
const codeOf = async (asked: ReturnType<Visitor['ask']>): Promise<string> => { const said = await asked; return said.ok ? 'ok' : said.error.code }
async function told(conversationId: string): Promise<Rating | undefined> {
  const { changes } = await seat.call('snapshot', { page: null })
  const found = changes.find((change) => change.type === 'rating' && change.rating.conversationId === conversationId)
  return found?.type === 'rating' ? found.rating : undefined
}
async function decide(ratings: { page: boolean; messages: boolean }): Promise<void> {
  const { changes } = await seat.call('snapshot', { page: null })
  const known = changes.find((change) => change.type === 'shop-rules')
  await seat.call('shopRules.put', { id: v7(), basedOn: known?.type === 'shop-rules' ? known.rules.revision : 0, change: { ratings }, name: 'Amy' })
}

test('RT-1 once resolved the web chat’s customer is asked, rates in five steps with words, and may rate otherwise; it is told who had answered (a rating that nobody hears of)', async () => {
  const { visitor, conversationId } = await chat()
  expect(await invited(visitor)).toBeNull()
  const pushed: unknown[] = []
  visitor.socket.on('rating', (push: unknown) => { pushed.push(push) })
  await resolve(conversationId)
  await eventually(() => { expect(pushed).toHaveLength(1) })
  expect(await invited(visitor)).toMatchObject({ score: null })
  await visitor.call('rate', { score: 2, words: 'too slow' })
  await visitor.call('rate', { score: 4, words: 'fine after all' })
  expect(await told(conversationId)).toMatchObject({ score: 4, words: 'fine after all', of: { kind: 'agent', name: 'Amy' }, via: 'page', revision: 3 })
  for (const score of [0, 6, 2.5]) expect(await codeOf(visitor.ask('rate', { score, words: '' }))).toBe('bad-request')
  expect(await codeOf(visitor.ask('rate', { score: 3, words: 'x'.repeat(501) }))).toBe('bad-request')
})

test('RT-2 nobody else rates it: another visitor has no say, nor has who was not asked; the same over a restart, seven days long and not after (a rival’s ten bad marks)', async () => {
  const { visitor, conversationId } = await chat()
  expect(await codeOf(visitor.ask('rate', { score: 1, words: '' }))).toBe('not-asked')
  await resolve(conversationId)
  const stranger = await site.visitor()
  expect(await codeOf(stranger.ask('rate', { score: 1, words: '' }))).toBe('not-asked')
  expect((await told(conversationId))?.score).toBeNull()
  visitor.close()
  await site.restart()
  seat = await site.seat({})
  await seat.call('live', {})
  site.clock.advance(7 * DAY_MS - 1)
  const back = await site.visitor(visitor.cookie)
  await back.call('rate', { score: 5, words: '' })
  expect((await told(conversationId))?.score).toBe(5)
  site.clock.advance(1)
  expect(await codeOf(back.ask('rate', { score: 1, words: '' }))).toBe('not-asked')
  expect(await invited(back)).toBeNull()
})

test('RT-3 once in a conversation; not where nobody answered, not spam, not who is angry, and not where the shop does not ask (an invitation that is an insult)', async () => {
  const unanswered = await chat({ answered: false })
  await resolve(unanswered.conversationId)
  const spam = await chat()
  await resolve(spam.conversationId, { disposition: 'spam' })
  const angry = await chat()
  await resolve(angry.conversationId, { angry: true })
  for (const { conversationId } of [unanswered, spam, angry]) expect(await told(conversationId)).toBeUndefined()
  const twice = await chat()
  await resolve(twice.conversationId)
  await seat.call('status', { id: v7(), conversationId: twice.conversationId, status: 'open' })
  await resolve(twice.conversationId)
  expect((await told(twice.conversationId))?.revision).toBe(1)
  await decide({ page: false, messages: false })
  const off = await chat()
  await resolve(off.conversationId)
  expect(await told(off.conversationId)).toBeUndefined()
  await decide({ page: true, messages: false })
})

test('RT-4 supervisors decide where customers are asked, once per id; of two who change it at once the second is told (a switch that flips back)', async () => {
  const change = { ratings: { page: true, messages: false } }
  const { changes } = await seat.call('snapshot', { page: null })
  const known = changes.find((one) => one.type === 'shop-rules')
  const basedOn = known?.type === 'shop-rules' ? known.rules.revision : 0
  const id = v7()
  const put = await seat.call('shopRules.put', { id, basedOn, change, name: 'Amy' })
  expect((await seat.call('shopRules.put', { id, basedOn, change, name: 'Amy' })).rules.revision).toBe(put.rules.revision)
  expect(await seat.call('shopRules.put', { id: v7(), basedOn, change: { ratings: { page: false, messages: false } }, name: 'Bo' })).toMatchObject({ status: 'conflict', rules: { ratings: { page: true } } })
  const { entries } = await seat.call('audit.page', { before: null, limit: 5, accountId: null, what: 'shopRules.put' })
  expect(entries.length).toBeGreaterThan(0)
})

test('RT-5 by a message only where the shop wants it: one digit is the rating, once, and opens nothing again; anything else is a message (a “3” that waits for an answer)', async () => {
  const server = new HookServer(SECRET)
  await server.up()
  server.now = () => site.clock.now()
  await seat.call('channels.save', { id: v7(), kind: 'hook', name: 'CRM', values: { url: server.url, secret: SECRET }, enabled: true })
  server.hookUrl = (await seat.call('channels.list', {})).connectors[0]?.hookUrl ?? ''
  const post = (id: string, text: string, thread: string) => server.post(JSON.stringify({ id, thread, sender: { id: `c-${thread}`, name: 'Wang' }, text }))
  const begin = async (thread: string, text: string) => {
    await post(`begin-${thread}`, text, thread)
    const asked = await seat.heard(text)
    await seat.reply(asked, { text: `answer to ${thread}` })
    await vi.waitFor(() => { expect(server.replies.some((reply) => reply.text === `answer to ${thread}`)).toBe(true) }, { timeout: 5000 })
    return asked.conversationId
  }
  const silent = await begin('t-1', 'first words')
  await resolve(silent)
  expect(await told(silent)).toBeUndefined()
  await decide({ page: true, messages: true })
  const conversationId = await begin('t-2', 'second words')
  await resolve(conversationId)
  await vi.waitFor(() => { expect(server.replies.at(-1)?.text).toMatch(/one digit from 1 to 5/) }, { timeout: 5000 })
  const sent = server.replies.length
  await post('r-1', ' ４ 分。', 't-2')
  await post('r-1', ' ４ 分。', 't-2')
  expect(await told(conversationId)).toMatchObject({ score: 4, via: 'message', revision: 2 })
  await post('r-2', '5', 't-2')
  await seat.heard('5')
  expect((await told(conversationId))?.score).toBe(4)
  expect(server.replies.slice(sent)).toEqual([])
  // The second digit was no answer any more, and is a customer who writes.
  const last = seat.events.flatMap(({ change }) => (change.type === 'conversation' && change.conversation.id === conversationId ? [change.conversation.status] : [])).at(-1)
  expect(last).toBe('open')
  await server.down()
})

test('HO-12 outside the hours that a supervisor set the chat page says when people are back, within them nothing; hours that are none are refused (a customer who waits for Monday)', async () => {
  const visitor = await site.visitor()
  const hello = () => visitor.call('hello', { after: 0, language: 'en' })
  expect((await hello()).backAt).toBeUndefined()
  const { changes } = await seat.call('snapshot', { page: null })
  const known = changes.find((change) => change.type === 'shop-rules')
  const basedOn = known?.type === 'shop-rules' ? known.rules.revision : 0
  const now = new Date(site.clock.now())
  const hours = { zone: 'UTC', week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]), exceptions: [{ day: now.toISOString().slice(0, 10), open: [], name: 'closed' }] }
  await seat.call('shopRules.put', { id: v7(), basedOn, change: { hours }, name: 'Amy' })
  expect((await hello()).backAt).toBe(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
  const wrong = await seat.ask('shopRules.put', { id: v7(), basedOn: basedOn + 1, change: { hours: { ...hours, zone: 'Nowhere' } }, name: 'Amy' })
  expect(wrong.ok ? 'ok' : wrong.error.code).toBe('bad-request')
  await seat.call('shopRules.put', { id: v7(), basedOn: basedOn + 1, change: { hours: { ...hours, exceptions: [] } }, name: 'Amy' })
  expect((await hello()).backAt).toBeUndefined()
})
