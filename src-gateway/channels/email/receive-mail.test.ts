import { expect, test } from 'vitest'
import { MemoryHost } from '../../../tests/support/email-host.ts'
import { receiveMail } from './receive-mail.ts'
import { ownMessageId, replySubject } from './thread.ts'

const KEY = '11'.repeat(32)
const AT = Date.parse('2026-01-05T08:00:00Z')

const desk = () => {
  const host = new MemoryHost()
  return { host, take: (raw: string | Buffer) => receiveMail({ host, key: KEY, ownAddress: 'shop@shop.test' }, Buffer.from(raw), AT) }
}

/** A mail of these header lines, which replace the usual ones of the same name. */
function mail(headers: Record<string, string>, body = 'Where is my parcel?'): string {
  const all = { From: 'Amy <amy@mail.test>', To: 'shop@shop.test', Subject: 'Order 1', Date: 'Mon, 05 Jan 2026 07:00:00 +0000', 'Message-ID': '<a1@mail.test>', ...headers }
  return `${Object.entries(all).filter(([, value]) => value !== '').map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body}\r\n`
}

test('ML-1 the same mail taken in twice is one message under one id; the same message id with other words is another (a shop form\'s second customer is lost)', async () => {
  const { host, take } = desk()
  await take(mail({}))
  await take(mail({}))
  await take(mail({ From: 'Bob <bob@mail.test>' }, 'Mine is broken'))
  expect(host.given).toHaveLength(3)
  expect(host.received.map(({ text, sender }) => [text, sender.externalId])).toEqual([['Where is my parcel?', 'amy@mail.test'], ['Mine is broken', 'bob@mail.test']])
  expect(host.received[0]).toMatchObject({ from: 'customer', subject: 'Order 1', at: Date.parse('2026-01-05T07:00:00Z'), sender: { name: 'Amy', email: 'amy@mail.test' } })
  expect(host.received[0]).not.toHaveProperty('customerId')
})

test('ML-2 answers come to their thread by what they refer to, whichever header their program kept (a conversation for each mail)', async () => {
  const { host, take } = desk()
  await take(mail({}))
  const threadId = host.received[0]?.threadId ?? ''
  const ours = ownMessageId({ messageId: '0190', threadId }, KEY, 'shop@shop.test')
  await take(mail({ 'Message-ID': '<a2@mail.test>', References: '<a1@mail.test>' }, 'two'))
  await take(mail({ 'Message-ID': '<a3@mail.test>', 'In-Reply-To': ours, Subject: 'entirely other' }, 'three'))
  await take(mail({ 'Message-ID': '<a4@mail.test>', 'In-Reply-To': '<a3@mail.test>' }, 'four'))
  await take(mail({ 'Message-ID': '<a5@mail.test>', References: '<rewritten-by-the-provider@x.test>\r\n\t<a1@mail.test>' }, 'five'))
  await take(mail({ 'Message-ID': '<a6@mail.test>' }, 'The same subject, and no reference'))
  expect(host.received.slice(0, 5).map((message) => message.threadId)).toEqual(Array(5).fill(threadId))
  expect(host.received[5]?.threadId).not.toBe(threadId)
  expect(host.received.map(({ subject }) => subject)).toEqual(['Order 1', undefined, undefined, undefined, undefined, 'Order 1'])
})

