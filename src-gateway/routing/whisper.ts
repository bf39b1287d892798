import type { SeatParams } from '../../src-shared/wire/seat.ts'
import { conversationOrRefuse } from '../append.ts'
import { once } from '../once.ts'
import { type Actor, authorise } from '../seats/actor.ts'
import type { WriteTx } from '../store/store.ts'

/** A note that one other seat sees. @throws AppError `not-permitted`, `not-found`. */
export async function whisper(tx: WriteTx, now: number, actor: Actor, { id, noteId, conversationId, to, text, name, at }: SeatParams<'whisper'>): Promise<number> {
  authorise(actor, 'lead')
  return once(tx, id, async () => {
    await conversationOrRefuse(tx, conversationId)
    const note = { id: noteId, conversationId, author: { id: actor.seatId, name: actor.account.name || name }, text, at: Math.min(at, now), editedAt: null, deleted: false, whisper: to }
    return (await tx.append(now, { type: 'note', note })).n
  })
}
