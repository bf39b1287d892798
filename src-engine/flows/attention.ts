import { z } from 'zod'
import type { FromEngine, Waiting } from '../../src-shared/contract/shell.ts'
import { WAITING_RULE } from '../../src-shared/domain/waiting-rule.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { publishDesk, stateOf } from './inbox.ts'
import { pauseAutopilot } from './pause-autopilot.ts'

/** So many of those who wait are named to the shell, the most urgent first; the counts are of all. */
const NAMED = 50

/** The part of the stored settings that the shell follows; what was never chosen has its default. */
const SeatSettings = z.object({
  notifications: z.object({ enabled: z.boolean(), whenFocused: z.boolean() }).catch({ enabled: true, whenFocused: false }),
  presence: z.enum(['available', 'away']).catch('available'),
})

type Place = Pick<Engine, 'store' | 'clock'>

/** Who needs a person, for the badge, the tray and the notification. Names and times, no words. */
export function attention({ store, clock }: Place): Extract<FromEngine, { kind: 'attention' }> {
  // The shell knows only this machine's clock.
  const offset = store.settings.read('clock-offset', 0)
  const waiting = store.conversations.needing(NAMED).map((record): Waiting => ({
    conversationId: record.conversation.id, name: record.conversation.displayName, why: whyOf(record),
    overdueAt: (record.waitingSince ?? clock.now()) + WAITING_RULE.seconds * 1000 - offset,
  }))
  return { kind: 'attention', ...store.conversations.counts(), waiting }
}

/** Angry needs anger at its highest; any other flag is a risk, whatever its tone. */
function whyOf(record: ConversationRecord): Waiting['why'] {
  const { flag, flagDismissed, emotionLevel } = stateOf(record)
  if (flag === null || flagDismissed) return 'waits'
  return emotionLevel >= 3 ? 'angry' : 'risk'
}

/** What the tray shows and switches, and whether the person wants to be told. */
export function seat({ store }: Pick<Engine, 'store'>): Extract<FromEngine, { kind: 'seat' }> {
  const { notifications, presence } = SeatSettings.parse(store.settings.read<object>('settings', {}))
  return { kind: 'seat', notifications, away: presence === 'away', autopilotPaused: store.settings.read('autopilot-paused', false) }
}

/** The person used the tray. */
export function changeSeat(engine: Engine, change: { away?: boolean | undefined; autopilotPaused?: boolean | undefined }): void {
  if (change.autopilotPaused !== undefined) pauseAutopilot(engine, change.autopilotPaused)
  if (change.away === undefined) return
  const before = engine.store.settings.read<object>('settings', {})
  engine.store.settings.write('settings', { ...before, presence: change.away ? 'away' : 'available' })
  publishDesk(engine)
}