test('ML-3 whoever got hold of a mail of somebody\'s thread, or forges our mark, does not get into it: they have a thread of their own, and one for all they write (a stranger is answered with another\'s order)', async () => {
  const { host, take } = desk()
  await take(mail({}))
  const threadId = host.received[0]?.threadId ?? ''
  const ours = ownMessageId({ messageId: '0190', threadId }, KEY, 'shop@shop.test')
  const forged = ownMessageId({ messageId: '0190', threadId }, '22'.repeat(32), 'shop@shop.test')
  await take(mail({ From: 'Eve <eve@evil.test>', 'Message-ID': '<e1@evil.test>', References: `<a1@mail.test> ${ours}` }, 'refund to me'))
  await take(mail({ From: 'Eve <eve@evil.test>', 'Message-ID': '<e2@evil.test>', References: `<a1@mail.test> ${ours} <e1@evil.test>` }, 'well?'))
  await take(mail({ From: 'Amy <amy@mail.test>', 'Message-ID': '<a9@mail.test>', 'In-Reply-To': forged }, 'nine'))
  const [, eve, again, amy] = host.received.map((message) => message.threadId)
  expect(eve).not.toBe(threadId)
  expect(again).toBe(eve)
  expect(amy).not.toBe(threadId)
  expect(JSON.parse(host.state.get(`thread:${threadId}`) ?? '')).toMatchObject({ address: 'amy@mail.test', to: 'amy@mail.test' })
})

test('ML-7 Chinese and Japanese mail in the charsets of its programs is read, in subject, name and body (signs instead of words)', async () => {
  const { host, take } = desk()
  // 你好 in GBK, GB18030 and Big5, 日本 in ISO-2022-JP.
  const words: [string, string, string][] = [['GBK', 'c4e3bac3', '你好'], ['gb2312', 'c4e3bac3', '你好'], ['GB18030', 'c4e3bac3', '你好'], ['Big5', 'a741a66e', '你好'], ['ISO-2022-JP', '1b2442467c4b5c1b2842', '日本']]
  for (const [charset, hex, text] of words) {
    const bytes = Buffer.from(hex, 'hex')
    const encoded = `=?${charset}?B?${bytes.toString('base64')}?=`
    const head = mail({ From: `${encoded} <amy@mail.test>`, Subject: encoded, 'Message-ID': `<${charset}@mail.test>`, 'Content-Type': `text/plain; charset=${charset}`, 'Content-Transfer-Encoding': '8bit' }, '')
    await take(Buffer.concat([Buffer.from(head), bytes]))
    expect(host.received.at(-1)).toMatchObject({ text, subject: text, sender: { name: text } })
  }
})

