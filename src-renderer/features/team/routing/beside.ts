import type { SeatPresence } from '../../../../src-shared/domain/presence.ts'
import type { Routing } from '../../../../src-shared/domain/routing.ts'
import { useColleague, useOwnSeat, usePresence, useRoutings } from '../../../bridge/routing.ts'
import { useNow } from '../../../ui/now.ts'

/** How long after the last sign of a colleague's typing it is said, in milliseconds. */
const TYPING_MS = 8000

export interface Beside {
  own: string
  /** Everybody else who is here. */
  others: readonly SeatPresence[]
  /** Who writes to this customer now, else who has them on the screen. */
  typing: SeatPresence | null
  looking: readonly SeatPresence[]
  /** A colleague who is here and has this conversation. */
  holder: SeatPresence | null
  routing: Routing | null
}

/** Which colleagues are at this conversation, and whose it is. */
export function useBeside(id: string): Beside {
  const own = useOwnSeat()
  const others = usePresence().filter(({ seatId }) => seatId !== own)
  const routing = useRoutings().find(({ conversationId }) => conversationId === id) ?? null
  const sign = useColleague(id)
  const isTyping = useNow((now) => sign !== null && now - sign.at < TYPING_MS)
  const typing = (isTyping && others.find(({ seatId }) => seatId === sign?.seatId)) || null
  const holder = routing?.state === 'taken' ? others.find(({ seatId }) => seatId === routing.to?.id) ?? null : null
  return { own, others, typing, looking: others.filter(({ conversationId, seatId }) => conversationId === id && seatId !== typing?.seatId), holder, routing }
}

/** The colleague whom a second voice would talk over; null: nobody. */
export const firstVoice = ({ typing, holder }: Pick<Beside, 'typing' | 'holder'>): SeatPresence | null => typing ?? holder
