import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import type { Store } from '../store/store.ts'
import { readStaff } from './staff.ts'

/** What this node's live seats were last told of who is here. */
export interface PresenceBoard {
  /** Tells them what changed since; one reading after the other. */
  refresh(): Promise<void>
}

const looks = ({ at: _, ...seat }: SeatPresence): string => JSON.stringify(seat)

/** @param tell hands over the seats that changed; one that left is `offline` */
export function createPresenceBoard(store: Store, now: () => number, tell: (seats: SeatPresence[]) => void): PresenceBoard {
  let told = new Map<string, SeatPresence>()
  let last: Promise<void> = Promise.resolve()
  const read = async () => {
    const { seats } = await store.read((tx) => readStaff(tx, now()))
    const here = new Map(seats.map((seat) => [seat.seatId, seat]))
    const changed = seats.filter((seat) => { const before = told.get(seat.seatId); return before === undefined || looks(before) !== looks(seat) })
    const left = [...told.values()].filter(({ seatId }) => !here.has(seatId)).map((seat): SeatPresence => ({ ...seat, state: 'offline', conversationId: null }))
    told = here
    if (changed.length + left.length > 0) tell([...changed, ...left])
  }
  return { refresh: () => (last = last.catch(() => undefined).then(read)) }
}
