import { createHmac } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PLAIN_LOOK, PLAIN_WEB_CHAT, type WebChatSettings } from '../../src-shared/domain/web-chat.ts'
import { connect, eventually, openSite, PIXEL, type Seat, type Site } from './gateway-harness.ts'

const HOST_PAGE = 'https://www.shop.example'
const FROM_HOST_PAGE = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script', referer: `${HOST_PAGE}/` }
const IN_FRAME = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe', referer: `${HOST_PAGE}/` }

let site: Site
let seat: Seat
beforeAll(async () => {
  site = await openSite()
  await writeFile(join(dirname(site.dataDir), 'webchat', 'embed.js'), 'DESKMATE_CHAT')
  seat = await site.seat({ protocol: '1.3' })
  await seat.call('live', {})
})
afterAll(() => site.remove())

const put = (changes: Partial<WebChatSettings>) => seat.call('webChat.put', { settings: { ...PLAIN_WEB_CHAT, ...changes } })

interface Got { status: number; headers: IncomingHttpHeaders; cookies: string[]; text: string }
/** `fetch` writes Host and Sec-Fetch-Mode itself. */
function page(path: string, headers: Record<string, string> = {}): Promise<Got> {
  return new Promise((done, fail) => {
    request(`${site.ready.chatUrl}${path}`, { headers, method: path === '/visit' ? 'POST' : 'GET' }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part: string) => { text += part })
      response.on('end', () => { done({ status: response.statusCode ?? 0, headers: response.headers, cookies: response.headers['set-cookie'] ?? [], text }) })
    }).on('error', fail).end()
  })
}
const ancestors = ({ headers }: Got) => /frame-ancestors ([^;]*)/.exec(String(headers['content-security-policy']))?.[1]

/** A visit without any cookie, as a browser has it that keeps none in frames. */
async function visitByToken() {
  const { token } = await (await fetch(`${site.ready.chatUrl}/visit`, { method: 'POST', headers: { origin: site.ready.chatUrl } })).json() as { token: string }
  const socket = await connect(site.ready.chatUrl, { auth: { visitor: token }, headers: { origin: site.ready.chatUrl } })
  const call = async (name: string, params: object) => await socket.timeout(5000).emitWithAck(name, params) as { ok: boolean; result: Record<string, unknown>; error: { code: string } }
  return { token, socket, call, say: (text: string) => call('send', { id: v7(), text, attachments: [] }) }
}

test('WC-2 the frame may stand on the pages that an admin named and nowhere else; everything else stands in no frame: a page of lies around the shop’s chat', async () => {
  expect(ancestors(await page('/embed', IN_FRAME))).toBe("'none'")
  await put({ origins: [HOST_PAGE, 'https://*.other.example'] })
  const framed = await page('/embed', IN_FRAME)
  expect([framed.status, ancestors(framed)]).toEqual([200, `${HOST_PAGE} https://*.other.example`])
  for (const path of ['/', '/assets/page.js', '/embed.js', '/healthz', `/files/${'0'.repeat(64)}`, '/nowhere']) expect([path, ancestors(await page(path))]).toEqual([path, "'none'"])
  await put({})
  expect(ancestors(await page('/embed', IN_FRAME))).toBe("'none'")
})

test('WC-1 the launcher is one script that any page may load, and the only thing that one may: a chat whose pictures and calls are open to every site', async () => {
  await put({ look: { ...PLAIN_LOOK, colour: '#ffcc00', position: 'left', title: { zh: '</script>', en: '' } } })
  const script = await page('/embed.js', FROM_HOST_PAGE)
  const { text } = script
  expect([script.status, script.headers['content-type'], script.headers['cross-origin-resource-policy']]).toEqual([200, 'text/javascript; charset=utf-8', 'cross-origin'])
  expect(text).not.toContain('</script>')
  const given = new Function(`return ${text.trim().replace(/^\(function\(DESKMATE_CHAT\)\{\n/, '(function(DESKMATE_CHAT){return ')}`)() as unknown
  expect(given).toEqual({ shop: 'demo', own: '#ffcc00', onOwn: '#000000', theme: 'auto', position: 'left', language: 'auto', title: { zh: '</script>', en: 'Small shop' } })
  for (const path of ['/assets/page.js', '/', `/files/${'0'.repeat(64)}`]) expect([path, (await page(path, FROM_HOST_PAGE)).status]).toEqual([path, 403])
  expect((await fetch(`${site.ready.chatUrl}/visit`, { method: 'POST', headers: { origin: HOST_PAGE } })).status).toBe(403)
  await expect(connect(site.ready.chatUrl, { headers: { origin: HOST_PAGE } })).rejects.toThrow()
})

