import type { FromEngine, Waiting } from '../../src-shared/contract/shell.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { clockOf, publishDesk, stateOf } from './inbox.ts'
import { outsideName } from './outside-promises.ts'
import { owedOf } from './owed-promises.ts'
import { pauseAutopilot } from './pause-autopilot.ts'
import { mayLead } from './own-seat.ts'
import { handOversHere } from './team/hand-overs.ts'
import { openReviews } from './reviews/list-reviews.ts'
import { storedSettings } from './settings.ts'
import { listTickets } from './tickets/read-tickets.ts'

/** So many of those who wait are named to the shell, the most urgent first; the counts are of all. */
const NAMED = 50

/** Who needs a person, for the badge, the tray and the notification. Names and times, no words. */
export function attention(engine: Engine): Extract<FromEngine, { kind: 'attention' }> {
  const { store, clock } = engine
  // The shell knows only this machine's clock.
  const offset = store.settings.read('clock-offset', 0)
  const waiting = store.conversations.needing(NAMED, clock.now()).map((record): Waiting => ({
    conversationId: record.conversation.id, name: record.conversation.displayName, why: whyOf(record),
    overdueAt: overdueAt(engine, record, offset),
  }))
  const reviews = reviewsWaiting(engine)
  const { needsYou, ...counts } = store.conversations.counts(clock.now())
  return { kind: 'attention', ...counts, needsYou: needsYou + reviews.length, waiting: [...handOversHere(engine).slice(0, NAMED), ...waiting, ...promisesDue(engine, offset), ...ticketsDue(engine, offset), ...reviews].slice(0, 3 * NAMED) }
}

/** Promises of this seat that are due soon or were, the next first. */
function promisesDue(engine: Engine, offset: number): Waiting[] {
  const { store, clock, seatId, promiseTerms } = engine
  return owedOf(engine, store.followUps.dueOf(seatId, clock.now() + promiseTerms.alarmMinutes * 60_000, NAMED)).flatMap(({ conversationId, dueAt, outside }): Waiting[] => {
    const name = store.conversations.displayName(conversationId) ?? (outside ? outsideName(engine, outside) : null)
    return name === null ? [] : [{ conversationId, name, why: 'promise', overdueAt: dueAt - offset }]
  })
}

/** Tickets of whoever sits here that are due soon or were, the next first. */
function ticketsDue(engine: Engine, offset: number): Waiting[] {
  const now = engine.clock.now()
  return listTickets(engine).flatMap(({ mine, alarmAt, dueAt, conversationId, customer }): Waiting[] =>
    (mine && alarmAt !== null && dueAt !== null && alarmAt <= now && conversationId !== null && customer !== null ? [{ conversationId, name: customer, why: 'ticket', overdueAt: dueAt - offset }] : [])).slice(0, NAMED)
}

/** What waits for a decision of whoever sits here. */
function reviewsWaiting(engine: Engine): Waiting[] {
  if (!mayLead(engine)) return []
  return openReviews(engine).filter(({ by }) => by.seatId !== engine.seatId).slice(0, NAMED).flatMap(({ conversationId }): Waiting[] => {
    const name = engine.store.conversations.displayName(conversationId)
    return name === null ? [] : [{ conversationId, name, why: 'review', overdueAt: null }]
  })
}

function overdueAt(engine: Engine, record: ConversationRecord, offset: number): number | null {
  const dueAt = clockOf(engine, record, undefined)?.dueAt
  return dueAt === undefined ? null : dueAt - offset
}

/** Angry needs anger at its highest; any other flag is a risk, whatever its tone. */
function whyOf(record: ConversationRecord): Waiting['why'] {
  const { flag, flagDismissed, emotionLevel } = stateOf(record)
  if (flag === null || flagDismissed) return 'waits'
  return emotionLevel >= 3 ? 'angry' : 'risk'
}

/** What the tray shows and switches, and whether the person wants to be told. */
export function seat({ store }: Pick<Engine, 'store'>): Extract<FromEngine, { kind: 'seat' }> {
  const { notifications, presence } = storedSettings({ store })
  return { kind: 'seat', notifications, away: presence === 'away', autopilotPaused: autopilotPaused({ store }) }
}

/** The person used the tray. */
export function changeSeat(engine: Engine, change: { away?: boolean | undefined; autopilotPaused?: boolean | undefined }): void {
  if (change.autopilotPaused !== undefined) pauseAutopilot(engine, change.autopilotPaused)
  if (change.away === undefined) return
  engine.store.settings.write('settings', { ...storedSettings(engine), presence: change.away ? 'away' : 'available' })
  publishDesk(engine)
}
