import type { RouteReason, Routing } from '../../src-shared/domain/routing.ts'
import { currentLease } from '../leases.ts'
import type { ConversationRow, ReadTx, Store, WriteTx } from '../store/store.ts'
import { chooseSeat } from './choose-seat.ts'
import { inQueueOrder, queueReasons, type Waiting } from './queue-order.ts'
import { sweepPresence } from './presence.ts'
import { allRoutings, notTaken, putRouting, queued, unrouted } from './routing-state.ts'
import { readStaff, type Staff } from './staff.ts'

/** An offer that is not opened within this goes back, in milliseconds; one from a colleague is kept longer. */
export const OFFER_MS = 45_000
export const TRANSFER_MS = 180_000
/** Desks are given so long to say what they understood before a conversation is offered. */
const READ_MS = 4_000
/** Whom it was offered to in vain is asked again after this. */
const PASSED_MS = 5 * 60_000
/** Customers that one round looks at, and offers that it makes. */
const WAITING_MAX = 500
const OFFERS_MAX = 50
/** Messages of a conversation in which the last agent is looked for. */
const LOOK_BACK = 50

interface Case extends Waiting { row: ConversationRow; routing: Routing }

/** Offers that ran out or whose seat is gone, and customers whose agent has left, wait in the queue again. */
async function takeBack(tx: WriteTx, now: number, routings: readonly Routing[], staff: Staff): Promise<Routing[]> {
  const after: Routing[] = []
  for (const routing of routings) {
    const next = await afterWait(tx, now, routing, staff)
    if (next !== null) await putRouting(tx, now, next)
    after.push(next ?? routing)
  }
  return after
}

async function afterWait(tx: ReadTx, now: number, routing: Routing, staff: Staff): Promise<Routing | null> {
  const { state, to, until } = routing
  if (to === null) return null
  if (state === 'offered') return (until !== null && until <= now) || !staff.isHere(to.id) ? notTaken(routing, now, '', (seatId) => staff.isHere(seatId)) : null
  if (!staff.isGone(to.id)) return null
  const row = await tx.conversation(routing.conversationId)
  return row !== null && row.lastCustomerSeq > row.lastDeskSeq ? queued(routing, now, 'left') : null
}

/** Customers who wait and are nobody's; what somebody has on the screen is theirs for now. */
async function collect(tx: ReadTx, now: number, routings: readonly Routing[]): Promise<Case[]> {
  const known = new Map(routings.map((routing) => [routing.conversationId, routing]))
  const cases: Case[] = []
  for (const row of await tx.waitingConversations(WAITING_MAX)) {
    const { id, snooze, customerId } = row.conversation
    const routing = known.get(id) ?? unrouted(id, now)
    if (routing.state !== 'queued' || (snooze && snooze.until > now && row.lastCustomerSeq <= snooze.seenSeq) || await currentLease(tx, id, now) !== null) continue
    const since = (await tx.messageAt(id, row.lastDeskSeq + 1))?.at ?? row.conversation.updatedAt
    if (since > now - READ_MS && routing.understood === null) continue
    const level = customerId === null ? null : (await tx.customer(customerId))?.level ?? null
    cases.push({ row, routing, conversationId: id, since, level, emotion: routing.understood?.emotion ?? 0, dueAt: routing.understood?.dueAt ?? null })
  }
  return inQueueOrder(cases)
}

async function previousSeat(tx: ReadTx, conversationId: string): Promise<string | null> {
  return (await tx.messagesOf(conversationId, 0, LOOK_BACK)).findLast(({ author }) => author.kind === 'agent')?.author.id ?? null
}

const sameWhy = (a: readonly RouteReason[], b: readonly RouteReason[]): boolean => JSON.stringify(a) === JSON.stringify(b)

async function offer(tx: WriteTx, now: number, waiting: Case, staff: Staff): Promise<void> {
  const { routing, conversationId } = waiting
  const { seat, why } = chooseSeat({
    group: routing.understood?.group ?? null, emotion: waiting.emotion, language: routing.understood?.language ?? '', team: routing.team,
    previousSeat: await previousSeat(tx, conversationId), passed: routing.passed.filter(({ at }) => at > now - PASSED_MS).map(({ seatId }) => seatId),
  }, staff.candidates)
  const said = [...why, ...queueReasons(waiting)]
  if (seat !== null) {
    await putRouting(tx, now, { ...routing, state: 'offered', to: { id: seat.seatId, name: seat.name }, why: said, until: now + (routing.transfer?.state === 'waiting' ? TRANSFER_MS : OFFER_MS) })
    staff.gives(seat.seatId)
  } else if (!sameWhy(said, routing.why)) await putRouting(tx, now, { ...routing, why: said })
}

async function round(tx: WriteTx, now: number): Promise<void> {
  await sweepPresence(tx, now)
  const routings = await allRoutings(tx)
  const staff = await readStaff(tx, now, routings)
  const after = await takeBack(tx, now, routings, staff)
  // Whoever is alone has everything anyway.
  if (staff.people < 2) return
  for (const waiting of (await collect(tx, now, after)).slice(0, OFFERS_MAX)) await offer(tx, now, waiting, staff)
}

/** One round of routing: safe on several nodes at once, and without a write where nobody shares the work. */
export async function routeWaiting(store: Store, now: () => number): Promise<void> {
  const idle = await store.read(async (tx) => (await tx.metas('presence:')).length === 0 && (await allRoutings(tx)).length === 0)
  if (!idle) await store.write((tx) => round(tx, now()))
}
