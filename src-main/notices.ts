import { HAND_OVERS, type Waiting } from '../src-shared/contract/shell.ts'

/** What is known when it is decided whether to tell somebody. */
export interface Situation {
  /** Most urgent first. */
  waiting: readonly Waiting[]
  /** How many wait in all; `waiting` names only the most urgent. */
  needsYou: number
  /** A window of the desk has the focus. */
  focused: boolean
  away: boolean
  settings: { enabled: boolean; whenFocused: boolean; handOvers: boolean }
}

/** One merged notification. */
export interface Notice {
  count: number
  angry: number
  /** What it opens. */
  first: Waiting
}

export interface Decision {
  /** null: leave what is there. */
  do: { show: Notice } | 'close' | null
  /** Look again then, although nothing may have come in, in milliseconds since the epoch; null: no need to. */
  lookAgainAt: number | null
}

/** Notifications come at least so far apart, in milliseconds; somebody raised need not wait as long. */
const GAP_MS = 20_000
const RAISED_GAP_MS = 5_000

const RAISED = 3
const OVERDUE = 2
const WAITS = 1

function rankOf({ why, overdueAt }: Waiting, now: number): number {
  // An offer is over before the longer gap is.
  if (why === 'angry' || why === 'risk' || isHandOver({ why })) return RAISED
  return overdueAt !== null && overdueAt <= now ? OVERDUE : WAITS
}

export const isHandOver = ({ why }: Pick<Waiting, 'why'>): boolean => (HAND_OVERS as readonly string[]).includes(why)
/** What is not the customer's own waiting. */
export const isWork = ({ why }: Waiting): boolean => why === 'promise' || why === 'ticket' || why === 'review' || isHandOver({ why })
/** A customer may wait and have a promise that is due: the person is told of both. Each hand-over is told once. */
const keyOf = (waiting: Waiting): string => (isWork(waiting) ? `${waiting.conversationId} ${waiting.why} ${waiting.handOver?.id ?? ''}` : waiting.conversationId)

/**
 * Decides when the person is told that customers wait. Told is whoever is new, or more urgent than when last told: all in one
 * notification, never two within the gap, none to somebody who looks at the desk or is away.
 */
export class Notices {
  /** How urgent each was when the person was last told, or looked at the desk. */
  private told = new Map<string, number>()
  /** Whom the notification on the screen is about; null: there is none. */
  private shown: ReadonlySet<string> | null = null
  private shownAt = Number.NEGATIVE_INFINITY

  look(situation: Situation, now: number): Decision {
    const waiting = situation.settings.handOvers ? situation.waiting : situation.waiting.filter((each) => !isHandOver(each))
    const ranks = new Map(waiting.map((each) => [keyOf(each), rankOf(each, now)]))
    for (const id of [...this.told.keys()]) if (!ranks.has(id)) this.told.delete(id)
    if (this.isQuiet(situation)) {
      this.told = ranks
      return this.keepOr(this.shown !== null, this.nextOverdue(waiting, now))
    }
    const fresh = waiting.filter((each) => (ranks.get(keyOf(each)) ?? 0) > (this.told.get(keyOf(each)) ?? 0))
    const dealtWith = this.shown !== null && ![...this.shown].some((id) => ranks.has(id))
    if (fresh.length === 0) return this.keepOr(dealtWith, this.nextOverdue(waiting, now))
    const raised = fresh.some((each) => ranks.get(keyOf(each)) === RAISED)
    const earliest = this.shownAt + (raised ? RAISED_GAP_MS : GAP_MS)
    if (now < earliest) return this.keepOr(dealtWith, earliest)
    // A hand-over that was told gives way to what is new.
    const [first] = waiting.filter((each) => !isHandOver(each) || fresh.includes(each)).toSorted((a, b) => (ranks.get(keyOf(b)) ?? 0) - (ranks.get(keyOf(a)) ?? 0))
    if (!first) return this.keepOr(dealtWith, null)
    this.told = ranks
    this.shown = new Set(ranks.keys())
    this.shownAt = now
    const notice = { count: Math.max(situation.needsYou, new Set(waiting.map(({ conversationId }) => conversationId)).size), angry: waiting.filter((each) => each.why === 'angry').length, first }
    return { do: { show: notice }, lookAgainAt: this.nextOverdue(waiting, now) }
  }

  /** The person closed or clicked it. */
  gone(): void { this.shown = null }

  private isQuiet({ settings, away, focused }: Situation): boolean {
    return !settings.enabled || away || (focused && !settings.whenFocused)
  }

  private keepOr(close: boolean, lookAgainAt: number | null): Decision {
    if (close) this.shown = null
    return { do: close ? 'close' : null, lookAgainAt }
  }

  private nextOverdue(waiting: readonly Waiting[], now: number): number | null {
    const times = waiting.flatMap(({ why, overdueAt }) => ((why === 'waits' || why === 'promise' || why === 'ticket') && overdueAt !== null && overdueAt > now ? [overdueAt] : []))
    return times.length > 0 ? Math.min(...times) : null
  }
}
