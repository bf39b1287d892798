import type { WriteTx } from './store/store.ts'

/**
 * The customer has had everything up to `seq` on the screen. At most one event for each message of the desk: what the
 * customer wrote themselves, or had read before, is no news.
 */
export async function markRead(tx: WriteTx, now: number, conversationId: string, seq: number): Promise<void> {
  const row = await tx.conversation(conversationId)
  if (row === null) return
  const read = Math.min(seq, row.lastDeskSeq)
  const before = await tx.state('read', conversationId)
  if (read <= (before?.type === 'read' ? before.seq : 0)) return
  await tx.append(now, { type: 'read', conversationId, seq: read, at: now })
}
