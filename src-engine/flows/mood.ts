import type { Mood, MoodPoint } from '../../src-shared/contract/mood.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import type { Engine } from './context.ts'
import { unknownConversation } from './thread.ts'

/** Messages that the curve looks back on: more points than a small line can show apart. */
const LOOKED_AT = 200
/** What a message is about moves no curve. */
const NO_MOOD = /^(?:topic|act)\./u

function pointOf({ id, seq, at }: Message, verdict: Verdict): MoodPoint {
  const { dissatisfaction, anger, escalation, emotion, evidence } = verdict
  const why = [...new Set(evidence.map((one) => one.why))].filter((code) => !NO_MOOD.test(code))
  return { messageId: id, seq, at, dissatisfaction, anger, escalation, level: emotion.level, emotion: emotion.label, why }
}

/** How the customer's mood went, from the verdicts that each message got when it came. @throws AppError for an unknown conversation */
export function readMood(engine: Engine, conversationId: string): Mood {
  if (!engine.store.conversations.get(conversationId)) throw unknownConversation()
  const page = engine.store.messages.page(conversationId, null, LOOKED_AT)
  return {
    points: page.flatMap(({ message, verdict }) => (verdict === null || message.recalledAt !== undefined ? [] : [pointOf(message, verdict)])),
    replies: page.flatMap(({ message: { id, seq, at, author, recalledAt } }) =>
      ((author.kind === 'agent' || author.kind === 'autopilot') && recalledAt === undefined ? [{ messageId: id, seq, at, by: author.kind }] : [])),
    more: (page[0]?.message.seq ?? 1) > 1,
  }
}
