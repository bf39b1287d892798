import { Validator } from '@seriousme/openapi-schema-validator'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ApiScope } from '../../src-shared/domain/integration.ts'
import { API_SCOPES } from '../../src-shared/domain/integration.ts'
import { openApi } from '../../src-gateway/http-api/openapi.ts'
import { RATE_A_MINUTE } from '../../src-gateway/http-api/serve.ts'
import { type ApiCaller, apiCaller, makeKey } from './api-caller.ts'
import { openSite, ORDER, type Seat, type Site, type Visitor } from './gateway-harness.ts'

let site: Site
let seat: Seat
let visitor: Visitor
let conversationId: string
let all: ApiCaller
const DAY_MS = 24 * 3_600_000

beforeAll(async () => {
  site = await openSite()
  seat = await site.seat()
  await seat.call('live', {})
  visitor = await site.visitor()
  await visitor.say('where is my parcel')
  conversationId = (await seat.heard('where is my parcel')).conversationId
  all = apiCaller(site, await makeKey(seat, 'Whole CRM', API_SCOPES))
})
afterAll(() => site.remove())

const caller = async (...scopes: ApiScope[]): Promise<ApiCaller> => apiCaller(site, await makeKey(seat, 'Some CRM', scopes))
const note = (text: unknown, headers?: Record<string, string>, more: object = {}) => all.post(`/conversations/${conversationId}/notes`, { text, ...more }, headers)

interface Operation { operationId: string; parameters: { name: string; in: string }[] }
type Document = { paths: Record<string, Record<string, Operation>> }

test('HA-1 the document is valid OpenAPI 3.1, is what the gateway serves, and every call in it answers by its own schema (a call that is described and not there, or there and not described)', async () => {
  const served = await all.get('/openapi.json')
  expect(served.body).toEqual(JSON.parse(JSON.stringify(openApi())))
  expect(await new Validator().validate(structuredClone(served.body) as Record<string, unknown>)).toEqual({ valid: true })
  const { ticket } = (await all.post('/tickets', { title: 'Look for the parcel', kind: 'parcel' })).body as { ticket: { id: string } }
  const places: Record<string, string> = { conversationId, customerId: 'c001', orderNo: ORDER.no, ticketId: ticket.id }
  const bodies: Record<string, object> = { writeNote: { text: 'n' }, sendMessage: { text: 'On its way' }, createTicket: { title: 'T', kind: 'other' }, updateTicket: { state: 'waiting' }, commentTicket: { text: 'c' } }
  let answered = 0
  for (const [path, operations] of Object.entries((served.body as Document).paths)) {
    for (const [method, { operationId, parameters }] of Object.entries(operations)) {
      const url = path.replace(/\{(\w+)\}/g, (_whole, name: string) => places[name] ?? 'missing') + (operationId === 'findCustomer' ? '?phone=13800004321' : '')
      const answer = method === 'get' ? await all.get(url) : await all.send(method, url, bodies[operationId] ?? {})
      expect([operationId, answer.status]).toEqual([operationId, method === 'post' ? 201 : 200])
      expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(method !== 'get')
      answered += 1
    }
  }
  expect(answered).toBeGreaterThanOrEqual(18)
  expect((await all.get('/nowhere')).body).toMatchObject({ code: 'no-such-route', status: 404 })
})

