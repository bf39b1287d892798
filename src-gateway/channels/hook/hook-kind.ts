import { z } from 'zod'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { visitorLimit } from '../web-chat/limits.ts'
import type { Connector, ConnectorHost, ConnectorKind, HookAnswer, HookRequest } from '../connector.ts'
import { readHookMessage, toInbound } from './body.ts'
import { postSigned, sendReplyOut } from './send.ts'
import { DELIVERY_HEADER, signatureTrouble } from './signature.ts'

/** Messages of one sender in a while; who sends more is asked to come again, others are not. */
const PER_SENDER = { count: 60, windowMs: 60_000 }
const COME_AGAIN = JSON.stringify({ error: 'rate-limited', retryAfterSeconds: 60 })

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

export const HookSettings = z.object({
  secret: z.string().min(16).max(200),
  /** Where replies are posted. Without TLS only on this machine. */
  url: z.url({ protocol: /^https?$/ }).max(500).refine((url) => url.startsWith('https:') || LOOPBACK.has(new URL(url).hostname)),
  trustCustomerId: z.boolean().default(false),
})
export type HookSettings = z.infer<typeof HookSettings>

const MALFORMED: LocalText = { zh: '对方系统发来的内容读不懂（不是约定的 JSON）。', en: 'What the other system posted cannot be read: it is not the JSON that was agreed.' }
const NOT_REACHED: LocalText = { zh: '这个地址连接不上。请检查地址，以及对方系统是否在运行。', en: 'This address cannot be reached. Check it, and whether the other system is running.' }
const NOT_TAKEN = (status: number): LocalText => ({
  zh: `对方系统收到了测试，但没有接受（HTTP ${status}）。请检查密钥两边是否一致、地址是否正确。`,
  en: `The other system got the test and did not take it (HTTP ${status}). Check that both sides hold the same secret, and the address.`,
})

const answer = (status: number, body: object): HookAnswer => ({ status, type: 'application/json; charset=utf-8', body: JSON.stringify(body) })

class HookConnector implements Connector {
  private readonly mayWrite = visitorLimit(() => this.host.clock.now(), PER_SENDER)

  constructor(private readonly settings: HookSettings, private readonly host: ConnectorHost) {}

  async start(): Promise<void> {
    await Promise.resolve()
  }

  async stop(): Promise<void> {
    await Promise.resolve()
  }

  deliver(outbound: Parameters<Connector['deliver']>[0]): ReturnType<Connector['deliver']> {
    return sendReplyOut({ url: this.settings.url, secret: this.settings.secret, nowMs: this.host.clock.now() }, outbound)
  }

  async hook({ method, path, headers, body }: HookRequest): Promise<HookAnswer> {
    if (method !== 'POST' || path !== '') return answer(404, { error: 'not-found' })
    const trouble = signatureTrouble(this.settings.secret, headers, body, this.host.clock.now())
    if (trouble !== null) {
      this.host.log.warn({ trouble }, 'a webhook was refused')
      return answer(401, { error: trouble })
    }
    const text = body.toString('utf8')
    const message = readHookMessage(text)
    if (message === null) {
      await this.host.deadLetter({ externalId: headers[DELIVERY_HEADER] ?? null, why: MALFORMED, body: text })
      // Taken all the same: sent again it would not become readable.
      return answer(422, { error: 'malformed' })
    }
    if (!this.mayWrite(message.sender.id)) return { status: 429, type: 'application/json; charset=utf-8', body: COME_AGAIN }
    const { duplicate } = await this.host.receive(toInbound(message, this.host.clock.now(), this.settings.trustCustomerId))
    return answer(200, { ok: true, duplicate })
  }

  async again({ body }: { body: string }): Promise<LocalText | null> {
    const message = readHookMessage(body)
    if (message === null) return MALFORMED
    await this.host.receive(toInbound(message, this.host.clock.now(), this.settings.trustCustomerId))
    return null
  }
}

/** Any system that can sign and post JSON: docs/channels.md. */
export const hookKind: ConnectorKind<HookSettings> = {
  channel: 'hook',
  settings: HookSettings,
  secrets: ['secret'],
  idempotent: true,
  form: {
    kind: 'hook', hook: true,
    title: { zh: '签名 Webhook', en: 'Signed webhook' },
    about: { zh: '连接任何能收发签名 JSON 的系统，例如自建客服或 CRM。', en: 'Connects any system that can post signed JSON, such as a service desk or CRM of your own.' },
    steps: [
      { zh: '在对方系统里生成一个至少 16 位的密钥，两边填同一个。', en: 'Make a secret of at least 16 characters; both sides hold the same one.' },
      { zh: '保存后，把这里显示的接收地址填到对方系统。', en: 'After saving, give the other system the address that is shown here.' },
    ],
    fields: [
      { name: 'url', type: 'text', required: true, label: { zh: '回复发送到', en: 'Post replies to' }, hint: { zh: '必须是 https；只有本机地址可以用 http。', en: 'Has to be https; plain http only on this machine.' }, example: 'https://crm.example/deskmate' },
      { name: 'secret', type: 'secret', required: true, label: { zh: '签名密钥', en: 'Signing secret' }, hint: { zh: '至少 16 个字符。', en: 'At least 16 characters.' } },
      { name: 'trustCustomerId', type: 'yes-no', rare: true, initial: false, label: { zh: '相信对方给出的顾客编号', en: 'Believe the customer ids it gives' }, hint: { zh: '只有对方已核实顾客身份时才打开：打开后会直接显示该顾客的订单。', en: 'Only where the other system has made sure who the customer is: their orders are shown at once.' } },
    ],
  },
  async test({ url, secret }, { clock }) {
    try {
      const response = await postSigned({ url, secret, nowMs: clock.now() }, JSON.stringify({ kind: 'test' }), 'test')
      return response.ok ? null : NOT_TAKEN(response.status)
    } catch {
      return NOT_REACHED
    }
  },
  create: (settings, host) => new HookConnector(settings, host),
}