test('WC-3 a frame’s cookie is partitioned, secure and no script’s; it is a visit, and the same after a reload: a customer who is new on every page', async () => {
  const [, ...cookie] = (await page('/embed', IN_FRAME)).cookies.flatMap((one) => one.split('; '))
  expect(cookie).toEqual(['Path=/', expect.stringMatching(/^Max-Age=/), 'HttpOnly', 'Secure', 'SameSite=None', 'Partitioned'])
  const first = (await page('/embed', IN_FRAME)).cookies[0]?.split(';')[0] ?? ''
  const again = (await page('/embed', { ...IN_FRAME, cookie: first })).cookies[0]?.split(';')[0]
  expect(again).toBe(first)
  const visitor = await site.visitor(first)
  await visitor.say('from a frame')
  expect((await (await site.visitor(first)).call('hello', { after: 0, language: 'en' })).messages.map(({ text }) => text)).toEqual(['from a frame'])
})

test('WC-4 a browser that keeps no cookie in frames shows its token, with pictures, and one that is made up is nobody: a chat that never connects', async () => {
  const { token, say, call, socket } = await visitByToken()
  const upload = await fetch(`${site.ready.chatUrl}/upload`, { method: 'POST', body: PIXEL, headers: { origin: site.ready.chatUrl, 'x-deskmate-visitor': token } })
  const picture = await upload.json() as { sha256: string }
  expect((await call('send', { id: v7(), text: 'by token', attachments: [picture] })).ok).toBe(true)
  await say('and again')
  expect((await seat.heard('and again')).seq).toBe(2)
  expect((await page(`/files/${picture.sha256}`, { 'x-deskmate-visitor': token })).status).toBe(200)
  const stranger = await visitByToken()
  expect((await page(`/files/${picture.sha256}`, { 'x-deskmate-visitor': stranger.token })).status).toBe(404)
  await expect(connect(site.ready.chatUrl, { auth: { visitor: `${'A'.repeat(22)}.${'B'.repeat(22)}` }, headers: { origin: site.ready.chatUrl } })).rejects.toThrow('no-visitor')
  socket.close()
  stranger.socket.close()
})

test('WC-5 behind a proxy the chat answers under its public name and its own pages there, and under no other: a rebound name', async () => {
  await put({ publicUrl: 'https://chat.shop.example' })
  const home = await page('/', { host: 'chat.shop.example' })
  expect([home.status, home.cookies.map((one) => one.includes('; Secure'))]).toEqual([200, [true]])
  expect((await page('/visit', { host: 'chat.shop.example', origin: 'https://chat.shop.example' })).status).toBe(200)
  expect((await page('/visit', { host: 'chat.shop.example', origin: 'http://chat.shop.example' })).status).toBe(403)
  expect((await page('/visit', { host: 'chat.shop.example', origin: site.ready.chatUrl })).status).toBe(403)
  expect((await page('/', { host: 'evil.example' })).status).toBe(403)
  await put({})
  expect((await page('/', { host: 'chat.shop.example' })).status).toBe(403)
})

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
function sign(secret: string, sub: string): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub, exp: site.clock.now() / 1000 + 600 })}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

