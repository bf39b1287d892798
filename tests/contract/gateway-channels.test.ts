import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { v7 } from 'uuid'
import { CHANNEL_KINDS } from '../../src-gateway/channels/kinds.ts'
import { pieceId } from '../../src-shared/domain/bubbles.ts'
import type { ReplyDelivery } from '../../src-shared/domain/channel-line.ts'
import { HookServer } from '../support/hook-server.ts'
import { openSite, type Seat, type Site, TOKEN } from './gateway-harness.ts'

const SECRET = 'a-signing-secret-of-one-test'
let site: Site
let server: HookServer
let seat: Seat

beforeEach(async () => {
  server = new HookServer(SECRET)
  await server.up()
  site = await openSite()
  server.now = () => site.clock.now()
  seat = await site.seat({ protocol: '1.3' })
  await seat.call('live', {})
})
afterEach(async () => {
  await site.remove()
  await server.down()
})

const deliveries = (): ReplyDelivery[] => seat.events.flatMap(({ change }) => change.type === 'delivery' ? [change.delivery] : [])
const post = (n: number, more: { thread?: string; subject?: string } = {}) => server.post(JSON.stringify({ id: `m-${n}`, thread: 't-1', sender: { id: 'c-1', name: '王芳' }, text: `words ${n}`, ...more }))

async function connect(): Promise<string> {
  const id = v7()
  await seat.call('channels.save', { id, kind: 'hook', name: 'CRM', values: { url: server.url, secret: SECRET }, enabled: true })
  const { connectors } = await seat.call('channels.list', {})
  server.hookUrl = connectors[0]?.hookUrl ?? ''
  return id
}

test('CN-27 through a seat: a line is set up, listed without its secret, brings a message and takes the reply: a form that saves and connects nothing', async () => {
  expect((await seat.call('channels.list', {})).kinds.map(({ kind }) => kind)).toEqual(CHANNEL_KINDS.map(({ form }) => form.kind))
  const id = await connect()
  const { connectors } = await seat.call('channels.list', {})
  expect(JSON.stringify(connectors)).not.toContain(SECRET)
  expect(connectors.map(({ state, secretsSet, values }) => [state.id, secretsSet, values.url])).toEqual([[id, ['secret'], server.url]])
  expect(await post(1)).toBe(200)
  const message = await seat.heard('words 1')
  expect((await seat.reply(message, { text: 'on its way' })).status).toBe('accepted')
  await vi.waitFor(() => { expect(server.replies.map(({ text, thread }) => [text, thread])).toEqual([['on its way', 't-1']]) }, { timeout: 5000 })
  expect(deliveries()).toEqual([])
})

test('BU-9 a thread with a subject is answered in one, one without in as many messages as the reply has paragraphs: a letter in three envelopes', async () => {
  await connect()
  await post(1, { subject: 'My order' })
  await seat.reply(await seat.heard('My order\n\nwords 1'), { text: 'Dear Ms Wang\n\nwe are sorry', apart: true })
  await post(2, { thread: 't-2' })
  const id = v7()
  await seat.reply(await seat.heard('words 2'), { id, text: 'hi\n\nsorry', apart: true })
  await vi.waitFor(() => { expect(server.replies.map(({ text }) => text).sort()).toEqual(['Dear Ms Wang\n\nwe are sorry', 'hi', 'sorry']) }, { timeout: 5000 })
  const [first, second] = server.replies.filter(({ thread }) => thread === 't-2')
  expect([first?.text, first?.id, second?.text, second?.id]).toEqual(['hi', id, 'sorry', pieceId(id, 1)])
})

test('CN-31 a file stands beside the message that names it and comes whole to desks, as bytes and never as its sender\'s type: a page that runs, a stranger who reads', async () => {
  await connect()
  const paper = Buffer.from('<script>alert(1)</script>')
  expect(await server.post(JSON.stringify({ id: 'm-f', thread: 't-1', sender: { id: 'c-1', name: '王芳' }, text: 'see', attachments: [{ name: 'a.html', type: 'text/html', base64: paper.toString('base64') }, { name: 'b.pdf', type: 'application/pdf', base64: paper.toString('base64') }] }))).toBe(200)
  const message = await seat.heard('see\n📎 a.html (25 B)\n📎 b.pdf (25 B)')
  expect(message.files?.map(({ name, bytes }) => [name, bytes])).toEqual([['a.html', 25], ['b.pdf', 25]])
  const at = `${site.ready.seatUrl}/attachments/${message.files?.[0]?.sha256 ?? ''}`
  const answer = await fetch(at, { headers: { authorization: `Bearer ${TOKEN}` } })
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([200, 'application/octet-stream', 'nosniff'])
  expect(Buffer.from(await answer.arrayBuffer()).equals(paper)).toBe(true)
  expect((await fetch(at)).status).toBe(401)
  expect((await fetch(`${site.ready.seatUrl}/attachments/${'0'.repeat(64)}`, { headers: { authorization: `Bearer ${TOKEN}` } })).status).toBe(404)
})

test('CN-28 fields that are wrong are named and never what stood in them; a secret that is left out stays: a password in a sentence, a line that a new name breaks', async () => {
  const wrong = await seat.ask('channels.save', { id: v7(), kind: 'hook', name: 'CRM', values: { url: 'http://crm.example', secret: 'short-one' }, enabled: true })
  expect(wrong.ok ? null : [wrong.error.code, wrong.error.say.en.includes('Signing secret'), JSON.stringify(wrong.error).includes('short-one')]).toEqual(['fields-wrong', true, false])
  const id = await connect()
  await seat.call('channels.save', { id, kind: 'hook', name: 'CRM 2', values: { url: server.url }, enabled: true })
  expect((await seat.call('channels.test', { id, kind: 'hook', values: { url: server.url } })).trouble).toBeNull()
  expect(await post(1)).toBe(200)
})

test('CN-29 what is refused reaches the desks with its reason, the list of what has not gone through, and goes out when somebody says so, also over a restart: a silence', async () => {
  await connect()
  await post(1)
  const message = await seat.heard('words 1')
  server.refuseNext()
  await seat.reply(message, { text: 'refused once' })
  await vi.waitFor(() => { expect(deliveries().map(({ state }) => state)).toEqual(['failed']) }, { timeout: 5000 })
  expect(deliveries()[0]?.why?.en).toContain('HTTP 400')
  await site.restart()
  seat = await site.seat({ protocol: '1.3' })
  await seat.call('live', {})
  const { letters } = await seat.call('channels.letters', {})
  expect(letters.map(({ direction, body, mayTryAgain }) => [direction, body, mayTryAgain])).toEqual([['out', 'refused once', true]])
  await seat.call('delivery.again', { messageId: letters[0]?.id ?? '' })
  await vi.waitFor(() => { expect(server.replies.map(({ text }) => text)).toEqual(['refused once']) }, { timeout: 5000 })
  await vi.waitFor(async () => { expect((await seat.call('channels.letters', {})).letters).toEqual([]) }, { timeout: 5000 })
})
