import type { Handover } from '../../src-shared/contract/drafting.ts'
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

/** What the next one who answers has to know, each line the words of one message. @throws AppError `not-found` */
export function readHandover(engine: Engine, conversationId: string): Handover {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  const page = store.messages.page(conversationId, null, TURNS).filter(({ message }) => message.author.kind !== 'system' && message.recalledAt === undefined)
  const last = page.findLast(({ message }) => message.author.kind === 'agent')
  const takenOver = last !== undefined && last.message.author.id !== engine.seatId
  if (page.length < LEAST_TURNS) return { lines: [], takenOver }
  const { customerId, verification } = record.conversation
  const orders = customerId !== null && verification !== 'none' ? store.shop.orders(customerId) : []
  const turns = page.map(({ message, verdict }): Turn => ({ id: message.id, role: message.author.kind as Turn['role'], text: message.text, at: message.at, verdict: verdict ?? undefined }))
  const lines = summarise(withOpenPromises(engine, conversationId, turns, remember(turns, orders, SHOP_TIME_ZONE)), deskLanguage(engine))
  return { lines: lines.flatMap(({ kind, words, turn }) => (turns[turn]?.id ? [{ kind, words, messageId: turns[turn].id }] : [])), takenOver }
}
