import { isGreeting } from '../../src-shared/domain/greeting-id.ts'
import { isHandBack } from '../../src-shared/domain/hand-back-id.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { isNightReply } from '../domain/night/night-id.ts'
import { anew, nextState, settled, type ConversationState } from '../domain/quality/mood.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import { lineOf, stateOf } from './inbox.ts'

/** What a customer's message means for who answers; read only where it may mean it. */
interface Meant {
  /** They begin a new matter with it. */
  isNewMatter: boolean
  /** It is a yes to the hand-back. */
  agrees: () => boolean
}

/** A record after one more message, and its state where a customer's words changed that. */
interface Derived { next: ConversationRecord; state: ConversationState | null }

/**
 * Derived columns after one more message of the log. Pure: every desk, and one that reads the log again, comes to the same.
 * @param verdict what triage says of it; null: not a customer's
 */
export function derive(record: ConversationRecord, message: Message, verdict: Verdict | null, meant: Meant): Derived {
  const next = { ...record, lastSeq: Math.max(record.lastSeq, message.seq) }
  // A greeting answers nobody, and is not what the conversation is about.
  if (isGreeting(message.id, message.conversationId)) return { next, state: null }
  // Taken back before this desk heard of it: it answered nobody.
  if (message.recalledAt !== undefined) return { next: { ...next, personInvolved: true, handBack: null }, state: null }
  if (message.seq >= record.lastSeq) {
    next.lastLine = lineOf(message)
    next.lastAt = message.at
  }
  if (message.author.kind === 'customer') return derivedFromCustomer(record, next, message, verdict, meant)
  if (message.author.kind === 'agent' || message.author.kind === 'autopilot') fromDesk(record, next, message)
  return { next, state: null }
}

function derivedFromCustomer(record: ConversationRecord, next: ConversationRecord, message: Message, verdict: Verdict | null, { isNewMatter, agrees }: Meant): Derived {
  const isAsked = !isNewMatter && record.handBack?.agreed === null
  const agreed = isAsked && record.handBack && agrees() ? { ...record.handBack, agreed: { seq: message.seq, at: message.at } } : null
  const isSettled = agreed !== null && !agreed.open
  // What was left unanswered when the earlier matter ended waits no more.
  if (isNewMatter) Object.assign(next, { personInvolved: false, automaticReplies: 0, sinceSeq: message.seq, handBack: null, waitingSince: null, personWaitingSince: null })
  else if (agreed) Object.assign(next, { personInvolved: false, automaticReplies: 0, handBack: agreed })
  // Anything but a yes: the question lapses.
  else if (isAsked) next.handBack = null
  if (message.seq > record.lastCustomerSeq) {
    next.lastCustomerSeq = message.seq
    next.lastCustomerAt = message.at
    // A yes to the hand-back alone asks for nothing.
    if (!isSettled && message.seq > record.lastDeskSeq) next.waitingSince ??= message.at
    if (!isSettled) next.personWaitingSince ??= message.at
  }
  if (!verdict) return { next, state: null }
  const before = stateOf(record)
  const after = nextState(isNewMatter ? anew(before) : before, message.id, verdict)
  const state = isSettled ? settled(after) : after
  return { next: { ...next, state: JSON.stringify(state) }, state }
}

/** Changes `next` after a message of the desk. */
function fromDesk(record: ConversationRecord, next: ConversationRecord, message: Message): void {
  const byPerson = message.author.kind === 'agent'
  // Another word of the desk stands between the question and what comes: a yes may mean that.
  if (byPerson || record.handBack?.agreed === null) next.handBack = null
  // The night's reply says when somebody answers: the customer still waits.
  if (isNightReply(message.id, message.conversationId)) return
  next.lastDeskSeq = Math.max(record.lastDeskSeq, message.seq)
  if (next.lastCustomerSeq < next.lastDeskSeq) next.waitingSince = null
  if (!byPerson) {
    next.automaticReplies = record.automaticReplies + 1
    return
  }
  next.personInvolved = true
  if (next.lastCustomerSeq < message.seq) next.personWaitingSince = null
  if (isHandBack(message.id, message.conversationId)) next.handBack = { seq: message.seq, askedAt: message.at, open: record.waitingSince !== null, agreed: null }
}
