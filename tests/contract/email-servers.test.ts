import { v7 } from 'uuid'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Connector, Outbound } from '../../src-gateway/channels/connector.ts'
import { emailKind } from '../../src-gateway/channels/email/email.ts'
import { EmailSettings } from '../../src-gateway/channels/email/settings.ts'
import { AppError } from '../../src-shared/errors.ts'
import { CutProxy } from '../support/cut-proxy.ts'
import { MemoryHost } from '../support/email-host.ts'
import { MailServers, whyNoMailServers } from '../support/mail-server.ts'
import { systemClock } from '../../src-gateway/clock.ts'
import { eventually, openSite, type Seat, type Site } from './gateway-harness.ts'

const why = whyNoMailServers()
if (why !== null) process.stderr.write(`\nNOT TESTED: ${why}\n\n`)
else describe('email against Dovecot and Exim', withServers)

let servers: MailServers
let host: MemoryHost
let connector: Connector
let numbered = 0

const SHOP = 'shop@shop.test'
const uniqueId = () => `<m${++numbered}.${v7()}@mail.test>`

function mail(text: string, headers: Record<string, string> = {}): string {
  const all = { From: 'Amy <amy@mail.test>', To: SHOP, Subject: 'Order 1', Date: new Date().toUTCString(), 'Message-ID': uniqueId(), ...headers }
  return `${Object.entries(all).map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}\r\n`
}

const settings = (over: object = {}) => EmailSettings.parse(servers.settings(over))

async function start(over: object = {}): Promise<void> {
  connector = emailKind.create(settings(over), host)
  await connector.start()
}

const heard = (text: string) => eventually(() => { expect(host.received.map((message) => message.text)).toContain(text) })

function reply(threadId: string, text: string, over: Partial<Outbound> = {}): Outbound {
  return {
    messageId: v7(), conversationId: v7(), threadId, text, author: { kind: 'agent', name: 'Li' }, attachments: [], quoteExternalId: null,
    lastExternalId: host.received.at(-1)?.externalId ?? null, subject: host.received.at(-1)?.subject ?? null, at: Date.now(), attempt: 1, ...over,
  }
}

async function written(from: 'amy@mail.test' | 'bob@mail.test' | 'gone@mail.test' | 'refused@mail.test' | 'later@mail.test', text: string): Promise<string> {
  await servers.send(from, SHOP, mail(text, { From: from }))
  await heard(text)
  return host.received.find((message) => message.text === text)?.threadId ?? ''
}

