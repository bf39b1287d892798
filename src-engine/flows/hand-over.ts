import type { Handover } from '../../src-shared/contract/drafting.ts'
import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import { remember } from '../domain/drafting/dialogue/memory.ts'
import { summarise } from '../domain/drafting/dialogue/summary.ts'
import type { Turn } from '../domain/drafting/types.ts'
import type { Engine } from './context.ts'
import { deskLanguage } from './settings.ts'
import { withOpenPromises } from './made-promises.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { unknownConversation } from './thread.ts'

/** Messages that a hand-over looks back on. */
const TURNS = 200
/** Shorter conversations are read faster than their summary. */
const LEAST_TURNS = 6

/**
 * What the next one who answers has to know of the matter that is open, each line the words of one message; and the promises that are,
 * whichever matter they were made in. @throws AppError `not-found`
 */
export function readHandover(engine: Engine, conversationId: string): Handover {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const page = store.messages.page(conversationId, null, TURNS).filter(({ message: { author, recalledAt, seq } }) => author.kind !== 'system' && recalledAt === undefined && seq >= record.sinceSeq)
  const last = page.findLast(({ message }) => message.author.kind === 'agent')
  const takenOver = last !== undefined && last.message.author.id !== engine.seatId
  const { customerId, verification } = record.conversation
  const orders = customerId !== null && verification !== 'none' ? store.shop.orders(customerId) : []
  const turns = page.map(({ message, verdict }): Turn => ({ id: message.id, role: message.author.kind as Turn['role'], text: message.text, at: message.at, verdict: verdict ?? undefined }))
  const { memory, before } = withOpenPromises(engine, conversationId, turns, remember(turns, orders, SHOP_TIME_ZONE))
  // What stands on the screen is read there; what was promised before it is not.
  const lines = summarise(memory, deskLanguage(engine)).filter(({ kind, turn }) => page.length >= LEAST_TURNS || (kind === 'promised' && turn < 0))
  return { lines: lines.flatMap(({ kind, words, turn }) => sourceOf(turns[turn]?.id, before[-1 - turn]).map((source) => ({ kind, words, ...source }))), takenOver }
}

/** The message whose words a line has; of words copied elsewhere also where they went. */
function sourceOf(messageId: string | undefined, promise: FollowUp | undefined): Array<Pick<Handover['lines'][number], 'messageId' | 'outside'>> {
  if (messageId !== undefined) return [{ messageId }]
  return promise ? [{ messageId: promise.messageId, ...(promise.outside && { outside: promise.outside }) }] : []
}
