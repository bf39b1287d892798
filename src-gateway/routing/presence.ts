import { z } from 'zod'
import { LOCAL_ACCOUNT_ID } from '../../src-shared/domain/roles.ts'
import { SeatPresence } from '../../src-shared/domain/presence.ts'
import { PRESENCE_MS } from '../../src-shared/wire/seat-routing.ts'
import type { SeatParams } from '../../src-shared/wire/seat.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

const PREFIX = 'presence:'

/** A row that runs out by itself, so that any node may read it and none has to clean up after another. `connection`: whose word it is. */
const PresenceRow = SeatPresence.omit({ held: true, capacity: true }).extend({ connection: z.string() })
export type PresenceRow = z.infer<typeof PresenceRow>

/** Everybody with the local account sits at a desk of their own; any other account is one person, at however many desks. */
export const personOf = ({ accountId, seatId }: Pick<SeatPresence, 'accountId' | 'seatId'>): string => (accountId === LOCAL_ACCOUNT_ID ? `seat:${seatId}` : accountId)

/** What holds at `now`, those who just left among it; one told by a clock that has been set back since counts for nothing. */
export async function presenceRows(tx: ReadTx, now: number): Promise<PresenceRow[]> {
  return (await tx.metas(PREFIX)).map(({ value }) => PresenceRow.parse(JSON.parse(value))).filter(({ at }) => at > now - PRESENCE_MS && at <= now + PRESENCE_MS)
}

/** Those who are here at `now`. */
export const presentRows = async (tx: ReadTx, now: number): Promise<PresenceRow[]> => (await presenceRows(tx, now)).filter(({ state }) => state !== 'offline')

/** Writes down how a seat is. */
export async function tellPresence(tx: WriteTx, now: number, actor: Actor, connection: string, { state, conversationId, name }: SeatParams<'presence.tell'>): Promise<void> {
  const row: PresenceRow = { seatId: actor.seatId, accountId: actor.account.id, name: actor.account.name || name, state, conversationId, at: now, connection }
  await tx.setMeta(PREFIX + actor.seatId, JSON.stringify(row))
}

/** A connection ended: its seat has left, unless a newer connection has told since. */
export async function leavePresence(tx: WriteTx, now: number, seatId: string, connection: string): Promise<void> {
  const text = await tx.meta(PREFIX + seatId)
  const row = text === null ? null : PresenceRow.parse(JSON.parse(text))
  if (row?.connection === connection) await tx.setMeta(PREFIX + seatId, JSON.stringify({ ...row, state: 'offline', conversationId: null, at: now }))
}

/** Drops what ran out long ago, so that desks that never come back are forgotten. */
export async function sweepPresence(tx: WriteTx, now: number): Promise<void> {
  for (const { name, value } of await tx.metas(PREFIX)) if (PresenceRow.parse(JSON.parse(value)).at <= now - PRESENCE_MS) await tx.dropMeta(name)
}
