import type { Resolution } from '../../src-shared/domain/disposition.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { isConsent } from '../domain/hand-back/consent.ts'
import { beginsMatter, mayBeginMatter } from '../domain/hand-back/new-matter.ts'
import type { ConversationState } from '../domain/quality/mood.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { Engine } from './context.ts'
import { derive } from './derive.ts'
import { stateOf } from './inbox.ts'
import { triageInput } from './triage-input.ts'

/** When the conversation was resolved, by what the log says; an end that still waits here for the line is no other desk's yet. */
function endsOf({ store }: Engine, conversationId: string): number[] {
  return store.resolutions.of(conversationId).filter(({ id }) => !store.commands.waits(id)).map(({ at }) => at)
}

/** Does this message of a customer begin a new matter? Reads the ends only after a gap that is long enough. */
export function beginsMatterHere(engine: Engine, { lastCustomerAt }: ConversationRecord, { conversationId, at }: Message): boolean {
  return mayBeginMatter(lastCustomerAt, at) && beginsMatter(at, lastCustomerAt, endsOf(engine, conversationId))
}

/** Is this message of a customer a yes to the hand-back? Without what this desk alone was taught: every desk comes to the same. */
export function agreesHere(engine: Engine, record: ConversationRecord, message: Message): boolean {
  return isConsent(message, engine.untaught(triageInput(engine, message, record)))
}

/** A conversation of which nothing was read yet. */
function unread({ conversation }: ConversationRecord): ConversationRecord {
  return {
    conversation, lastSeq: 0, lastCustomerSeq: 0, lastDeskSeq: 0, lastLine: '', lastAt: 0, waitingSince: null, personWaitingSince: null,
    personInvolved: false, automaticReplies: 0, lastCustomerAt: 0, sinceSeq: 0, handBack: null, state: '{}',
  }
}

/** All that follows from these messages, oldest first; what a person said of the flag stays. */
export function derivedAgain(engine: Engine, record: ConversationRecord, messages: readonly StoredMessage[]): ConversationRecord {
  const before = stateOf(record)
  const ends = endsOf(engine, record.conversation.id)
  const again = messages.reduce((now, { message, verdict }) => {
    const isNewMatter = message.author.kind === 'customer' && beginsMatter(message.at, now.lastCustomerAt, ends)
    return derive(now, message, verdict, { isNewMatter, agrees: () => agreesHere(engine, now, message) }).next
  }, unread(record))
  const state = stateOf(again)
  const kept: ConversationState = { ...state, everFlagged: before.everFlagged || state.everFlagged, flagDismissed: before.flagDismissed && before.flag?.messageId === state.flag?.messageId }
  return { ...again, state: JSON.stringify(kept) }
}

/** The record as its messages say from the first on, for where something earlier than the newest has changed. Its place in the queue stays. */
export function readAgain(engine: Engine, record: ConversationRecord): ConversationRecord {
  const messages = engine.store.messages.page(record.conversation.id, null, Number.MAX_SAFE_INTEGER)
  return { ...derivedAgain(engine, record, messages), lastSeq: record.lastSeq, lastAt: record.lastAt }
}

/**
 * An end was withdrawn, or heard of late: where the customer had begun a new matter after it, everything is told again.
 * Must run inside a transaction. @returns whether it was
 */
export function mattersAgain(engine: Engine, { conversationId, at }: Resolution): boolean {
  const record = engine.store.conversations.get(conversationId)
  if (!record || !mayBeginMatter(at, record.lastCustomerAt)) return false
  const { conversation: _unchanged, ...derived } = readAgain(engine, record)
  engine.store.conversations.saveDerived(conversationId, derived)
  return true
}
