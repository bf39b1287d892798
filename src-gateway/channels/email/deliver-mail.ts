import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ConnectorHost, Delivery, Outbound } from '../connector.ts'
import { composeReply } from './compose.ts'
import type { EmailSettings } from './settings.ts'
import { type Submitted, submit } from './submit.ts'
import { messageIdIn, ownMessageId, Thread, threadKey } from './thread.ts'
import type { Trouble } from './trouble.ts'

/** A refused password is not tried again sooner: providers lock accounts. Milliseconds. */
const PASSWORD_PAUSE = 10 * 60_000

const NO_THREAD: LocalText = { zh: '不知道这个会话的邮箱地址，没有发送。', en: 'The address of this conversation is not known; nothing was sent.' }
const UNSURE: LocalText = { zh: '邮件已经交出去，但连接在服务器确认之前断了：可能已经发出。请先看对方是否收到，再决定要不要重发。', en: 'The mail was handed over, but the line broke before the server confirmed it: it may have gone out. Check before it is sent again.' }

export interface MailOut {
  settings: EmailSettings
  host: ConnectorHost
  /** Makes and knows our own message ids. */
  key: string
  /** How the outgoing line stands; null: well. */
  line(trouble: Trouble | null): void
  /** Keeps a copy of what was sent; never fails. */
  keep(raw: Buffer): void
}

/**
 * One try to send one reply. What is known to have gone out is not sent again, whoever asks: the gateway may have been
 * stopped after the server's answer and before its own note of it.
 */
export async function deliverMail(out: MailOut, outbound: Outbound): Promise<Delivery> {
  const { settings, host, key } = out
  const done = `sent:${outbound.messageId}`
  const messageId = ownMessageId(outbound, key, settings.fromAddress)
  if (await host.get(done) !== null) return { state: 'sent', externalId: messageId }
  const kept = Thread.safeParse(JSON.parse(await host.get(threadKey(outbound.threadId)) ?? 'null'))
  if (!kept.success) return { state: 'failed', why: NO_THREAD }
  const thread = kept.data
  const answers = messageIdIn(outbound.quoteExternalId) ?? messageIdIn(outbound.lastExternalId) ?? thread.references.at(-1) ?? null
  const raw = await composeReply(settings, outbound, thread, { messageId, answers })
  const submitted = await submit(settings, { from: settings.fromAddress, to: thread.to }, raw)
  if (submitted.state !== 'later' || submitted.trouble === null) out.line(null)
  if (submitted.state === 'sent') {
    await host.set(done, '1')
    out.keep(raw)
    return { state: 'sent', externalId: messageId }
  }
  if (submitted.state === 'later' && submitted.trouble !== null) out.line(submitted.trouble)
  return answerOf(submitted)
}

function answerOf(submitted: Exclude<Submitted, { state: 'sent' }>): Delivery {
  switch (submitted.state) {
    case 'unsure': return { state: 'unsure', why: UNSURE }
    case 'refused': return { state: 'failed', why: refusal(submitted.at, submitted.response) }
    case 'later': {
      if (submitted.trouble !== null) return { state: 'retry', why: submitted.trouble.why, ...(submitted.trouble.kind === 'password' ? { afterMs: PASSWORD_PAUSE } : {}) }
      return { state: 'retry', why: { zh: `邮件服务器暂时不收，稍后自动重试。服务器的原话：${submitted.response}`, en: `The mail server takes no mail just now; it will be tried again. It said: ${submitted.response}` } }
    }
  }
}

function refusal(at: 'sender' | 'recipient' | 'content', response: string): LocalText {
  const said: LocalText = response === '' ? { zh: '', en: '' } : { zh: `服务器的原话：${response}`, en: ` The server said: ${response}` }
  switch (at) {
    case 'sender': return { zh: `服务器不让用这个发件地址发信，请检查渠道设置里的发件地址。${said.zh}`, en: `The server lets this sender address send nothing: check the sender address in the channel's settings.${said.en}` }
    case 'recipient': return { zh: `顾客的邮箱地址被拒收，邮件没有发出。${said.zh}`, en: `The customer's address was refused; the mail did not go out.${said.en}` }
    case 'content': return { zh: `服务器拒收这封邮件的内容，邮件没有发出。${said.zh}`, en: `The server refused this mail's content; it did not go out.${said.en}` }
  }
}