function withServers(): void {
  beforeAll(async () => { servers = await MailServers.open() })
  afterAll(async () => { await servers.close() })
  beforeEach(() => {
    host = new MemoryHost()
    servers.empty(SHOP)
  })
  afterEach(async () => { await connector.stop() })

  test('ML-13 a customer\'s mail is there as it comes; the answer reaches their mailbox in the thread, in plain words and HTML, and theirs to it the same conversation', async () => {
    await start()
    const id = uniqueId()
    await servers.send('amy@mail.test', SHOP, mail('Where is it?', { 'Message-ID': id }))
    await heard('Where is it?')
    const threadId = host.received[0]?.threadId ?? ''
    const pixel = Buffer.from('iVBORw0KGgo=', 'base64')
    const sent = await connector.deliver(reply(threadId, 'On <its> way\nTomorrow.', { attachments: [{ sha256: 'a'.repeat(64), type: 'image/png', bytes: pixel.length, read: async () => pixel }] }))
    expect(sent).toMatchObject({ state: 'sent' })
    const ours = sent.state === 'sent' ? sent.externalId ?? '' : ''
    await eventually(() => { expect(servers.mails('amy@mail.test')).toHaveLength(1) })
    const got = servers.mails('amy@mail.test')[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
    for (const line of [`Message-ID: ${ours}`, `In-Reply-To: ${id}`, 'Subject: Re: Order 1', 'To: Amy <amy@mail.test>', 'On &lt;its&gt; way<br>', 'filename=1.png']) expect(got).toContain(line)
    expect(got).toMatch(new RegExp(`^References: ${id.replace(/[.]/g, '\\.')}`, 'm'))
    expect(got).not.toContain('Auto-Submitted')
    await servers.send('amy@mail.test', SHOP, mail(`Thanks\r\n\r\nOn Mon, 5 Jan 2026 at 15:21, Small shop <${SHOP}> wrote:\r\n> On <its> way\r\n`, { 'In-Reply-To': ours }))
    await heard('Thanks')
    expect(host.received[1]?.threadId).toBe(threadId)
    await eventually(() => { expect(servers.mails(SHOP, 'Sent').filter((copy) => copy.includes(ours))).toHaveLength(1) })
  })

  test('ML-4 a mail comes to a seat, the seat\'s reply into the customer\'s mailbox in the thread, and the customer\'s answer to it into the same conversation (a thread that falls apart on its way through the gateway)', async () => {
    await withGateway(async (site, seat) => {
      const id = uniqueId()
      await servers.send('amy@mail.test', SHOP, mail('Round trip', { 'Message-ID': id }))
      const first = await hears(seat, /Round trip$/)
      expect((await seat.reply(first, { text: 'From the seat' })).status).toBe('accepted')
      const got = await mailTo('amy@mail.test', 'From the seat')
      expect([headOf(got, 'In-Reply-To'), headOf(got, 'Subject')]).toEqual([id, 'Re: Order 1'])
      expect(headOf(got, 'References')).toContain(id)
      await servers.send('amy@mail.test', SHOP, mail('Thank you, seat', { 'In-Reply-To': headOf(got, 'Message-ID'), References: `${id} ${headOf(got, 'Message-ID')}`, Subject: 'Something else' }))
      const second = await hears(seat, /Thank you, seat$/)
      expect([second.conversationId, second.seq]).toEqual([first.conversationId, 3])

      // And the other way in: words left in the web chat while nobody was there.
      const visitor = await site.visitor()
      expect((await visitor.call('hello', { after: 0, language: 'en' })).mail).toBe(true)
      expect(await visitor.call('leave', { id: v7(), name: 'Bob', email: 'Bob@mail.test', phone: null, text: 'Left in the chat' })).toMatchObject({ answer: 'mail' })
      const left = await hears(seat, /^Left in the chat$/)
      await seat.reply(left, { text: 'Answered by mail' })
      const answer = await mailTo('bob@mail.test', 'Answered by mail')
      expect(headOf(answer, 'Subject')).toBe('Re: Your message to Small shop')
      await servers.send('bob@mail.test', SHOP, mail('Bob by mail', { From: 'Bob <bob@mail.test>', 'In-Reply-To': headOf(answer, 'Message-ID') }))
      const byMail = await hears(seat, /Bob by mail$/)
      expect(byMail.conversationId).toBe(left.conversationId)
      await eventually(() => { expect(visitor.messages.map(({ text }) => text)).toEqual(expect.arrayContaining(['Answered by mail', byMail.text])) })
      // Back at the page, they read it there: no mail.
      await visitor.say('I am here now')
      expect(await seat.reply(await hears(seat, /^I am here now$/), { text: 'In the chat alone\n\nas two messages', apart: true })).toMatchObject({ apart: true })
      await visitor.call('leave', { id: v7(), name: 'Bob', email: 'bob@mail.test', phone: null, text: 'Gone again' })
      expect(await seat.reply(await hears(seat, /^Gone again$/), { text: 'The last word\n\nin one mail', apart: true })).not.toHaveProperty('apart')
      expect(await mailTo('bob@mail.test', 'The last word')).toContain('in one mail')
      expect(servers.mails('bob@mail.test').filter((one) => one.includes('In the chat alone'))).toEqual([])
    })
  })

  test('ML-14 an automatic answer says so in its head, so that an absence note leaves it alone (two machines)', async () => {
    await start()
    const threadId = await written('bob@mail.test', 'Any news?')
    expect(await connector.deliver(reply(threadId, 'Soon', { author: { kind: 'autopilot', name: '' } }))).toMatchObject({ state: 'sent' })
    await eventually(() => { expect(servers.mails('bob@mail.test').at(-1)).toContain('Auto-Submitted: auto-replied') })
  })

  test('ML-15 a mailbox that is set up today brings none of its past; what came while it was stopped comes at the next start, once', async () => {
    servers.drop(mail('years ago'), new Date(Date.now() - 3_600_000))
    await start()
    await connector.stop()
    servers.drop(mail('while away'))
    await start()
    await heard('while away')
    expect(host.received.map((message) => message.text)).toEqual(['while away'])
  })

  test('ML-16 a mail is handed over before the mark moves: when the gateway fails in between it comes again, when it was kept already it is a duplicate (a mail is lost or doubled)', async () => {
    await start()
    host.failing = () => new Error('the disk is full')
    await servers.send('amy@mail.test', SHOP, mail('keep me'))
    await eventually(() => { expect(host.given.length).toBeGreaterThan(0) })
    expect(host.received).toEqual([])
    host.failing = null
    await heard('keep me')
    const kept = host.state.get('cursor')
    await connector.stop()
    const cursor = JSON.parse(kept ?? '') as { uid: number }
    host.state.set('cursor', JSON.stringify({ ...cursor, uid: cursor.uid - 1 }))
    const given = host.given.length
    await start()
    await eventually(() => { expect(host.given).toHaveLength(given + 1) })
    expect(host.received).toHaveLength(1)
  })

  test('ML-16 what the gateway will never take goes to the dead letters and the next one comes (one mail holds up all)', async () => {
    await start()
    host.failing = () => new AppError({ code: 'bad-request', retryable: false, say: { zh: '不行', en: 'No' } })
    await servers.send('amy@mail.test', SHOP, mail('never'))
    await eventually(() => { expect(host.dead).toHaveLength(1) })
    expect(host.dead[0]).toMatchObject({ why: { en: 'No' } })
    host.failing = null
    await written('amy@mail.test', 'the next one')
    const [letter] = host.dead
    expect(await connector.again?.(letter ?? { externalId: null, body: '' })).toBeNull()
    await heard('never')
    expect((await connector.again?.({ externalId: '1.1', body: '' }))?.en).toContain('no longer in the folder')
  })

  test('ML-17 the incoming server dies and comes back: it is said in words, what came meanwhile is read, and its trouble is over', async () => {
    await start()
    await servers.stopImap()
    await eventually(() => { expect(host.healths.at(-1)?.en).toContain('does not answer') })
    servers.drop(mail('in the dark'))
    await servers.startImap()
    await heard('in the dark')
    await eventually(() => { expect(host.healths.at(-1)).toBeNull() })
  })

  test('ML-17 a server that numbers its mails anew: none is lost, those taken before are duplicates', async () => {
    await start()
    await written('amy@mail.test', 'before the crash')
    await servers.stopImap()
    servers.renumber()
    servers.drop(mail('after the crash'))
    await servers.startImap()
    await heard('after the crash')
    const first = host.received[0]?.externalId
    await eventually(() => { expect(host.given.filter((id) => id === first)).toHaveLength(2) })
    expect(host.received.filter((message) => message.text === 'before the crash')).toHaveLength(1)
  })

  test('ML-18 a line cut behind the last byte is unsure, and the mail did go out; one cut inside the mail is tried again (a customer gets everything twice)', async () => {
    const proxy = await new CutProxy(servers.ports.smtp).open()
    await start({ smtpPort: proxy.port })
    const threadId = await written('bob@mail.test', 'cut me')
    const before = servers.mails('bob@mail.test').length
    proxy.cut = 'middle'
    // Larger than what the system takes off the hands of a sender.
    const large = Buffer.alloc(7 * 1024 * 1024, 1)
    const outbound = reply(threadId, 'a picture', { attachments: [{ sha256: 'a'.repeat(64), type: 'image/png', bytes: large.length, read: async () => large }] })
    expect(await connector.deliver(outbound)).toMatchObject({ state: 'retry' })
    proxy.cut = 'answer'
    expect(await connector.deliver({ ...outbound, attempt: 2 })).toMatchObject({ state: 'unsure' })
    expect(proxy.cuts).toBe(2)
    await eventually(() => { expect(servers.mails('bob@mail.test')).toHaveLength(before + 1) })
    await proxy.close()
  })

  test('ML-18 a reply that is known to have gone out is not sent again, whoever asks (a gateway that stopped before its own note of it)', async () => {
    await start()
    const threadId = await written('bob@mail.test', 'kill me')
    const outbound = reply(threadId, 'Once only')
    const before = servers.mails('bob@mail.test').length
    const first = await connector.deliver(outbound)
    expect(first).toMatchObject({ state: 'sent' })
    expect(await connector.deliver({ ...outbound, attempt: 2 })).toEqual(first)
    await eventually(() => { expect(servers.mails('bob@mail.test')).toHaveLength(before + 1) })
  })

  test('ML-19 a refused address is failed, a full queue is tried again, a wrong password is tried later and told as trouble, each in words', async () => {
    await start()
    const refused = await written('refused@mail.test', 'refuse me')
    expect(await connector.deliver(reply(refused, 'no'))).toMatchObject({ state: 'failed', why: { en: expect.stringContaining('no such mailbox here') as string } })
    const later = await written('later@mail.test', 'defer me')
    expect(await connector.deliver(reply(later, 'no'))).toMatchObject({ state: 'retry', why: { zh: expect.stringContaining('come back later') as string } })
    await connector.stop()
    await start({ smtpPassword: 'wrong' })
    expect(await connector.deliver(reply(later, 'no'))).toMatchObject({ state: 'retry', afterMs: 600_000, why: { en: expect.stringContaining('is refused') as string } })
    expect(host.healths.at(-1)?.zh).toContain('授权码')
    await connector.stop()
    await start({ smtpPort: 1 })
    expect(await connector.deliver(reply(later, 'no'))).toMatchObject({ state: 'retry', why: { en: expect.stringContaining('127.0.0.1:1 does not answer') as string } })
    expect(await connector.deliver(reply('f'.repeat(24), 'no'))).toMatchObject({ state: 'failed' })
  })

  test('ML-10 a real bounce is told at the reply that came back', async () => {
    await start()
    const threadId = await written('gone@mail.test', 'I am leaving')
    const sent = await connector.deliver(reply(threadId, 'too late'))
    await eventually(() => { expect(host.bounced).toHaveLength(1) })
    expect(host.bounced[0]).toEqual({ threadId, externalId: sent.state === 'sent' ? sent.externalId : '', why: { zh: '对方没有这个邮箱地址（5.1.1）。', en: 'There is no such address (5.1.1).' } })
  })

  test('ML-11 hostile mail lies with the dead letters and what comes after it is read: 50 MB, ten thousand headers, four hundred parts inside one another', async () => {
    await start()
    servers.drop(mail(`${'x'.repeat(76)}\r\n`.repeat(680_000)))
    servers.drop(mail('many', Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`X-Header-${n}`, 'y'.repeat(30)]))))
    servers.drop(`From: amy@mail.test\r\n${Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')}\r\n`)
    servers.drop(mail('still well'))
    await heard('still well')
    expect(host.dead.map((letter) => letter.why.en.slice(0, 24)).sort()).toEqual(['This mail cannot be read', 'This mail cannot be read', 'This mail is larger than'])
    expect(host.dead.every(({ body }) => body.length <= 256 * 1024)).toBe(true)
  })

  test('ML-20 a flood of one sender is taken up to its limit and told once; nobody else waits behind it, and nothing leaves the mailbox', async () => {
    await start()
    const before = servers.mails(SHOP).length
    for (let n = 0; n < 60; n++) servers.drop(mail(`flood ${n}`, { From: 'flood@evil.test' }))
    servers.drop(mail('one of many'))
    await heard('one of many')
    expect(host.received.filter(({ sender }) => sender.externalId === 'flood@evil.test')).toHaveLength(40)
    expect(host.dead).toHaveLength(1)
    expect(servers.mails(SHOP)).toHaveLength(before + 61)
  })

  test('ML-21 the form\'s test says which of the lines is wrong and what to do, over TLS and STARTTLS too; the password is in none of its words', async () => {
    const tryOut = (over: object) => emailKind.test(settings(over), { clock: host.clock, log: host.log })
    await start()
    const tls = { imapHost: 'localhost', imapPort: servers.ports.imaps, imapSecurity: 'tls', smtpHost: 'localhost', smtpPort: servers.ports.smtps, smtpSecurity: 'tls', ca: servers.ca }
    expect(await tryOut({})).toBeNull()
    expect(await tryOut(tls)).toBeNull()
    expect(await tryOut({ ...tls, imapPort: servers.ports.imap, imapSecurity: 'starttls', smtpPort: servers.ports.smtp, smtpSecurity: 'starttls' })).toBeNull()
    const wrong: [object, string][] = [
      [{ imapHost: 'no-such-host.invalid', imapSecurity: 'tls' }, 'There is no server no-such-host.invalid'],
      [{ imapPort: 1 }, '127.0.0.1:1 does not answer'],
      [{ ...tls, ca: '' }, 'No encrypted connection'],
      [{ ...tls, imapPort: servers.ports.imap }, 'No encrypted connection'],
      [{ imapPassword: 's3cret-wrong' }, 'refused by the incoming server'],
      [{ folder: 'Nowhere' }, 'no folder “Nowhere”'],
      [{ smtpHost: 'no-such-host.invalid', smtpSecurity: 'tls' }, 'There is no server no-such-host.invalid'],
      [{ smtpPort: 1 }, '127.0.0.1:1 does not answer'],
      [{ smtpPassword: 's3cret-wrong' }, 'refused by the outgoing server'],
      [{ smtpHost: 'localhost', smtpPort: servers.ports.smtps, smtpSecurity: 'tls' }, 'No encrypted connection'],
    ]
    for (const [over, words] of wrong) {
      const said = await tryOut(over)
      expect(said?.en).toContain(words)
      expect(JSON.stringify(said)).not.toContain('s3cret')
    }
  })
}

