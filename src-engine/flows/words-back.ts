import type { Attachment } from '../../src-shared/domain/attachment.ts'
import { isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import type { OutboxItem } from '../store/outbox.ts'
import type { Engine } from './context.ts'
import { forgetReply } from './record-outcome.ts'
import { forgetOverride } from './stopped-words.ts'

/** Pictures that a message may have. */
export const MAX_PICTURES = 9

/** The pictures in the composer with those of a reply that comes back; null: they are too many for one message. */
export function picturesTogether({ store }: Engine, item: OutboxItem): Attachment[] | null {
  const together = [...item.attachments, ...store.unsentParts.get(item.conversationId).attachments]
  return together.length > MAX_PICTURES ? null : together
}

/** Puts a reply that has not gone out back into the composer, before what stands there. Must run inside a transaction. */
export function putBack(engine: Engine, item: OutboxItem, attachments: Attachment[]): void {
  const { store } = engine
  const { quoteId } = store.unsentParts.get(item.conversationId)
  store.outbox.remove(item.id)
  forgetReply(engine, item.id)
  forgetOverride(engine, item.id)
  store.followUps.onItsWay.take(item.id)
  const typed = store.unsent.get(item.conversationId)
  // Sent from the composer the question would be words like any others, and a yes to it no consent.
  if (!isHandBack(item.id, item.conversationId)) store.unsent.set(item.conversationId, typed ? `${item.text}\n${typed}` : item.text)
  store.unsentParts.set(item.conversationId, { attachments, quoteId: item.quote?.id ?? quoteId })
  store.audit.add(engine.clock.now(), 'reply-taken-back', item.id)
}
