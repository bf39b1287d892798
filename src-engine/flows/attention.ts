import type { FromEngine, Waiting } from '../../src-shared/contract/shell.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { clockOf, publishDesk, stateOf } from './inbox.ts'
import { pauseAutopilot } from './pause-autopilot.ts'
import { storedSettings } from './settings.ts'

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
  return { kind: 'attention', ...store.conversations.counts(clock.now()), waiting: [...waiting, ...promisesDue(engine, offset)] }
}

/** Promises of this seat that are due soon or were, the next first. */
function promisesDue({ store, clock, seatId, promiseTerms }: Engine, offset: number): Waiting[] {
  return store.followUps.dueOf(seatId, clock.now() + promiseTerms.alarmMinutes * 60_000, NAMED).flatMap(({ conversationId, dueAt }): Waiting[] => {
    const name = store.conversations.displayName(conversationId)
    return name === null ? [] : [{ conversationId, name, why: 'promise', overdueAt: dueAt - offset }]
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
