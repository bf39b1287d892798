import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe } from 'vitest'
import { emailKind } from '../../src-gateway/channels/email/email.ts'
import type { ConnectorKind } from '../../src-gateway/channels/connector.ts'
import { CutProxy } from '../support/cut-proxy.ts'
import { MailServers, whyNoMailServers } from '../support/mail-server.ts'
import { connectorContract, type OtherSide, type Written } from './connector-suite.ts'

const SHOP = 'shop@shop.test'
const CUSTOMERS = { 'thread-a': 'amy@mail.test', 'thread-b': 'bob@mail.test' } as const
const WRITTEN_AT = new Date(1_700_000_000_000).toUTCString()

const why = whyNoMailServers()
if (why !== null) process.stderr.write(`\nNOT TESTED: ${why}\n\n`)
else describe('email over Dovecot and Exim', () => {
  let servers: MailServers
  beforeAll(async () => { servers = await MailServers.open() })
  afterAll(() => servers.close())
  connectorContract({ name: 'email', kind: emailKind as ConnectorKind, open: () => openMail(servers) })
})

const addressOf = (threadId: string): string => Object.entries(CUSTOMERS).find(([thread]) => thread === threadId)?.[1] ?? `${threadId}@mail.test`

/** The same message twice is the same bytes twice; all of a thread refer to one root, in whatever order they come. */
function mailOf({ externalId, threadId, name, text }: Written): string {
  return [
    `From: ${name} <${addressOf(threadId)}>`, `To: ${SHOP}`, `Subject: Order of ${threadId}`, `Date: ${WRITTEN_AT}`,
    `Message-ID: <${externalId}@mail.test>`, `References: <root.${threadId}@mail.test>`, '', text, '',
  ].join('\r\n')
}

async function openMail(servers: MailServers): Promise<OtherSide> {
  for (const user of [SHOP, ...Object.values(CUSTOMERS)]) servers.empty(user)
  const proxy = await new CutProxy(servers.ports.smtp).open()
  const drop = (raw: string | Buffer) => async () => { servers.drop(raw) }
  const head = `From: Eve <eve@mail.test>\r\nTo: ${SHOP}\r\nMessage-ID: <hostile@mail.test>\r\n`
  return {
    settings: () => servers.settings({ smtpPort: proxy.port }),
    hookAt: () => undefined,
    async write(messages) { for (const message of messages) await servers.send(addressOf(message.threadId), SHOP, mailOf(message)) },
    // What the servers do takes its time, whatever the clock of the test says.
    rest: () => pause(10),
    arrived: () => Object.entries(CUSTOMERS).flatMap(([threadId, user]) => servers.mails(user).map((raw) => ({ threadId, raw, at: servers.takenAt(raw) })))
      .sort((one, other) => one.at - other.at).map(({ threadId, raw }) => ({ threadId, text: plainPart(raw) })),
    async down() { await Promise.all([servers.stopImap(), servers.stopSmtp()]) },
    async up() { await Promise.all([servers.startImap(), servers.startSmtp()]) },
    refuseNext: () => { servers.refuseNext() },
    cutNext(taken) { proxy.cutOnce(taken) },
    hostile: [
      { name: 'nothing', send: drop('') },
      { name: 'bytes', send: drop(Buffer.from([0xff, 0xfe, 0, 1, 2, 13, 10, 0, 0x80])) },
      { name: 'no sender', send: drop('Subject: x\r\n\r\nno sender\r\n') },
      { name: 'no end of the head', send: drop(`${head}Subject: ${'x'.repeat(300_000)}`) },
      { name: 'ten thousand headers', send: drop(`${head}${Array.from({ length: 10_000 }, (_, n) => `X-Header-${n}: ${'y'.repeat(30)}`).join('\r\n')}\r\n\r\nmany\r\n`) },
      { name: 'deep', send: drop(`${head}${Array.from({ length: 400 }, (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`).join('')}\r\n`) },
      { name: 'an encoding that nobody knows', send: drop(`${head}Content-Type: text/plain; charset=x-none\r\nContent-Transfer-Encoding: base65\r\n\r\n=?x?\r\n`) },
      { name: 'a bounce of nothing', send: drop(`From: mailer-daemon@mail.test\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n--r\r\nContent-Type: message/delivery-status\r\n\r\nStatus: \r\n--r--\r\n`) },
    ],
    async close() { await proxy.close() },
  }
}

/** Words of the plain part, as a mail program shows them. */
const plainPart = (raw: string): string => /Content-Type: text\/plain[^]*?\r?\n\r?\n([^]*?)\r?\n--/.exec(raw)?.[1] ?? ''
