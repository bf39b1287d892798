import type { Account } from '../../src-shared/domain/account.ts'
import { permits } from '../../src-shared/domain/roles.ts'
import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import type { Routing } from '../../src-shared/domain/routing.ts'
import { accountOf } from '../people/accounts.ts'
import type { ReadTx } from '../store/store.ts'
import type { Candidate } from './choose-seat.ts'
import { campaignNow } from '../campaigns/stored.ts'
import { personOf, type PresenceRow, presenceRows } from './presence.ts'
import { allRoutings } from './routing-state.ts'

/** A conversation that nobody has written in for so long takes nobody's room, in milliseconds. */
const ACTIVE_MS = 30 * 60_000

/** A seat that lost its line is waited for so long before its customers are given to others, in milliseconds. */
export const LEFT_MS = 30_000

interface Member { row: PresenceRow; account: Account; person: string; load: number }

/** Who is here at one moment, and what they have. */
export interface Staff {
  candidates: Candidate[]
  seats: SeatPresence[]
  /** Different people who may answer. */
  people: number
  isHere(seatId: string): boolean
  /** Not here, and not only for a moment. */
  isGone(seatId: string): boolean
  /** The person at this seat has one more. */
  gives(seatId: string): void
}

async function countLoads(tx: ReadTx, now: number, routings: readonly Routing[]): Promise<Map<string, number>> {
  const loads = new Map<string, number>()
  for (const { conversationId, to } of routings) {
    if (to === null) continue
    const row = await tx.conversation(conversationId)
    if (row !== null && row.conversation.status === 'open' && row.conversation.updatedAt > now - ACTIVE_MS) loads.set(to.id, (loads.get(to.id) ?? 0) + 1)
  }
  return loads
}

/** Everybody who is here, with their account as it is now, the conversations that are theirs, and the room that a running campaign gives. */
export async function readStaff(tx: ReadTx, now: number, routings?: readonly Routing[]): Promise<Staff> {
  const rows = await presenceRows(tx, now)
  const loads = await countLoads(tx, now, rows.length === 0 ? [] : routings ?? await allRoutings(tx))
  const room = rows.length === 0 ? null : (await campaignNow(tx, now))?.capacity ?? null
  const members: Member[] = []
  for (const row of rows) {
    const account = await accountOf(tx, row.accountId)
    if (row.state !== 'offline' && account !== null) members.push({ row, account: room === null ? account : { ...account, capacity: room }, person: personOf(row), load: 0 })
  }
  for (const member of members) member.load = members.filter(({ person }) => person === member.person).reduce((sum, { row }) => sum + (loads.get(row.seatId) ?? 0), 0)
  const candidates = members.map(({ row, account, load }): Candidate => ({ seatId: row.seatId, name: row.name, state: row.state, account, load }))
  return {
    candidates,
    seats: members.map(({ row, account, load }) => ({ seatId: row.seatId, accountId: row.accountId, name: row.name, state: row.state, conversationId: row.conversationId, at: row.at, held: load, capacity: account.capacity })),
    people: new Set(members.filter(({ account }) => !account.disabled && permits(account.role, 'answer')).map(({ person }) => person)).size,
    isHere: (seatId) => members.some(({ row }) => row.seatId === seatId),
    isGone: (seatId) => !rows.some((row) => row.seatId === seatId && (row.state !== 'offline' || row.at > now - LEFT_MS)),
    gives: (seatId) => {
      const person = members.find(({ row }) => row.seatId === seatId)?.person
      members.forEach((member, index) => {
        const candidate = candidates[index]
        if (member.person === person && candidate) candidate.load += 1
      })
    },
  }
}
