import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Mail } from './parse-mail.ts'
import { readOwnMessageId } from './thread.ts'

/** A reply of ours that did not arrive. */
export interface Bounce { threadId: string; externalId: string; why: LocalText }

/** Enhanced status codes (RFC 3463) that customers' mailboxes really send, as prefix. */
const REASONS: readonly [string, LocalText][] = [
  ['5.1.10', { zh: '对方没有这个邮箱地址', en: 'there is no such address' }],
  ['5.1.0', { zh: '对方的邮箱地址不能用', en: 'the address cannot be used' }],
  ['5.1.1', { zh: '对方没有这个邮箱地址', en: 'there is no such address' }],
  ['5.1.2', { zh: '对方的邮箱域名不存在', en: 'there is no such mail domain' }],
  ['5.1.3', { zh: '对方的邮箱地址写法不对', en: 'the address is not a valid one' }],
  ['5.2.1', { zh: '对方的邮箱已停用', en: 'the mailbox is disabled' }],
  ['5.2.2', { zh: '对方的邮箱满了', en: 'the mailbox is full' }],
  ['4.2.2', { zh: '对方的邮箱满了', en: 'the mailbox is full' }],
  ['5.2.3', { zh: '邮件太大，对方的邮箱不收', en: 'the mail is too large for the mailbox' }],
  ['5.3.4', { zh: '邮件太大，对方的服务器不收', en: 'the mail is too large for the server' }],
  ['5.4.', { zh: '找不到对方的邮件服务器', en: 'the mail server of the address cannot be found' }],
  ['4.4.', { zh: '一直连不上对方的邮件服务器', en: 'the mail server of the address could not be reached' }],
  ['5.7.', { zh: '对方的服务器把邮件当作不受欢迎的退了回来', en: 'the server of the address refuses our mail' }],
]

const OTHER: LocalText = { zh: '邮件被退回', en: 'the mail came back' }

/**
 * A mail that tells that a reply of ours failed; null: it tells no such thing. A delay or a receipt is none. Without a
 * report as RFC 3464 has it (QQ and 163 write letters instead), a postmaster's mail that quotes an id of ours counts.
 */
export function readBounce(mail: Pick<Mail, 'report' | 'from' | 'text' | 'references' | 'header'>, key: string): Bounce | null {
  if (mail.report === null && !isPostmaster(mail)) return null
  const body = mail.report === null ? mail.text.slice(0, 100_000) : mail.report.original
  const ids = [...body.match(/<[^<>\s]{1,250}>/g) ?? [], ...mail.references]
  const ours = ids.map((id) => readOwnMessageId(id, key)).find((id) => id !== null)
  if (ours === undefined) return null
  if (mail.report !== null && !/^Action:\s*failed/im.test(mail.report.status)) return null
  return { threadId: ours.threadId, externalId: ours.externalId, why: reasonOf(statusIn(mail.report?.status ?? body)) }
}

/** Is this a report or letter of a mail server's, about any mail at all? A person at a postmaster's address answers something. */
export function isPostmaster(mail: Pick<Mail, 'from' | 'header' | 'report'>): boolean {
  if (mail.report !== null || mail.header('return-path').some((value) => value === '<>')) return true
  const address = mail.from?.address ?? ''
  return /^mailer-daemon@/i.test(address) || (/^postmaster@/i.test(address) && mail.header('in-reply-to').length === 0)
}

/** The code that says most: many servers report 5.0.0 and quote the other side's own behind `Diagnostic-Code`. */
function statusIn(text: string): string {
  const codes = text.match(/(?<![\d.])[45]\.\d{1,3}\.\d{1,3}\b(?!\.\d)/g) ?? []
  return codes.find((code) => !code.endsWith('.0.0')) ?? codes[0] ?? ''
}

function reasonOf(status: string): LocalText {
  const why = REASONS.find(([prefix]) => status === prefix || (prefix.endsWith('.') && status.startsWith(prefix)))?.[1] ?? OTHER
  return status === '' ? { zh: `${why.zh}。`, en: `${capital(why.en)}.` } : { zh: `${why.zh}（${status}）。`, en: `${capital(why.en)} (${status}).` }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
