import MailComposer from 'nodemailer/lib/mail-composer'
import type { Outbound } from '../connector.ts'
import type { EmailSettings } from './settings.ts'
import { replySubject, type Thread } from './thread.ts'

/** A reply as the bytes that go out: plain words, and the same as the simplest HTML. */
export async function composeReply(settings: EmailSettings, outbound: Outbound, thread: Thread, ids: { messageId: string; answers: string | null }): Promise<Buffer> {
  const references = [...thread.references.filter((id) => id !== ids.answers), ...(ids.answers === null ? [] : [ids.answers])]
  const attachments = await Promise.all(outbound.attachments.map(async (picture, index) => ({
    filename: `${index + 1}.${picture.type.slice('image/'.length)}`, contentType: picture.type, content: await picture.read(),
  })))
  const mail = new MailComposer({
    from: { name: settings.fromName, address: settings.fromAddress },
    to: { name: thread.to.toLowerCase() === thread.address ? thread.name : '', address: thread.to },
    subject: replySubject(outbound.subject ?? thread.subject),
    messageId: ids.messageId,
    ...(ids.answers === null ? {} : { inReplyTo: ids.answers }),
    ...(references.length === 0 ? {} : { references }),
    date: new Date(outbound.at),
    text: outbound.text,
    html: asHtml(outbound.text),
    attachments,
    // RFC 3834: absence notes leave an automatic answer alone.
    headers: outbound.author.kind === 'autopilot' ? { 'Auto-Submitted': 'auto-replied' } : {},
    disableFileAccess: true, disableUrlAccess: true,
  })
  return mail.compile().build()
}

function asHtml(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
  return `<div>${escaped.replace(/\r\n?|\n/g, '<br>\n')}</div>`
}
