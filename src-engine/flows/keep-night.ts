import { nightFromId } from '../domain/night/night-id.ts'
import type { Engine } from './context.ts'
import { nightNow } from './night-hours.ts'
import { noteForMorning } from './night-note.ts'
import { tellWhen } from './night-reply.ts'

/** Conversations that are looked at in one pass. */
const MOST = 1000

/** Is somebody or something about to answer this conversation? Then nothing is said of it yet. */
function isInHand({ store }: Engine, conversationId: string): boolean {
  return store.jobs.get('routine', conversationId) !== null || store.workflowRuns.latest(conversationId)?.open === true || store.runs.latest(conversationId)?.state === 'sending'
}

/**
 * One look at a night: whoever was left to people is told when they answer and noted for the morning, and the notes of
 * before are kept true. Holds nothing between two looks: what it goes by lies in the store, so a crash forgets nothing.
 */
export function keepNight(engine: Engine): void {
  const { store, clock } = engine
  const night = nightNow(engine)
  if (night === null || !engine.live.caughtUp) return
  const noted = store.notes.between(night.from, night.to)
    .filter(({ id, conversationId, author }) => author.id === engine.seatId && nightFromId(id, conversationId, 'note') === night.number)
    .map(({ conversationId }) => conversationId)
  const left = store.conversations.needing(MOST, clock.now()).filter(({ conversation }) => !isInHand(engine, conversation.id))
  for (const record of left) {
    tellWhen(engine, record, night)
    noteForMorning(engine, record, night)
  }
  const now = new Set(left.map(({ conversation }) => conversation.id))
  for (const id of noted) {
    const record = now.has(id) || isInHand(engine, id) ? null : store.conversations.get(id)
    if (record) noteForMorning(engine, record, night)
  }
}
