import type { Mail } from './parse-mail.ts'

/** Why a mail was written by no person, for the log; null: a person may have written it. */
export type Automatic = 'auto-submitted' | 'bulk' | 'auto-reply' | 'list' | 'own-address'

/**
 * Is this mail a machine's: an absence note (RFC 3834), a list, a newsletter, our own? Such a mail opens no
 * conversation and gets no answer, so that two machines never talk.
 */
export function automaticKind(mail: Pick<Mail, 'header' | 'from'>, ownAddress: string): Automatic | null {
  if (mail.from?.address === ownAddress.toLowerCase()) return 'own-address'
  const has = (name: string) => mail.header(name).length > 0
  const says = (name: string, words: RegExp) => mail.header(name).some((value) => words.test(value))
  if (mail.header('auto-submitted').some((value) => value !== '' && !/^no\b/i.test(value))) return 'auto-submitted'
  if (says('precedence', /^(?:bulk|list|junk|auto_reply|auto-reply)\b/i)) return 'bulk'
  if (says('x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/i) || has('x-autoreply') || has('x-autorespond') || has('x-autoresponder')) return 'auto-reply'
  if (has('list-id') || has('list-unsubscribe') || has('list-post')) return 'list'
  return null
}