test('ML-22 a password goes in clear text to this machine only (a password on the network)', () => {
  const base = { imapHost: 'imap.x.test', imapUser: 'u', imapPassword: 'p', smtpHost: 'smtp.x.test', smtpUser: 'u', smtpPassword: 'p', fromAddress: SHOP }
  expect(EmailSettings.safeParse(base).success).toBe(true)
  for (const over of [{ imapSecurity: 'plain' }, { smtpSecurity: 'plain' }, { imapSecurity: 'plain', imapHost: '127.0.0.1.evil.test' }]) expect(EmailSettings.safeParse({ ...base, ...over }).success).toBe(false)
  expect(EmailSettings.safeParse({ ...base, imapSecurity: 'plain', imapHost: 'localhost', smtpSecurity: 'plain', smtpHost: '127.0.0.1' }).success).toBe(true)
})

/** A whole gateway with the mailbox as a channel, and a seat at it. */
async function withGateway(work: (site: Site, seat: Seat) => Promise<void>): Promise<void> {
  const site = await openSite({ clock: systemClock })
  try {
    const seat = await site.seat({ protocol: '1.3' })
    await seat.call('live', {})
    await seat.call('channels.save', { id: v7(), kind: 'email', name: 'Mail', values: servers.settings(), enabled: true })
    await work(site, seat)
  } finally {
    await site.remove()
  }
}

async function hears(seat: Seat, text: RegExp) {
  await eventually(() => { expect(seat.events.some(({ change }) => change.type === 'message' && text.test(change.message.text))).toBe(true) })
  const found = seat.events.map(({ change }) => change).find((change) => change.type === 'message' && text.test(change.message.text))
  if (found?.type !== 'message') throw new Error('not heard')
  return found.message
}

async function mailTo(user: string, words: string): Promise<string> {
  await eventually(() => { expect(servers.mails(user).some((one) => one.includes(words))).toBe(true) })
  return servers.mails(user).find((one) => one.includes(words))?.replace(/\r?\n[ \t]+/g, ' ') ?? ''
}

const headOf = (raw: string, name: string): string => new RegExp(`^${name}: (.*?)\\r?$`, 'im').exec(raw)?.[1] ?? ''
