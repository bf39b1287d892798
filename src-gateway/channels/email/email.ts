import { randomBytes } from 'node:crypto'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import { describeError } from '../../../src-shared/errors.ts'
import type { Connector, ConnectorHost, ConnectorKind } from '../connector.ts'
import { deliverMail } from './deliver-mail.ts'
import { createMailbox, type Mailbox, tryMailbox } from './mailbox.ts'
import { EMAIL_FORM } from './form.ts'
import { EMAIL_SECRETS, EmailSettings } from './settings.ts'
import { trySmtp } from './submit.ts'
import type { Line, Trouble } from './trouble.ts'

/** Email: one mailbox read over IMAP, answers sent over SMTP. */
export const emailKind: ConnectorKind<EmailSettings> = {
  channel: 'email',
  form: EMAIL_FORM,
  settings: EmailSettings as ConnectorKind<EmailSettings>['settings'],
  secrets: EMAIL_SECRETS,
  // SMTP has no way to say "this one again": a mail handed over twice is two mails.
  idempotent: false,
  async test(settings) {
    return (await tryMailbox(settings))?.why ?? (await trySmtp(settings))?.why ?? null
  },
  create: (settings, host) => new EmailConnector(settings, host),
}

class EmailConnector implements Connector {
  private mailbox: Mailbox | null = null
  private readonly troubles: Record<Line, Trouble | null> = { imap: null, smtp: null }
  private told: LocalText | null = null
  private readonly keeping = new Set<Promise<void>>()

  constructor(private readonly settings: EmailSettings, private readonly host: ConnectorHost) {}

  async start(): Promise<void> {
    const into = { host: this.host, key: await this.key(), ownAddress: this.settings.fromAddress }
    this.mailbox = createMailbox(this.settings, into, (trouble) => { this.line('imap', trouble) })
    await this.mailbox.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.keeping)
    await this.mailbox?.stop()
    this.mailbox = null
  }

  async deliver(outbound: Parameters<Connector['deliver']>[0]): ReturnType<Connector['deliver']> {
    try {
      return await deliverMail({
        settings: this.settings, host: this.host, key: await this.key(),
        line: (trouble) => { this.line('smtp', trouble) },
        keep: (raw) => { this.keep(raw) },
      }, outbound)
    } catch (error) {
      this.host.log.error({ err: describeError(error) }, 'a mail could not be prepared')
      return { state: 'retry', why: { zh: '网关内部出错，邮件还没有发出，稍后自动重试。', en: 'Something went wrong in the gateway; the mail has not gone out and will be tried again.' } }
    }
  }

  async again({ externalId }: { externalId: string | null }): Promise<LocalText | null> {
    return await this.mailbox?.again(externalId) ?? null
  }

  private keep(raw: Buffer): void {
    const kept = (this.mailbox?.keepSent(raw) ?? Promise.resolve()).finally(() => { this.keeping.delete(kept) })
    this.keeping.add(kept)
  }

  /** Made at the first start, kept with the connector's state: hex. */
  private async key(): Promise<string> {
    const kept = await this.host.get('key')
    if (kept !== null) return kept
    const made = randomBytes(32).toString('hex')
    await this.host.set('key', made)
    return made
  }

  private line(which: Line, trouble: Trouble | null): void {
    this.troubles[which] = trouble
    const why = this.troubles.imap?.why ?? this.troubles.smtp?.why ?? null
    if (why?.en === this.told?.en) return
    this.told = why
    this.host.health(why)
  }
}
