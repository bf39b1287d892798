import type { Note } from '../src-shared/domain/note.ts'
import type { SeatParams } from '../src-shared/wire/seat.ts'
import { conversationOrRefuse } from './append.ts'
import { once } from './once.ts'
import { refuse } from './refusals.ts'
import type { ReadTx, WriteTx } from './store/store.ts'

async function noteOf(tx: ReadTx, id: string): Promise<Note | null> {
  const state = await tx.state('note', id)
  return state?.type === 'note' ? state.note : null
}

/**
 * Writes, changes or deletes a note, once per request id. It goes into the log for the desks and into no channel.
 * @throws AppError `not-found`, `not-yours` (another seat wrote it), `bad-request` (nothing in it), `id-taken`.
 */
export async function writeNote(tx: WriteTx, now: number, seatId: string, request: SeatParams<'note'>): Promise<number> {
  return once(tx, request.id, async () => {
    await conversationOrRefuse(tx, request.conversationId)
    const known = await noteOf(tx, request.noteId)
    if (known !== null && known.conversationId !== request.conversationId) throw refuse('id-taken')
    if (known !== null && known.author.id !== seatId) throw refuse('not-yours')
    if (!request.deleted && request.text.trim() === '') throw refuse('bad-request')
    const note: Note = {
      id: request.noteId, conversationId: request.conversationId, author: { id: seatId, name: request.name }, text: request.deleted ? '' : request.text,
      at: known?.at ?? Math.min(request.at, now), editedAt: known === null ? null : now, deleted: request.deleted,
      ...(known?.whisper ? { whisper: known.whisper } : {}),
    }
    return (await tx.append(now, { type: 'note', note })).n
  })
}