test('WC-8 whom the shop names has their orders before the desk with the first message, no empty conversation before it, and nobody else’s conversation: a family’s one browser', async () => {
  const one = await visitByToken()
  expect((await one.call('identify', { token: 'a.b.c' })).result).toEqual({ state: 'refused', why: 'off' })
  const { secret } = await seat.call('webChat.newSecret', {})
  expect((await one.call('identify', { token: sign('not-the-secret-of-this-shop', 'c001') })).result).toEqual({ state: 'refused', why: 'forged' })
  expect((await one.call('identify', { token: sign(secret, 'nobody') })).result).toEqual({ state: 'refused', why: 'unknown' })
  const before = (await seat.call('pull', { after: 0, limit: 1 })).head
  expect((await one.call('identify', { token: sign(secret, 'c001') })).result).toEqual({ state: 'known' })
  expect((await seat.call('pull', { after: 0, limit: 1 })).head).toBe(before)
  await one.say('where is my order')
  const { conversationId } = await seat.heard('where is my order')
  const told = seat.events.filter(({ n }) => n > before).map(({ change }) => change)
  expect(told.find((change) => change.type === 'conversation' && change.conversation.id === conversationId && change.conversation.customerId === 'c001')).toMatchObject({ conversation: { verification: 'token' } })
  expect(told.findIndex(({ type }) => type === 'customer')).toBeLessThan(told.findIndex(({ type }) => type === 'message'))
  expect((await one.call('identify', { token: sign(secret, 'c002') })).result).toEqual({ state: 'other' })
  await seat.call('webChat.dropSecret', {})
  expect((await one.call('identify', { token: sign(secret, 'c001') })).result).toEqual({ state: 'refused', why: 'off' })
  one.socket.close()
})

test('WC-9 words left with an address are a conversation with the contact beside it, once; without a mail channel the page says that the answer stands here: a form into nowhere', async () => {
  const one = await visitByToken()
  const left = { id: v7(), name: '王芳', email: 'fang@customer.example', phone: '138 0000 1111', text: '杯子碎了，请回邮件' }
  const first = await one.call('leave', left)
  const again = await one.call('leave', left)
  expect([first.result['answer'], again.result['duplicate'], again.result['seq']]).toEqual(['here', true, first.result['seq']])
  const { conversationId } = await seat.heard('杯子碎了，请回邮件')
  await eventually(() => {
    const ours = seat.events.map(({ change }) => change)
    expect(ours.flatMap((change) => (change.type === 'note' && change.note.conversationId === conversationId ? [change.note.text] : []))).toEqual(['王芳 · fang@customer.example · 138 0000 1111'])
    expect(ours.findLast((change) => change.type === 'conversation' && change.conversation.id === conversationId)).toMatchObject({ conversation: { displayName: '王芳', verification: 'none' } })
  })
  for (const wrong of [{ email: null, phone: null }, { email: 'not an address' }, { name: '  ' }, { text: '' }, { phone: 'call me' }, { email: 'a@b.example\r\nBcc: c@d.example' }]) {
    expect([wrong, (await one.call('leave', { ...left, id: v7(), ...wrong })).ok]).toEqual([wrong, false])
  }
  for (let more = 0; more < 4; more += 1) expect((await one.call('leave', { ...left, id: v7() })).ok).toBe(true)
  expect((await one.call('leave', { ...left, id: v7() })).error.code).toBe('rate-limited')
  one.socket.close()
})

test('WC-10 only an admin sets it up, wrong settings change nothing, and a secret is told once: a policy header with a second directive in it', async () => {
  await put({ origins: [HOST_PAGE] })
  for (const wrong of [{ origins: ['https://a.example; script-src *'] }, { origins: ['*'] }, { publicUrl: 'https://chat.shop.example/path' }, { look: { ...PLAIN_LOOK, colour: 'red' } }]) {
    expect((await seat.ask('webChat.put', { settings: { ...PLAIN_WEB_CHAT, ...wrong } })).ok).toBe(false)
  }
  const { secret } = await seat.call('webChat.newSecret', {})
  const read = await seat.call('webChat.read', {})
  expect([read.settings.origins, read.identitySince, read.mailName, read.chatUrl, JSON.stringify(read).includes(secret)]).toEqual([[HOST_PAGE], site.clock.now(), null, site.ready.chatUrl, false])
  const { entries } = await seat.call('audit.page', { before: null, limit: 50, accountId: null, what: null })
  expect(entries.filter(({ what }) => what.startsWith('webChat.')).length).toBeGreaterThan(1)
  expect(JSON.stringify(entries)).not.toContain(secret)
  await seat.call('webChat.dropSecret', {})
})
