import type { ConnectorState } from '../../../src-shared/domain/channel-line.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ConnectorRow, DeliveryRow } from '../../store/channel-store.ts'
import type { WriteTx } from '../../store/store.ts'

/** Tells the desks how a reply stands on its way. */
export async function tellDelivery(tx: WriteTx, now: number, row: DeliveryRow): Promise<void> {
  const { messageId, conversationId, connectorId, why, attempts } = row
  const state = row.state === 'sending' ? 'waiting' : row.state
  await tx.append(now, { type: 'delivery', delivery: { messageId, conversationId, connectorId, state, why, attempts, at: now } })
}

/** Tells the desks of a line, or how it stands; what they know already is not said again. */
export async function tellConnector(tx: WriteTx, now: number, row: ConnectorRow, trouble: LocalText | null, removed = false): Promise<void> {
  const known = await tx.state('channel', row.id)
  const before = known?.type === 'channel' ? known.connector : null
  const next: ConnectorState = { id: row.id, channel: row.channel, name: row.name, enabled: row.enabled, removed, trouble, since: now }
  if (before !== null && JSON.stringify({ ...before, since: now }) === JSON.stringify(next)) return
  await tx.append(now, { type: 'channel', connector: next })
}
