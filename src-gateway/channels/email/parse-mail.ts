import { simpleParser } from 'mailparser'
import { htmlToText } from './html-text.ts'

/** Header bytes and parts beyond which a mail is not read but laid aside. */
const LIMITS = { maxHeadSize: 256 * 1024, maxChildNodes: 200 }
/** Most message ids kept of `References`. */
const MAX_REFERENCES = 20
const MAX_ATTACHMENTS = 20

export interface MailFile { name: string; type: string; bytes: Buffer }

/** One mail, read. Everything in it is the sender's word. */
export interface Mail {
  /** With its angle brackets; null: it has none. */
  messageId: string | null
  /** Ids that it refers to, oldest first, `In-Reply-To` last, each once. */
  references: string[]
  from: { address: string; name: string } | null
  /** Where an answer is wanted, if not at `from`. */
  replyTo: string | null
  subject: string
  /** By its `Date`, milliseconds; null: none that can be read. */
  at: number | null
  /** The whole text, older mail included. */
  text: string
  files: MailFile[]
  /** Values of a header, unfolded, by its lower-case name. */
  header(name: string): string[]
  /** Parts of a delivery report (RFC 3464): the status and the headers of the mail that it is about. */
  report: { status: string; original: string } | null
}

/** @throws whatever the parser throws at a mail that cannot be read: too many parts, a header block without an end. */
export async function parseMail(raw: Buffer): Promise<Mail> {
  const mail = await simpleParser(raw, {
    ...LIMITS, skipHtmlToText: true, skipTextToHtml: true, keepCidLinks: true, keepDeliveryStatus: true, ignoreEmbedded: true, checksumAlgo: false,
  } as Parameters<typeof simpleParser>[1])
  const headers = new Map<string, string[]>()
  for (const { key, line } of mail.headerLines) {
    const values = headers.get(key) ?? []
    if (values.length < 20) values.push(line.slice(line.indexOf(':') + 1).replace(/\r?\n[ \t]+/g, ' ').trim())
    headers.set(key, values)
  }
  const header = (name: string) => headers.get(name) ?? []
  const html = typeof mail.html === 'string' ? mail.html : ''
  const text = (mail.text ?? '').trim() === '' ? htmlToText(html) : mail.text ?? ''
  const from = mail.from?.value.find(({ address }) => (address ?? '').includes('@'))
  const replyTo = mail.replyTo?.value.find(({ address }) => (address ?? '').includes('@'))?.address
  const reportPart = (type: RegExp) => mail.attachments.find(({ contentType }) => type.test(contentType))?.content.toString('utf8').slice(0, 64 * 1024)
  const status = reportPart(/^message\/(?:global-)?delivery-status$/i)
  return {
    messageId: idsOf(header('message-id'))[0] ?? null,
    references: referencesOf(header('references'), header('in-reply-to')),
    from: from?.address === undefined ? null : { address: from.address.toLowerCase().slice(0, 320), name: from.name.slice(0, 200) },
    replyTo: replyTo === undefined ? null : replyTo.slice(0, 320),
    subject: (mail.subject ?? '').replace(/\s+/g, ' ').trim().slice(0, 300),
    at: mail.date !== undefined && Number.isFinite(mail.date.getTime()) && mail.date.getTime() >= 0 ? mail.date.getTime() : null,
    text: text.replace(/\r\n?/g, '\n').replace(/\u0000/g, ''),
    files: mail.attachments.filter(({ contentType }) => !/^message\/|^text\/rfc822-headers|^application\/(?:pgp|x?-?pkcs7)-/i.test(contentType)).slice(0, MAX_ATTACHMENTS)
      .map((part, index) => ({ name: fileName(part.filename, index), type: part.contentType.toLowerCase(), bytes: part.content })),
    header,
    report: status === undefined ? null : { status, original: reportPart(/^(?:message\/(?:rfc822|global|rfc822-headers)|text\/rfc822-headers)$/i) ?? '' },
  }
}

function fileName(name: string | undefined, index: number): string {
  const plain = (name ?? '').replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069/\\]/g, '_').trim().slice(-120)
  return plain === '' ? `attachment-${index + 1}` : plain
}

/** Message ids with their angle brackets; longer ones than any program makes are no ids. */
function idsOf(values: readonly string[]): string[] {
  return values.flatMap((value) => value.slice(0, 16_000).match(/<[^<>\s]{1,250}>/g) ?? [])
}

function referencesOf(references: readonly string[], inReplyTo: readonly string[]): string[] {
  const all = [...new Set([...idsOf(references), ...idsOf(inReplyTo)])]
  const answered = idsOf(inReplyTo)[0]
  const chain = answered === undefined ? all : [...all.filter((id) => id !== answered), answered]
  // The first one names the root, the last ones what is answered: those in between may go.
  return chain.length <= MAX_REFERENCES ? chain : [...chain.slice(0, 1), ...chain.slice(1 - MAX_REFERENCES)]
}
