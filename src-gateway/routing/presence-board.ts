import type { SeatPresence } from '../../src-shared/domain/presence.ts'
import type { Store } from '../store/store.ts'
import { readStaff } from './staff.ts'

/** What this node's live seats were last told of who is here. */
export interface PresenceBoard {
  /** Tells them what changed since; one reading after the other. What is asked for while one waits is told by that one. */
  refresh(): Promise<void>
  /** Tells one seat everybody who is here, in its place between the changes. */
  greet(tell: (seats: SeatPresence[]) => void): Promise<void>
}

const looks = ({ at: _, ...seat }: SeatPresence): string => JSON.stringify(seat)

/** @param tell hands over the seats that changed; one that left is `offline` */
export function createPresenceBoard(store: Store, now: () => number, tell: (seats: SeatPresence[]) => void): PresenceBoard {
  let told = new Map<string, SeatPresence>()
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | null = null
  const whoIsHere = async () => (await store.read((tx) => readStaff(tx, now()))).seats
  const inTurn = (work: () => Promise<void>): Promise<void> => (last = last.catch(() => undefined).then(work))
  const read = async () => {
    waiting = null
    const seats = await whoIsHere()
    const here = new Map(seats.map((seat) => [seat.seatId, seat]))
    const changed = seats.filter((seat) => { const before = told.get(seat.seatId); return before === undefined || looks(before) !== looks(seat) })
    const left = [...told.values()].filter(({ seatId }) => !here.has(seatId)).map((seat): SeatPresence => ({ ...seat, state: 'offline', conversationId: null }))
    told = here
    if (changed.length + left.length > 0) tell([...changed, ...left])
  }
  return {
    refresh: () => (waiting ??= inTurn(read)),
    greet: (tellOne) => {
      // A change that comes from here on is told after this.
      waiting = null
      return inTurn(async () => { tellOne(await whoIsHere()) })
    },
  }
}
