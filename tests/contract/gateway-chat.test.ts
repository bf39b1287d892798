import { request } from 'node:http'
import { readdir, readFile } from 'node:fs/promises'
import { v7 } from 'uuid'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PROTOCOL_VERSION } from '../../src-shared/wire/protocol.ts'
import { connect, eventually, newCookie, openSite, ORDER, OTHER_ORDER, PIXEL, type Seat, type Site, TOKEN } from './gateway-harness.ts'

let site: Site
beforeEach(async () => { site = await openSite() })
afterEach(() => site.remove())

/** A raw request, because fetch would not let a test forge Host. */
function statusOf(url: string, headers: Record<string, string>, method = 'GET'): Promise<number> {
  return new Promise((done, fail) => {
    const call = request(url, { method, headers }, (answer) => {
      answer.resume()
      done(answer.statusCode ?? 0)
    })
    call.on('error', fail)
    call.end()
  })
}

async function liveSeat(): Promise<Seat> {
  const seat = await site.seat()
  await seat.call('live', {})
  return seat
}

describe('who may call', () => {
  test('G-11 a foreign Host is refused on both ports, over HTTP and at the socket: DNS rebinding from a web page', async () => {
    const { seatUrl, chatUrl } = site.ready
    const port = new URL(chatUrl).port
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1', `127.0.0.1.evil.example:${port}`]) {
      expect([host, await statusOf(chatUrl, { host })]).toEqual([host, 403])
      expect([host, await statusOf(`${seatUrl}/healthz`, { host })]).toEqual([host, 403])
      await expect(connect(chatUrl, { headers: { host, cookie: await newCookie(site.ready) } })).rejects.toThrow()
      await expect(connect(seatUrl, { headers: { host }, auth: { token: TOKEN, seatId: 's', protocol: PROTOCOL_VERSION } })).rejects.toThrow()
    }
    expect(await statusOf(chatUrl, { host: `localhost:${port}` })).toBe(200)
    expect(await statusOf(chatUrl, { host: `[::1]:${port}` })).toBe(200)
  })

  test('G-11 a foreign Origin is refused at upload, polling and websocket; the seat port knows no Origin at all: any page in the browser that talks to the desk', async () => {
    const { seatUrl, chatUrl } = site.ready
    const cookie = await newCookie(site.ready)
    const auth = { token: TOKEN, seatId: 's', protocol: PROTOCOL_VERSION }
    for (const origin of ['https://evil.example', 'null', seatUrl, chatUrl.replace('127.0.0.1', 'localhost')]) {
      expect([origin, await statusOf(`${chatUrl}/upload`, { origin, cookie }, 'POST')]).toEqual([origin, 403])
      await expect(connect(chatUrl, { headers: { origin, cookie } })).rejects.toThrow()
      await expect(connect(chatUrl, { headers: { origin, cookie }, transport: 'polling' })).rejects.toThrow()
    }
    expect(await statusOf(`${chatUrl}/files/${'0'.repeat(64)}`, { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403)
    expect(await statusOf(chatUrl, { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).toBe(200)
    for (const origin of [chatUrl, seatUrl]) {
      expect(await statusOf(`${seatUrl}/healthz`, { origin })).toBe(403)
      await expect(connect(seatUrl, { auth, headers: { origin } })).rejects.toThrow()
      await expect(connect(seatUrl, { auth, headers: { origin }, transport: 'polling' })).rejects.toThrow()
    }
    expect(await statusOf(`${seatUrl}/healthz`, { 'sec-fetch-site': 'same-origin' })).toBe(403)
    const socket = await connect(chatUrl, { headers: { origin: chatUrl, cookie }, transport: 'polling' })
    expect(socket.connected).toBe(true)
    socket.close()
  })

  test('G-21 the page allows no inline script, no frame and no foreign connection, and every answer is nosniff: script in a customer\'s words', async () => {
    const page = await fetch(site.ready.chatUrl)
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toContain('default-src \'none\'')
    expect(policy).toContain('frame-ancestors \'none\'')
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
    for (const path of ['/', '/assets/page.js', '/healthz', '/files/x', '/nothing', '/assets/../../data/gateway.db']) {
      const answer = await fetch(site.ready.chatUrl + path)
      expect([path, answer.headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
    }
    expect((await fetch(`${site.ready.chatUrl}/assets/page.js`)).headers.get('content-type')).toContain('javascript')
    expect(await statusOf(`${site.ready.chatUrl}/assets/..%2f..%2fdata%2fgateway.db`, {})).not.toBe(200)
  })
})

describe('visitors', () => {
  test('G-12 a visitor is known by an HttpOnly cookie over reloads and restarts, and gets the own history back: a customer who starts anew', async () => {
    const page = await fetch(site.ready.chatUrl)
    expect(page.headers.get('set-cookie')).toMatch(/^deskmate_visitor=[\w-]{22}\.[\w-]{22}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/)
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say('hello')
    await seat.reply(await seat.heard('hello'), { text: 'welcome' })
    const reloaded = await fetch(site.ready.chatUrl, { headers: { cookie: visitor.cookie } })
    expect(reloaded.headers.get('set-cookie')?.split(';')[0]).toBe(visitor.cookie)
    await site.restart()
    const back = await site.visitor(visitor.cookie)
    const { messages, shop, verified } = await back.call('hello', { after: 0, language: 'en' })
    expect(messages.map(({ seq, text, author }) => [seq, text, author])).toEqual([[1, 'hello', { kind: 'customer', name: '' }], [2, 'welcome', { kind: 'agent', name: 'Amy' }]])
    expect({ shop, verified }).toEqual({ shop: { zh: '小店', en: 'Small shop' }, verified: false })
    expect((await back.call('hello', { after: 1, language: 'en' })).messages).toHaveLength(1)
  })

  test('G-12 another visitor sees nothing, and a token that the gateway did not seal is nobody: reading along with a guessed cookie', async () => {
    const visitor = await site.visitor()
    await visitor.say('private')
    const stranger = await site.visitor()
    expect((await stranger.call('hello', { after: 0, language: 'en' })).messages).toEqual([])
    const value = visitor.cookie.split('=')[1] ?? ''
    for (const forged of ['', 'deskmate_visitor=x', `deskmate_visitor=${'A'.repeat(22)}.${'A'.repeat(22)}`, `deskmate_visitor=${value.slice(0, -1)}${value.endsWith('A') ? 'B' : 'A'}`]) {
      await expect(connect(site.ready.chatUrl, { headers: { cookie: forged } })).rejects.toMatchObject({ message: 'no-visitor' })
    }
    const page = await fetch(site.ready.chatUrl, { headers: { cookie: 'deskmate_visitor=forged' } })
    expect(page.headers.get('set-cookie')).not.toContain('forged')
  })

  test('G-23 the page hears when the last desk goes and when one comes back: "we are online" while nobody is there', async () => {
    const visitor = await site.visitor()
    const heard: boolean[] = []
    visitor.socket.on('presence', (push: { agentsOnline: boolean }) => { heard.push(push.agentsOnline) })
    const seat = await liveSeat()
    await eventually(() => { expect(heard).toEqual([true]) })
    const second = await liveSeat()
    seat.close()
    second.close()
    await eventually(() => { expect(heard).toEqual([true, false]) })
  })

  test('G-12 all tabs of a visitor get the reply once each: a second tab that stays silent', async () => {
    const first = await site.visitor()
    const second = await site.visitor(first.cookie)
    const seat = await liveSeat()
    await first.say('hello')
    await seat.reply(await seat.heard('hello'), { text: 'welcome' })
    await eventually(() => { for (const tab of [first, second]) expect(tab.messages.map((message) => message.text)).toEqual(['hello', 'welcome']) })
    expect(seat.events.filter(({ change }) => change.type === 'conversation').map((event) => event.change)).toMatchObject([{ conversation: { assignee: null } }, { conversation: { assignee: 'seat-1' } }])
  })

  test('G-16 the twenty-first message in ten seconds is refused with a reason and goes through later: a flood, or a message lost to it', async () => {
    const visitor = await site.visitor()
    for (let index = 0; index < 20; index += 1) await visitor.say(`m${index}`)
    const late = { id: v7(), text: 'late', attachments: [] }
    for (let index = 0; index < 3; index += 1) expect(await visitor.ask('send', late)).toMatchObject({ error: { code: 'rate-limited', retryable: true } })
    site.clock.advance(10_000)
    expect(await visitor.call('send', late)).toMatchObject({ seq: 21, duplicate: false })
  })

  test('G-9 a bad payload from a browser is answered and the chat goes on: a page that must be reloaded', async () => {
    const visitor = await site.visitor()
    for (const params of [null, { id: 'x' }, { id: v7(), text: '', attachments: [] }, { id: v7(), text: 'x'.repeat(4001), attachments: [] }]) {
      expect(await visitor.ask('send', params)).toMatchObject({ ok: false, error: { code: 'bad-request' } })
    }
    expect(await visitor.ask('lease', { conversationId: v7(), want: true })).toMatchObject({ error: { code: 'bad-request' } })
    expect(await visitor.say('fine')).toMatchObject({ seq: 1 })
  })
})

describe('pictures', () => {
  test('G-13 the bytes decide what a picture is, not its name or type: a page of script that calls itself an image', async () => {
    const visitor = await site.visitor()
    for (const bytes of ['<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', '<html>', 'GIF87', '\x89PNG\r\n\x1a\n']) {
      const answer = await visitor.upload(Buffer.from(bytes, 'latin1'))
      expect([bytes, answer.status, await answer.json()]).toMatchObject([bytes, 415, { error: { code: 'attachment-type' } }])
    }
    const kept = await visitor.upload(PIXEL, 'text/html')
    expect(await kept.json()).toMatchObject({ type: 'image/png', width: 1, height: 1, bytes: PIXEL.length })
    const huge = Buffer.from(PIXEL)
    huge.writeUInt32BE(50_000, 16)
    huge.writeUInt32BE(50_000, 20)
    expect((await visitor.upload(huge)).status).toBe(413)
    expect((await visitor.upload(Buffer.alloc(8 * 1024 * 1024 + 1))).status).toBe(413)
  })

  test('G-13 a picture opens for its visitor alone, as an attachment under a sandbox: a stranger with the hash, or script run from a picture', async () => {
    const visitor = await site.visitor()
    const stranger = await site.visitor()
    const attachment = await (await visitor.upload(PIXEL)).json() as { sha256: string; type: 'image/png'; bytes: number }
    const url = `${site.ready.chatUrl}/files/${attachment.sha256}`
    const mine = await fetch(url, { headers: { cookie: visitor.cookie } })
    expect(Object.fromEntries(mine.headers)).toMatchObject({
      'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-disposition': expect.stringMatching(/^attachment/), 'content-security-policy': expect.stringContaining('sandbox'),
    })
    expect((await fetch(url, { headers: { cookie: stranger.cookie } })).status).toBe(404)
    expect((await fetch(url)).status).toBe(403)
    expect(await stranger.ask('send', { id: v7(), text: '', attachments: [attachment] })).toMatchObject({ error: { code: 'attachment-missing' } })
    expect((await fetch(url, { headers: { cookie: stranger.cookie } })).status).toBe(404)
    expect(await visitor.say('', { attachments: [attachment] })).toMatchObject({ seq: 1 })
  })

  test('G-13 an upload needs a visitor and has a limit: a disk filled by a script', async () => {
    const noCookie = await fetch(`${site.ready.chatUrl}/upload`, { method: 'POST', body: PIXEL })
    expect(noCookie.status).toBe(403)
    const visitor = await site.visitor()
    const answers: number[] = []
    for (let index = 0; index < 31; index += 1) answers.push((await visitor.upload(PIXEL)).status)
    expect(answers).toEqual([...Array.from({ length: 30 }, () => 200), 429])
  })
})

describe('identity', () => {
  test('G-14 five tries an hour, an unknown order answered like a wrong number, and then even the right one is refused: guessing four digits', async () => {
    const visitor = await site.visitor()
    const wrong = await visitor.call('verify', { orderNo: ORDER.no, phoneLast4: '0000' })
    expect(wrong).toEqual({ verified: false, triesLeft: 4 })
    expect(await visitor.call('verify', { orderNo: '9999999999999999', phoneLast4: ORDER.last4 })).toEqual({ verified: false, triesLeft: 3 })
    for (const triesLeft of [2, 1, 0, 0]) expect(await visitor.call('verify', { orderNo: ORDER.no, phoneLast4: '0001' })).toEqual({ verified: false, triesLeft })
    expect(await visitor.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })).toEqual({ verified: false, triesLeft: 0 })
    await site.restart()
    const back = await site.visitor(visitor.cookie)
    expect(await back.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })).toEqual({ verified: false, triesLeft: 0 })
    site.clock.advance(60 * 60 * 1000)
    expect(await back.call('verify', { orderNo: ` ${ORDER.no} `, phoneLast4: ORDER.last4 })).toEqual({ verified: true, triesLeft: 4 })
  })

  test('G-14 fresh cookies buy no fresh tries at one order: a script that throws its cookie away', async () => {
    for (let visitors = 0; visitors < 4; visitors += 1) {
      const visitor = await site.visitor()
      for (let tries = 0; tries < 5; tries += 1) await visitor.call('verify', { orderNo: ORDER.no, phoneLast4: '0000' })
    }
    const next = await site.visitor()
    expect(await next.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })).toMatchObject({ verified: false })
  })

  test('G-14 a verified customer reaches the desks as customer, then conversation, with the own orders alone: another customer\'s order on the desk', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    expect(await visitor.call('verify', { orderNo: ORDER.no, phoneLast4: ORDER.last4 })).toEqual({ verified: true, triesLeft: 4 })
    await eventually(() => { expect(visitor.verifiedPushes).toBe(1) })
    await eventually(() => { expect(seat.events).toHaveLength(3) })
    expect(seat.events.map((event) => event.change)).toMatchObject([
      { type: 'conversation', conversation: { customerId: null, verification: 'none' } },
      { type: 'customer', customer: { id: 'c001' }, orders: [{ no: ORDER.no, total: { amount: 25_300, currency: 'CNY' } }] },
      { type: 'conversation', conversation: { customerId: 'c001', verification: 'order-and-phone' } },
    ])
    expect(await visitor.call('verify', { orderNo: OTHER_ORDER.no, phoneLast4: OTHER_ORDER.last4 })).toMatchObject({ verified: false })
    expect((await visitor.call('hello', { after: 0, language: 'en' })).verified).toBe(true)
    expect(JSON.stringify(seat.events)).not.toContain(OTHER_ORDER.no)
  })

  test('G-15 an order number and its four digits in the chat verify, before the message that said them: a desk that asks again for what was said', async () => {
    const visitor = await site.visitor()
    const seat = await liveSeat()
    await visitor.say(`my order is ${ORDER.no}`)
    await visitor.say('0000')
    expect((await visitor.call('hello', { after: 0, language: 'en' })).verified).toBe(false)
    await visitor.say(`${ORDER.no} 尾号${ORDER.last4}`)
    await eventually(() => { expect(seat.events.map((event) => event.change.type)).toEqual(['conversation', 'message', 'message', 'customer', 'conversation', 'message']) })
    await eventually(() => { expect(visitor.verifiedPushes).toBe(1) })
    const other = await site.visitor()
    await other.say(`${OTHER_ORDER.no}`)
    await other.say(OTHER_ORDER.last4)
    expect((await other.call('hello', { after: 0, language: 'en' })).verified).toBe(true)
  })
})

test('G-13 nothing in the data folder shows a picture in the clear: a disk that is read elsewhere', async () => {
  const visitor = await site.visitor()
  await visitor.upload(PIXEL)
  const files = await readdir(site.dataDir, { recursive: true, withFileTypes: true })
  const contents = await Promise.all(files.filter((file) => file.isFile()).map((file) => readFile(`${file.parentPath}/${file.name}`)))
  expect(contents.length).toBeGreaterThan(1)
  for (const content of contents) expect(content.includes(PIXEL.subarray(0, 16))).toBe(false)
})
