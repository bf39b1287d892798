import { randomBytes } from 'node:crypto'
import { PLAIN_WEB_CHAT, WebChatSettings } from '../../../src-shared/domain/web-chat.ts'
import type { ReadTx, WriteTx } from '../../store/store.ts'

/** Single values beside the log, so that every node reads the same. */
const SETTINGS = 'web-chat.settings'
const IDENTITY = 'web-chat.identity'

export async function readWebChat(tx: ReadTx): Promise<WebChatSettings> {
  const kept = await tx.meta(SETTINGS)
  return kept === null ? PLAIN_WEB_CHAT : WebChatSettings.parse(JSON.parse(kept))
}

export async function putWebChat(tx: WriteTx, settings: WebChatSettings): Promise<void> {
  await tx.setMeta(SETTINGS, JSON.stringify(settings))
}

/** With what the shop signs who its customers are; null: it does not. */
export interface IdentitySecret { secret: string; since: number }

export async function readIdentitySecret(tx: ReadTx): Promise<IdentitySecret | null> {
  const kept = await tx.meta(IDENTITY)
  return kept === null ? null : JSON.parse(kept) as IdentitySecret
}

/** 256 random bits, in place of the ones before. */
export async function newIdentitySecret(tx: WriteTx, now: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  await tx.setMeta(IDENTITY, JSON.stringify({ secret, since: now } satisfies IdentitySecret))
  return secret
}

export const dropIdentitySecret = (tx: WriteTx): Promise<void> => tx.dropMeta(IDENTITY)