test('ML-8 pictures and files come with the message, with a name that is no path (a picture of the damage is missing)', async () => {
  const { host, take } = desk()
  const part = (type: string, name: string, body: string) => `--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`
  await take(mail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\nContent-Type: text/plain\r\n\r\nBroken, see picture\r\n${part('image/png', '../../crack.png', 'PNG')}${part('application/pdf', 'bill.pdf', 'PDF')}--b--`))
  expect(host.received[0]).toMatchObject({ text: 'Broken, see picture', attachments: [{ name: '.._.._crack.png', type: 'image/png', bytes: Buffer.from('PNG') }, { name: 'bill.pdf', type: 'application/pdf', bytes: Buffer.from('PDF') }] })
})

test('ML-9 absence notes, lists, newsletters and our own mail open no conversation and join none (two machines that answer one another)', async () => {
  const { host, take } = desk()
  const machines: Record<string, string>[] = [
    { 'Auto-Submitted': 'auto-replied' }, { Precedence: 'bulk' }, { Precedence: 'auto_reply' }, { 'X-Auto-Response-Suppress': 'All' }, { 'X-Autoreply': 'yes' },
    { 'List-Id': '<news.test>' }, { 'List-Unsubscribe': '<https://x.test>' }, { From: 'Shop <SHOP@shop.test>' }, { 'Return-Path': '<>' }, { From: 'MAILER-DAEMON@mail.test' },
  ]
  for (const headers of machines) await take(mail(headers))
  expect(host.given).toEqual([])
  await take(mail({ 'Auto-Submitted': 'no' }))
  expect(host.received).toHaveLength(1)
})

const report = (id: string, action: string, status: string) => mail({ From: 'Mail Delivery System <Mailer-Daemon@mx.test>', 'Auto-Submitted': 'auto-replied', 'Message-ID': '<b@mx.test>', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' },
  `--b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test\r\n\r\nAction: ${action}\r\nFinal-Recipient: rfc822;amy@mail.test\r\nStatus: ${status}\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: shop@shop.test\r\nMessage-ID: ${id}\r\nSubject: Re: Order 1\r\n\r\nOur words\r\n--b--`)

test('ML-10 a bounce is told at the reply that it is about, with its reason in words; a delay, a forged one and one of somebody else\'s mail are not (a conversation with the mail server)', async () => {
  const { host, take } = desk()
  const threadId = 'ab'.repeat(12)
  const id = ownMessageId({ messageId: '0190', threadId }, KEY, 'shop@shop.test')
  await take(report(id, 'failed', '5.2.2'))
  await take(report(id, 'failed', '5.7.26'))
  await take(report(id, 'failed', '5.9.9'))
  expect(host.bounced).toEqual([
    { threadId, externalId: id, why: { zh: '对方的邮箱满了（5.2.2）。', en: 'The mailbox is full (5.2.2).' } },
    { threadId, externalId: id, why: { zh: '对方的服务器把邮件当作不受欢迎的退了回来（5.7.26）。', en: 'The server of the address refuses our mail (5.7.26).' } },
    { threadId, externalId: id, why: { zh: '邮件被退回（5.9.9）。', en: 'The mail came back (5.9.9).' } },
  ])
  await take(report(id, 'delayed', '4.4.1'))
  await take(report(ownMessageId({ messageId: '0190', threadId }, '22'.repeat(32), 'shop@shop.test'), 'failed', '5.1.1'))
  await take(report('<other@shop.test>', 'failed', '5.1.1'))
  expect(host.bounced).toHaveLength(3)
  await take(mail({ From: 'PostMaster@qq.com', 'Message-ID': '<q@qq.com>' }, `您的邮件被退回 550 5.1.1\r\nMessage-ID: ${id}`))
  expect(host.bounced[3]).toEqual({ threadId, externalId: id, why: { zh: '对方没有这个邮箱地址（5.1.1）。', en: 'There is no such address (5.1.1).' } })
  expect(host.given).toEqual([])
})

test('ML-11 what cannot be read goes to the dead letters with its bytes and a reason, and no more (the mailbox stops at one mail)', async () => {
  const { host, take } = desk()
  const nested = (depth: number): string => (depth === 0 ? 'Content-Type: text/plain\r\n\r\nx' : `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested(depth - 1)}\r\n--b${depth}--`)
  await take(`From: amy@mail.test\r\n${nested(400)}`)
  await take(mail(Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`X-Header-${n}`, 'y'.repeat(30)]))))
  await take(mail({ From: '' }))
  await take('\u0000\u0001 not a mail at all')
  expect(host.dead.map(({ why }) => why.en.slice(0, 30))).toEqual(['This mail cannot be read (dama', 'This mail cannot be read (dama', 'This mail has no sender addres', 'This mail has no sender addres'])
  expect(host.dead[2]?.body).toContain('Where is my parcel?')
  await take(mail({ 'Content-Type': 'multipart/mixed; boundary=never' }, '--never\r\nContent-Type: text/plain\r\n\r\nThe boundary never ends'))
  await take(mail({ 'Content-Type': 'text/plain; charset=no-such-charset', 'Content-Transfer-Encoding': 'base64', 'Message-ID': '' }, '%%%'))
  expect(host.received[0]?.text).toBe('The boundary never ends')
  expect(host.received).toHaveLength(2)
})

test('ML-12 an answer carries one "Re:", in whatever language the marks before it were (Re: Re: 回复: Re:)', () => {
  expect(replySubject('Order 1')).toBe('Re: Order 1')
  expect(replySubject('回复： Re: RE[2]: 订单\r\nBcc: x@x.test')).toBe('Re: 订单 Bcc: x@x.test')
})
