import { answersNothing } from '../domain/night/answers-nothing.ts'
import { isNightReply } from '../domain/night/night-id.ts'
import { autopilotPaused } from './autopilot-paused.ts'
import type { Engine } from './context.ts'
import { lastNight } from './night-hours.ts'
import { workOfNight } from './night-work.ts'

/** A night desk's account of its shift: ids and words stay out of it. */
export interface NightCounts {
  online: boolean
  paused: boolean
  /** Conversations answered by policy, and those told when a person answers. */
  answered: number
  told: number
  /** Noted for the morning; of those who still wait, how many are upset. */
  left: number
  upset: number
  /** Replies and calls that the gateway has not taken yet. */
  waiting: number
  /** What is held in memory: it must not grow with the night. */
  held: number
}

/** @param since gateway time */
export function nightCounts(engine: Engine, since: number): NightCounts {
  const { store, live, clock } = engine
  const automatic = store.messages.automaticBetween(since, clock.now() + 1)
  const told = automatic.filter(({ id, conversationId }) => isNightReply(id, conversationId))
  const night = lastNight(engine)
  const left = night === null ? [] : workOfNight(engine, night).left
  return {
    online: live.caughtUp, paused: autopilotPaused(engine),
    answered: new Set(automatic.filter((one) => !answersNothing(one.id, one.conversationId)).map(({ conversationId }) => conversationId)).size, told: told.length,
    left: left.length, upset: left.filter(({ upset }) => upset).length,
    waiting: store.outbox.count().waiting + store.commands.all().length,
    held: live.leases.size + live.streaming.size + live.focused.size + live.asking.size + live.copilot.size,
  }
}
