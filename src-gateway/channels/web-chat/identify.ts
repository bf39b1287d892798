import type { ChatResult } from '../../../src-shared/wire/web-chat.ts'
import { bindCustomer } from '../../identity.ts'
import type { WriteTx } from '../../store/store.ts'
import { readIdentityToken } from './identity-token.ts'
import { readIdentitySecret } from './settings.ts'
import type { Visit } from './visit.ts'

/**
 * Takes the shop's word for who sits at this browser. Before the first message there is no conversation to tie to them: the
 * visit remembers it. A conversation that is somebody else's already stays theirs.
 */
export async function identifyVisitor(tx: WriteTx, now: number, visit: Visit, token: string): Promise<ChatResult<'identify'>> {
  const secret = await readIdentitySecret(tx)
  if (secret === null) return { state: 'refused', why: 'off' }
  const read = readIdentityToken(token, secret.secret, now)
  if ('trouble' in read) return { state: 'refused', why: read.trouble }
  const { customerId } = read
  if (await tx.customer(customerId) === null) return { state: 'refused', why: 'unknown' }
  const conversationId = await tx.visitorConversation(visit.visitor)
  const known = conversationId === null ? null : (await tx.conversation(conversationId))?.conversation.customerId ?? null
  if (known !== null && known !== customerId) return { state: 'other' }
  visit.customerId = customerId
  if (conversationId !== null) await bindIdentified(tx, now, visit, conversationId)
  return { state: 'known' }
}

/** Ties a conversation that is nobody's to whom the shop named; @returns whether it did. */
export async function bindIdentified(tx: WriteTx, now: number, { customerId }: Visit, conversationId: string): Promise<boolean> {
  const conversation = (await tx.conversation(conversationId))?.conversation
  if (customerId === undefined || conversation === undefined || conversation.customerId !== null) return false
  await bindCustomer(tx, now, conversationId, customerId, 'token')
  return true
}
