import { Routing } from '../../../src-shared/domain/routing.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { saveNote } from '../write-note.ts'
import { publishRow } from '../inbox.ts'
import { offerOf } from './offers.ts'
import { deskLanguage } from '../settings.ts'

/** Whose a conversation is, as the log last said; null: nobody's, or it is resolved. */
export const routingOf = (engine: Engine, conversationId: string): Routing | null => engine.store.shared.get('routing', conversationId, Routing)

const WORDS = { zh: '被接手时还没发出的话：\n', en: 'Not sent when it was taken over:\n' }

/** A supervisor took it from this desk: the words that stood in the composer stay there, and whoever goes on can read them. */
function offerUnsent(engine: Engine, conversationId: string): void {
  const text = engine.store.unsent.get(conversationId).trim()
  if (text === '') return
  const half = engine.store.notes.unsent(conversationId)
  saveNote(engine, { id: engine.newId(), conversationId, text: WORDS[deskLanguage(engine)] + text }, ownSeat(engine).name)
  engine.store.notes.setUnsent(conversationId, half)
}

/** Must run inside a transaction. @returns what to do after the commit */
export function receiveRouting(engine: Engine, routing: Routing): () => void {
  const { conversationId, takeOver } = routing
  const before = routingOf(engine, conversationId)
  if (routing.state === 'done') engine.store.shared.remove('routing', conversationId)
  else engine.store.shared.put('routing', conversationId, routing)
  const lost = takeOver !== null && takeOver.from?.id === engine.seatId && before?.takeOver?.id !== takeOver.id
  return () => {
    if (lost) {
      engine.live.leases.delete(conversationId)
      offerUnsent(engine, conversationId)
    }
    engine.publish({ kind: 'team' })
    if (offerOf(engine, before) !== null || offerOf(engine, routing) !== null) publishRow(engine, conversationId)
  }
}
