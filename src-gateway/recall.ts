import { CHANNEL_ABILITIES } from '../src-shared/domain/channel-abilities.ts'
import type { RecallResult } from '../src-shared/wire/seat.ts'
import { conversationOrRefuse } from './append.ts'
import { refuse } from './refusals.ts'
import type { WriteTx } from './store/store.ts'

/**
 * Takes a seat's own reply back from the customer, while the channel allows it. Taken back already is answered as the
 * first time, however late the question comes.
 * @throws AppError `not-found`.
 */
export async function recallReply(tx: WriteTx, now: number, seatId: string, id: string): Promise<RecallResult> {
  const message = (await tx.message(id))?.message
  if (message === undefined) throw refuse('not-found')
  const { author, conversationId } = message
  if ((author.kind !== 'agent' && author.kind !== 'autopilot') || author.id !== seatId) return { status: 'refused', reason: 'not-yours' }
  if (message.recalledAt !== undefined) return { status: 'recalled', at: message.recalledAt }
  const { conversation } = await conversationOrRefuse(tx, conversationId)
  const { recallMs } = CHANNEL_ABILITIES[conversation.channel]
  if (recallMs === null) return { status: 'refused', reason: 'channel' }
  if (now - message.at > recallMs) return { status: 'refused', reason: 'too-late' }
  await tx.append(now, { type: 'message-recalled', conversationId, id, seq: message.seq, at: now })
  return { status: 'recalled', at: now }
}
