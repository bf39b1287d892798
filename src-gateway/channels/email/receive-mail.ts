import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ConnectorHost } from '../connector.ts'
import { automaticKind } from './automatic.ts'
import { isPostmaster, readBounce } from './bounce.ts'
import { type Mail, parseMail } from './parse-mail.ts'
import { cutQuoted } from './quoted.ts'
import { externalIdOf, mailKey, newThreadId, readOwnMessageId, Thread, threadKey } from './thread.ts'

/** Bytes of a dead letter's text; the mail itself stays in the mailbox. */
export const DEAD_LETTER_BYTES = 256 * 1024
const MAX_KEPT_REFERENCES = 12

const UNREADABLE: LocalText = { zh: '这封邮件读不懂（格式损坏或层数过多），没有进会话；原信还在邮箱里。', en: 'This mail cannot be read (damaged, or nested too deeply) and opened no conversation. It is still in the mailbox.' }
const NO_SENDER: LocalText = { zh: '这封邮件没有发件人地址，没法回复，没有进会话；原信还在邮箱里。', en: 'This mail has no sender address and cannot be answered. It opened no conversation and is still in the mailbox.' }

export interface MailIn {
  host: ConnectorHost
  /** Makes and knows our own message ids. */
  key: string
  ownAddress: string
}

/**
 * Takes one mail in: a customer's goes to its conversation, a bounce to the reply that it is about, a machine's nowhere,
 * what cannot be read to the dead letters. Done again with the same mail it changes nothing.
 * @param arrivedAt when the mailbox got it, milliseconds
 * @param place where it lies in the mailbox, for who tries a dead letter again
 * @throws what the host throws: then the mail has to come again.
 */
export async function receiveMail(into: MailIn, raw: Buffer, arrivedAt: number, place: string | null = null): Promise<void> {
  const trouble = await tryMail(into, raw, arrivedAt)
  if (trouble !== null) await into.host.deadLetter({ externalId: place, why: trouble, body: letterBody(raw) })
}

/** The same for a mail that lies with the dead letters already; null: now it is in, else why not. */
export async function tryMail(into: MailIn, raw: Buffer, arrivedAt: number): Promise<LocalText | null> {
  const { host } = into
  let mail: Mail
  try {
    mail = await parseMail(raw)
  } catch {
    return UNREADABLE
  }
  const bounce = readBounce(mail, into.key)
  if (bounce !== null) {
    await host.undelivered(bounce.threadId, bounce.externalId, bounce.why)
    return null
  }
  const automatic = isPostmaster(mail) ? 'report' : automaticKind(mail, into.ownAddress)
  if (automatic !== null) {
    host.log.info({ kind: automatic }, 'a mail that no person wrote was passed over')
    return null
  }
  if (mail.from === null) return NO_SENDER
  await receiveFromCustomer(into, mail, mail.from, arrivedAt)
  return null
}

export function letterBody(raw: Buffer): string {
  return raw.subarray(0, DEAD_LETTER_BYTES).toString('utf8')
}

async function receiveFromCustomer({ host, key }: MailIn, mail: Mail, from: { address: string; name: string }, arrivedAt: number): Promise<void> {
  const threadId = await threadOf(host, key, mail, from.address)
  // Before the message: its answer may be asked for at once.
  const isNew = await keepThread(host, threadId, mail, from)
  await host.receive({
    externalId: externalIdOf(mail),
    threadId,
    from: 'customer',
    sender: { externalId: from.address, name: (from.name === '' ? from.address.split('@')[0] ?? from.address : from.name).slice(0, 80), email: from.address },
    text: cutQuoted(mail.text),
    attachments: mail.files,
    at: Math.min(mail.at ?? arrivedAt, arrivedAt),
    // Above an answer it would only be said again.
    ...(mail.subject !== '' && (isNew || mail.references.length === 0) ? { subject: mail.subject } : {}),
  })
}

/**
 * By what it refers to, newest first; a reply of ours is known by its own mark even when nothing else is. Only the
 * sender who opened a thread is in it: everybody else who got hold of a mail of it gets a conversation of their own.
 */
async function threadOf(host: ConnectorHost, key: string, mail: Mail, sender: string): Promise<string> {
  for (const id of [...mail.references].reverse()) {
    const found = readOwnMessageId(id, key)?.threadId ?? await host.get(mailKey(id))
    if (found === null) continue
    const thread = await readThread(host, found)
    if (thread === null || thread.address === sender) return found
  }
  return newThreadId(mail.references[0] ?? mail.messageId ?? externalIdOf(mail), sender)
}

async function readThread(host: ConnectorHost, threadId: string): Promise<Thread | null> {
  const kept = await host.get(threadKey(threadId))
  return kept === null ? null : Thread.parse(JSON.parse(kept))
}

/** @returns whether nothing was known of it. */
async function keepThread(host: ConnectorHost, threadId: string, mail: Mail, from: { address: string; name: string }): Promise<boolean> {
  const before = await readThread(host, threadId)
  const known = mail.messageId === null ? mail.references : [...mail.references.filter((id) => id !== mail.messageId), mail.messageId]
  const thread: Thread = {
    address: before?.address ?? from.address,
    to: mail.replyTo ?? from.address,
    name: from.name.slice(0, 80),
    subject: before?.subject ?? mail.subject,
    references: known.length === 0 ? before?.references ?? [] : [...known.slice(0, 1), ...known.slice(1).slice(1 - MAX_KEPT_REFERENCES)],
  }
  await host.set(threadKey(threadId), JSON.stringify(thread))
  if (mail.messageId !== null) await host.set(mailKey(mail.messageId), threadId)
  return before === null
}