test('HA-2 a key opens what its scopes say and nothing else, is told once and kept as a hash, and opens nothing once it is over or revoked (a key that does more than its list, or lives on)', async () => {
  const reader = await caller('tickets:read')
  expect((await reader.get('/tickets')).status).toBe(200)
  for (const path of ['/conversations', '/customers/c001', '/reviews', '/queue', '/articles', '/events', '/audit']) expect([path, (await reader.get(path)).body]).toMatchObject([path, { code: 'scope', status: 403 }])
  expect((await reader.post('/tickets', { title: 'T', kind: 'other' })).status).toBe(403)
  for (const key of ['', 'dmk_forged', reader.key.slice(0, -1), `${reader.key}x`]) {
    const answer = await apiCaller(site, key).get('/me')
    expect([answer.status, answer.headers.get('www-authenticate'), answer.body]).toMatchObject([401, 'Bearer', { code: 'key' }])
  }
  // The port is no browser's, whatever key its page has got hold of.
  const browser = await fetch(`${site.ready.openUrl}/api/v1/me`, { headers: { authorization: `Bearer ${reader.key}`, origin: 'https://evil.example' } })
  expect(browser.status).toBe(403)
  const { keys } = await seat.call('integrations.list', {})
  expect(JSON.stringify(keys)).not.toContain(reader.key)
  expect(keys.at(-1)).toMatchObject({ name: 'Some CRM', scopes: ['tickets:read'], prefix: reader.key.slice(0, 8), lastUsedAt: site.clock.now() })

  const id = v7()
  const { key } = await seat.call('integrations.makeKey', { id, name: 'Short', scopes: ['tickets:read'], expiresAt: site.clock.now() + DAY_MS })
  expect(await seat.ask('integrations.makeKey', { id, name: 'Again', scopes: ['tickets:read'], expiresAt: null })).toMatchObject({ ok: false, error: { code: 'id-taken' } })
  const short = apiCaller(site, key)
  expect((await short.get('/me')).body).toMatchObject({ key: { id, name: 'Short' } })
  site.clock.advance(DAY_MS)
  expect((await short.get('/me')).status).toBe(401)
  const me = (await reader.get('/me')).body as { key: { id: string } }
  await seat.call('integrations.revokeKey', { id: me.key.id })
  expect((await reader.get('/tickets')).status).toBe(401)
})

test('HA-3 what is refused is problem+json in both languages, names the fields and repeats nothing of them, and changes nothing (a typo that is taken for a wish)', async () => {
  const bad = await note('ok', {}, { txet: 'secret-value' })
  expect(bad.headers.get('content-type')).toContain('application/problem+json')
  expect(bad.body).toMatchObject({ type: 'urn:deskmate:problem:fields', status: 400, code: 'fields', errors: [{ field: 'txet', code: 'unknown' }], say: { zh: expect.stringContaining('字段'), en: expect.stringContaining('fields') } })
  expect(JSON.stringify(bad.body)).not.toContain('secret-value')
  expect((await note('', { 'accept-language': 'zh-CN,en' })).body).toMatchObject({ title: expect.stringContaining('字段'), errors: [{ field: 'text' }] })
  expect((await all.get('/conversations?satus=open')).body).toMatchObject({ errors: [{ field: 'satus', code: 'unknown' }] })
  for (const query of ['limit=0', 'limit=9999', 'cursor=!!', 'cursor=e30', 'status=lost']) expect([query, (await all.get(`/conversations?${query}`)).status]).toEqual([query, 400])
  const raw = (body: string, headers: Record<string, string> = {}) => all.raw('POST', `/conversations/${conversationId}/notes`, body, { 'content-type': 'application/json', 'idempotency-key': v7(), ...headers })
  for (const body of ['{', '[]', 'null', '"text"', '', '{"text":1}', '{"text":null}', '{"__proto__":{"text":"x"}}']) expect([body, (await raw(body)).status]).toEqual([body, 400])
  expect((await raw('{"text":"x"}', { 'content-type': 'text/plain' })).body).toMatchObject({ status: 415, code: 'media-type' })
  expect((await raw('{"text":"x"}', { 'idempotency-key': '' })).body).toMatchObject({ status: 400, code: 'idempotency-key' })
  expect((await raw('{"text":"x"}', { 'idempotency-key': 'a b' })).body).toMatchObject({ code: 'idempotency-key' })
  expect((await raw(JSON.stringify({ text: 'x'.repeat(70_000) }))).body).toMatchObject({ status: 413, code: 'too-large' })
  expect((await all.get(`/conversations/${v7()}`)).status).toBe(404)
  expect((await all.get('/conversations/nonsense')).status).toBe(400)
  expect(seat.events.flatMap(({ change }) => (change.type === 'note' ? [change.note.text] : []))).toEqual(['n'])
})

