import type { SeatPresence } from '../../../src-shared/domain/presence.ts'
import type { Engine } from '../context.ts'
import { ownSeat } from '../own-seat.ts'
import { storedSettings } from '../settings.ts'

const listed = (engine: Engine): SeatPresence[] => [...engine.live.colleagues?.values() ?? []].sort((a, b) => (a.seatId < b.seatId ? -1 : 1))

/** Everybody who is here, this desk included. */
export const presentSeats = listed

function publish(engine: Engine): void {
  engine.publish({ kind: 'presence', seats: listed(engine) })
}

/** Tells the gateway how this desk is and what it shows, and learns who else is here. Lost when the line is cut: the next heartbeat tells again. */
export async function tellPresence(engine: Engine): Promise<void> {
  const { live } = engine
  if (!live.caughtUp || live.colleagues === null) return
  const state = storedSettings(engine).presence
  const conversationId = [...live.focused.keys()].at(-1) ?? null
  try {
    const { seats } = await engine.link.call('presence.tell', { state, conversationId, name: ownSeat(engine).name })
    live.colleagues = new Map(seats.map((seat) => [seat.seatId, seat]))
    publish(engine)
  } catch {
    // An older gateway knows no presence, and a cut line is told by itself.
  }
}

/** Colleagues whose presence changed. */
export function hearPresence(engine: Engine, seats: readonly SeatPresence[]): void {
  const { colleagues } = engine.live
  if (colleagues === null) return
  for (const seat of seats) {
    if (seat.state === 'offline') colleagues.delete(seat.seatId)
    else colleagues.set(seat.seatId, seat)
  }
  publish(engine)
}

/** The line is cut: nobody knows who is here. */
export function forgetColleagues(engine: Engine): void {
  if (!engine.live.colleagues?.size) return
  engine.live.colleagues.clear()
  publish(engine)
}
