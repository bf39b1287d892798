import type { Thread } from '../../src-shared/contract/desk.ts'
import { Rating } from '../../src-shared/domain/rating.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { aboutOrder } from './about-order.ts'
import type { Engine } from './context.ts'
import { customerHistory } from './customer-history.ts'
import { threadIncidents } from './incidents/notices.ts'
import { threadReview } from './reviews/seen.ts'
import { threadEffects } from './thread-effects.ts'
import { threadPromises } from './thread-promises.ts'
import { ticketsOf } from './tickets/read-tickets.ts'

type Work = Pick<Thread, 'notes' | 'unsentNote' | 'resolutions' | 'orders' | 'aboutOrder' | 'marksWaiting' | 'history' | 'promises' | 'effects' | 'review' | 'tickets' | 'rating' | 'incidents'>

/** What agents did in a conversation beside writing to the customer, and what they need to know for it. */
export function readWork(engine: Engine, record: ConversationRecord): Work {
  const { store } = engine
  const { id, customerId, verification } = record.conversation
  const orders = customerId !== null && verification !== 'none' ? store.shop.orders(customerId) : []
  const about = aboutOrder(engine, record)?.no ?? null
  return {
    notes: store.notes.of(id).map((note) => ({ ...note, own: note.author.id === engine.seatId, waits: store.commands.about('note', 'noteId', note.id) })),
    unsentNote: store.notes.unsent(id),
    resolutions: store.resolutions.of(id),
    promises: threadPromises(engine, id, orders),
    effects: threadEffects(engine, id),
    review: threadReview(engine, id),
    tickets: ticketsOf(engine, id), rating: store.shared.get('rating', id, Rating),
    incidents: threadIncidents(engine, record),
    orders: [...orders].sort((a, b) => Number(b.no === about) - Number(a.no === about)), aboutOrder: about,
    marksWaiting: store.commands.all().flatMap(({ call, params }) => {
      if (call !== 'markOrder' || params['conversationId'] !== id) return []
      const { orderNo, flag, memo } = params as SeatParams<'markOrder'>
      return [{ orderNo, ...(flag === undefined ? {} : { flag }), ...(memo === undefined ? {} : { memo }) }]
    }),
    history: customerHistory(engine, record, orders),
  }
}