test('HA-4 a write that comes again under its Idempotency-Key is done once and answered as the first time, also over a restart; another body under it is refused (a ticket made twice)', async () => {
  const headers = { 'idempotency-key': 'order-77' }
  const body = { title: 'Refund by hand', kind: 'refund' }
  const together = await Promise.all(Array.from({ length: 5 }, () => all.post('/tickets', body, headers)))
  expect(together.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
  expect(together.filter(({ headers: sent }) => sent.get('idempotent-replayed') === 'true')).toHaveLength(4)
  expect(new Set(together.map(({ text }) => text)).size).toBe(1)
  expect((await all.post('/tickets', { ...body, kind: 'other' }, headers)).body).toMatchObject({ status: 422, code: 'idempotency-key-reused' })
  expect((await note('Another call', headers)).body).toMatchObject({ code: 'idempotency-key-reused' })
  const other = await caller('tickets:write')
  const { ticket } = (await other.post('/tickets', body, headers)).body as { ticket: { id: string } }
  await site.restart()
  seat = await site.seat()
  await seat.call('live', {})
  visitor = await site.visitor(visitor.cookie)
  await visitor.call('hello', { after: 0, language: 'en' })
  const again = await all.post('/tickets', body, headers)
  expect(again.text).toBe(together[0]?.text)
  const { tickets } = (await all.get('/tickets?state=open&limit=200')).body as { tickets: { id: string; title: string; madeBy: { name: string } }[] }
  expect(tickets.filter(({ title }) => title === body.title).map(({ id, madeBy }) => [id === ticket.id, madeBy.name])).toEqual(expect.arrayContaining([[true, 'Some CRM'], [false, 'Whole CRM']]))
  expect(tickets.filter(({ title }) => title === body.title)).toHaveLength(2)
})

test('HA-5 each write stands on the chained record under the key\'s name, and what was refused does not (a change that nobody made)', async () => {
  const before = await seat.call('audit.page', { before: null, limit: 1, accountId: null, what: null })
  await note('For the record')
  await note('')
  const { entries } = await seat.call('audit.page', { before: null, limit: 10, accountId: null, what: null })
  const lines = entries.filter(({ n }) => n > (before.entries[0]?.n ?? 0))
  expect(lines).toMatchObject([{ what: 'api.writeNote', name: 'Whole CRM', seatId: null, accountId: expect.stringMatching(/^key:/), ref: { conversationId }, outcome: 'done' }])
  expect(JSON.stringify(lines)).not.toContain('For the record')
  expect((await seat.call('audit.verify', {})).brokenAt).toBeNull()
  const made = await seat.call('audit.page', { before: null, limit: 500, accountId: null, what: 'integrations.makeKey' })
  expect(made.entries.length).toBeGreaterThan(0)
  expect(JSON.stringify(made.entries)).not.toContain('dmk_')
})

test('HA-6 lists go on by cursor, and nothing is skipped or told twice; a changed conversation comes again at the end (a page that loses a row)', async () => {
  for (const text of ['two', 'three', 'four']) {
    site.clock.advance(1000)
    const another = await site.visitor()
    await another.say(text)
  }
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const page = (await all.get(`/conversations?limit=1&status=open${cursor === null ? '' : `&cursor=${cursor}`}`)).body as { conversations: { id: string }[]; next: string | null }
    seen.push(...page.conversations.map(({ id }) => id))
    cursor = page.next
  } while (cursor !== null)
  expect(seen).toHaveLength(4)
  expect(new Set(seen).size).toBe(4)
  site.clock.advance(1000)
  const since = site.clock.now()
  await visitor.say('are you there')
  expect((await all.get(`/conversations?updatedSince=${since}`)).body).toMatchObject({ conversations: [{ id: conversationId, waiting: true }], next: null })
  const first = (await all.get(`/conversations/${conversationId}/messages?limit=1`)).body as { messages: { seq: number }[]; lastSeq: number }
  expect(first.messages.map(({ seq }) => seq)).toEqual([1])
  const rest = (await all.get(`/conversations/${conversationId}/messages?afterSeq=1`)).body as { messages: { seq: number }[] }
  expect(rest.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: first.lastSeq - 1 }, (_, index) => index + 2))
})

