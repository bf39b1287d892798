import type { Customer } from '../../src-shared/domain/customer.ts'
import type { RouteReason } from '../../src-shared/domain/routing.ts'

/** A customer who waits for somebody; instants in milliseconds. */
export interface Waiting {
  conversationId: string
  /** 0 calm .. 3 angry. */
  emotion: number
  level: Customer['level'] | null
  /** When the first unanswered words came. */
  since: number
  /** When they must be answered; null: no rule is known to ask for it. */
  dueAt: number | null
}

/** From this level on a customer goes before all who are calm. */
const URGENT = 2
/** Where no rule is known, the wait is judged as if it asked for an answer within this. */
const USUAL_MS = 180_000
/** How much earlier a valued customer is looked at. */
const EARLIER_MS: Record<Customer['level'], number> = { new: 0, regular: 0, silver: 30_000, gold: 60_000 }

const anger = ({ emotion }: Waiting): number => (emotion >= URGENT ? emotion : 0)
const dueOf = ({ dueAt, since, level }: Waiting): number => (dueAt ?? since + USUAL_MS) - (level === null ? 0 : EARLIER_MS[level])

/** Angry customers first, the angriest on top; then whose clock runs out first, a valued customer's a little earlier; then who waits longest. */
export const inQueueOrder = <T extends Waiting>(waiting: readonly T[]): T[] =>
  [...waiting].sort((a, b) => anger(b) - anger(a) || dueOf(a) - dueOf(b) || a.since - b.since || (a.conversationId < b.conversationId ? -1 : 1))

/** What of its place in the queue deserves a word. */
export function queueReasons(waiting: Waiting): RouteReason[] {
  return [
    ...(waiting.emotion >= URGENT ? [{ code: 'urgent' as const, value: String(waiting.emotion) }] : []),
    ...(waiting.level !== null && EARLIER_MS[waiting.level] > 0 ? [{ code: 'valued' as const, value: waiting.level }] : []),
  ]
}
