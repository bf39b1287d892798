import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { Clock } from '../../clock.ts'
import { wecomApi } from './api.ts'
import type { WecomSettings } from './settings.ts'
import { NO_ACCOUNT } from './words.ts'

/** Tries what a person filled in: id and secret, whether the app may use 微信客服, and the account. @returns null: all is well. */
export async function checkSettings(settings: WecomSettings, clock: Clock): Promise<LocalText | null> {
  const accounts = await wecomApi(settings, clock).accounts()
  if (!accounts.ok) return accounts.trouble.why
  const isManaged = settings.openKfId === '' ? accounts.value.length > 0 : accounts.value.includes(settings.openKfId)
  return isManaged ? null : NO_ACCOUNT
}
