import { groupOf } from '../../../src-shared/domain/topic-groups.ts'
import { TOPICS, type Topic } from '../../../src-shared/domain/triage.ts'
import type { Engine } from '../context.ts'
import { clockOf, stateOf } from '../inbox.ts'
import { presentSeats } from './presence.ts'

const isTopic = (name: string | null): name is Topic => name !== null && (TOPICS as readonly string[]).includes(name)

/**
 * Tells the gateway what a customer wants, how they feel and until when they must be answered, so that it can route: it does
 * not read their words. One desk of those that it knows to be here does it: who came a moment ago may not be known yet. Lost with the line: routing then goes on without.
 */
export function noteUnderstood(engine: Engine, conversationId: string): void {
  const seats = presentSeats(engine)
  if (!engine.live.caughtUp || seats[0]?.seatId !== engine.seatId) return
  const record = engine.store.conversations.get(conversationId)
  if (!record || record.lastCustomerSeq === 0 || record.waitingSince === null) return
  const { openTopic, emotionLevel, flagDismissed, language } = stateOf(record)
  const understood = {
    seq: record.lastCustomerSeq, group: isTopic(openTopic) ? groupOf(openTopic) : null, emotion: flagDismissed ? Math.min(emotionLevel, 1) : emotionLevel,
    language: language.slice(0, 8), dueAt: clockOf(engine, record, undefined)?.dueAt ?? null,
  }
  void engine.link.call('routing.note', { conversationId, understood }).catch(() => undefined)
}