test('HA-7 a system\'s message reaches the customer once, and gives way: to a colleague who has the conversation, to newer words, to a resolved end; it takes nobody\'s conversation (a machine that talks over an agent)', async () => {
  const say = (text: string, more: object = {}, headers?: Record<string, string>) => all.post(`/conversations/${conversationId}/messages`, { text, ...more }, headers)
  const headers = { 'idempotency-key': 'parcel-9' }
  const sent = await say('Your parcel left today.', {}, headers)
  expect(sent.body).toMatchObject({ message: { text: 'Your parcel left today.', author: { kind: 'agent', name: 'Whole CRM' } } })
  await say('Your parcel left today.', {}, headers)
  await expect.poll(() => visitor.messages.filter(({ text }) => text === 'Your parcel left today.')).toHaveLength(1)
  expect(await seat.call('lease', { conversationId, want: true })).toMatchObject({ granted: true })
  expect((await say('And more')).body).toMatchObject({ status: 409, code: 'with-colleague', retryable: true })
  await seat.call('lease', { conversationId, want: false })
  await visitor.say('one more thing')
  const { seq } = await seat.heard('one more thing')
  expect((await say('Old news', { basedOnSeq: seq - 1 })).body).toMatchObject({ status: 409, code: 'newer-message' })
  expect((await say('Fresh', { basedOnSeq: seq })).status).toBe(201)
  await seat.call('status', { id: v7(), conversationId, status: 'resolved' })
  expect((await say('Too late')).body).toMatchObject({ status: 409, code: 'closed' })
})

test('HA-8 a key that asks too often is told when to come again, and nobody else waits for it (a storm that stops the desk)', async () => {
  const storm = await caller('queue:read')
  const answers: number[] = []
  for (let round = 0; round * 50 <= RATE_A_MINUTE; round += 1) answers.push(...(await Promise.all(Array.from({ length: 50 }, () => storm.get('/me')))).map(({ status }) => status))
  expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(RATE_A_MINUTE + 50)
  const refused = await storm.get('/me')
  expect([refused.status, refused.body]).toMatchObject([429, { code: 'rate-limited', retryable: true }])
  const wait = Number(refused.headers.get('retry-after'))
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect((await all.get('/me')).status).toBe(200)
  expect(await seat.call('hello', { logId: null, cursor: 0 })).toMatchObject({ mode: 'snapshot' })
  site.clock.advance(wait * 1000)
  expect((await storm.get('/me')).status).toBe(200)
})

test('HA-9 the feed tells the log\'s events in order with ids that stay, and customers\' words only to a key that may read conversations (words that leave by a side door)', async () => {
  const silent = await caller('events:read')
  const read = async (api: ApiCaller) => {
    const events: { id: string; type: string; n: number; data: { text?: string } }[] = []
    for (let after = 0; ;) {
      const page = (await api.get(`/events?after=${after}&limit=10`)).body as { events: typeof events; cursor: number; head: number }
      events.push(...page.events)
      if (page.cursor === page.head) return events
      after = page.cursor
    }
  }
  const [open, shut] = [await read(all), await read(silent)]
  expect(shut.map(({ id }) => id)).toEqual(open.map(({ id }) => id))
  expect(open.map(({ n }) => n)).toEqual(open.map(({ n }) => n).sort((a, b) => a - b))
  expect(new Set(open.map(({ type }) => type))).toEqual(new Set(['conversation.opened', 'conversation.resolved', 'message.received', 'message.sent', 'ticket.changed']))
  expect(open.filter(({ type }) => type === 'conversation.opened')).toHaveLength(4)
  expect(JSON.stringify(open)).toContain('where is my parcel')
  expect(JSON.stringify(shut)).not.toMatch(/my parcel|Refund by hand|one more thing/)
})

test('HA-10 who may not administer makes no key, sees none and adds no webhook (an agent who opens the house)', async () => {
  const { code } = await seat.call('people.invite', { name: 'Lin', role: 'supervisor', teams: [] })
  const joined = await fetch(`${site.ready.seatUrl}/invitation`, { method: 'POST', body: JSON.stringify({ code, name: 'Lin', password: 'correct horse battery', seatId: 'seat-2', label: 'x' }), headers: { 'content-type': 'application/json' } })
  const { token } = await joined.json() as { token: string }
  const lin = await site.seat({ token, seatId: 'seat-2' })
  for (const [call, params] of [
    ['integrations.list', {}], ['integrations.makeKey', { id: v7(), name: 'Mine', scopes: ['tickets:read'], expiresAt: null }], ['integrations.revokeKey', { id: v7() }],
    ['integrations.saveWebhook', { id: v7(), name: 'Mine', url: 'https://erp.example.com', events: ['message.sent'], words: true, ownNetwork: true }],
  ] as const) expect([call, await lin.ask(call, params)]).toMatchObject([call, { ok: false, error: { code: 'not-permitted' } }])
})
