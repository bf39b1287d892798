import type { LocalText } from '../../../src-shared/domain/text.ts'
import { type ApiTrouble, chatwootApi } from './api.ts'
import type { ChatwootSettings } from './settings.ts'
import { BUSY, NO_ACCOUNT, NO_INBOX, NO_SECRET, NOT_CHATWOOT, TOKEN_REFUSED, UNREACHABLE } from './words.ts'

export const WORDS: Record<ApiTrouble, LocalText> = { refused: TOKEN_REFUSED, gone: NOT_CHATWOOT, strange: NOT_CHATWOOT, down: UNREACHABLE }

/** Tries what a person filled in, from the address to the inbox. @returns null: all is well. */
export async function checkSettings(settings: ChatwootSettings): Promise<LocalText | null> {
  const api = chatwootApi(settings)
  const me = await api.profile()
  if (!me.ok) return WORDS[me.trouble]
  if (!me.profile.accounts.some(({ id }) => id === settings.accountId)) return NO_ACCOUNT
  const list = await api.conversations({ page: 1, withinSeconds: null, inboxId: null })
  if (!list.ok) return list.trouble === 'down' ? BUSY : NO_ACCOUNT
  if (settings.inboxId !== null && await api.inbox(settings.inboxId) !== null) return NO_INBOX
  return settings.webhookSecret === '' && !settings.acceptUnsigned ? NO_SECRET : null
}
