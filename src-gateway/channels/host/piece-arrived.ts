import { piecesOf } from '../../../src-shared/domain/bubbles.ts'
import type { DeliveryRow } from '../../store/channel-store.ts'
import type { WriteTx } from '../../store/store.ts'
import { tellDelivery } from './tell.ts'

/**
 * The channel has the next piece of a reply: of one that goes apart the piece behind it waits from now on, else all of it is
 * there. Tells the desks where something was in the way before.
 */
export async function pieceArrived(tx: WriteTx, now: number, row: DeliveryRow): Promise<void> {
  const message = (await tx.message(row.messageId))?.message
  const piecesSent = row.piecesSent + 1
  const isWhole = message === undefined || piecesSent >= piecesOf(message).length
  const onward: Partial<DeliveryRow> = row.state === 'given-up' ? {} : { state: 'waiting', attempts: 0, nextAt: now }
  const next: DeliveryRow = { ...row, piecesSent, why: null, ...(isWhole ? { state: 'sent' } : onward) }
  await tx.channels.putDelivery(next)
  if (row.why !== null) await tellDelivery(tx, now, next)
}
