import { greetingId } from '../../src-shared/domain/greeting-id.ts'
import { autopilotPaused, countReply, heldReply } from '../holds.ts'
import type { ConversationRow, ReadTx, WriteTx } from '../store/store.ts'
import { campaignNow } from './stored.ts'

/** Whoever was answered within this is in the middle of a talk, and not greeted into it; in milliseconds. */
const TALKING_MS = 30 * 60_000

/** Who greets; no seat has this id. */
const GATEWAY = 'gateway'

async function isTalking(tx: ReadTx, now: number, { conversation, lastDeskSeq }: ConversationRow): Promise<boolean> {
  const last = lastDeskSeq === 0 ? null : await tx.messageAt(conversation.id, lastDeskSeq)
  return last !== null && last.at > now - TALKING_MS
}

/** Was this person greeted in this campaign, in whichever conversation? */
const greetedKey = (campaignId: string, customerId: string): string => `greeted:${campaignId}:${customerId}`

/**
 * Greets whoever writes for the first time while a campaign runs, marked as automatic, under the rules of automatic replies:
 * not while autopilot is paused or the channel is held, within the rates, once a customer. It answers nothing: the
 * customer waits on. In the transaction of the customer's message, so that it is said exactly once.
 */
export async function greetCustomer(tx: WriteTx, now: number, { conversationId, text }: { conversationId: string; text: string }): Promise<void> {
  const campaign = await campaignNow(tx, now)
  if (campaign === null || campaign.greeting === null || await autopilotPaused(tx)) return
  const row = await tx.conversation(conversationId)
  const id = greetingId(conversationId, campaign.id)
  if (row === null || (await tx.message(id)) !== null || await isTalking(tx, now, row)) return
  const { channel, customerId, shopId } = row.conversation
  if (customerId !== null && (await tx.meta(greetedKey(campaign.id, customerId))) !== null) return
  if (await heldReply(tx, now, { conversationId, channel, intent: '' }) !== null) return
  // The gateway does not read what customers write; which script it is shows without reading.
  const language = /\p{Script=Han}/u.test(text) || !/\p{Script=Latin}/u.test(text) ? 'zh' : 'en'
  const shop = await tx.state('shop', shopId)
  await tx.append(now, {
    type: 'message',
    message: { id, conversationId, seq: row.lastSeq + 1, at: now, author: { kind: 'autopilot', id: GATEWAY, name: shop?.type === 'shop' ? shop.shop.name[language] : '' }, text: campaign.greeting[language], attachments: [] },
  })
  if (customerId !== null) await tx.setMeta(greetedKey(campaign.id, customerId), String(now))
  await countReply(tx, now, conversationId)
}
