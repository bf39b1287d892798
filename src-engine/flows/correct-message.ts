import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import type { Told } from '../../src-shared/domain/teaching.ts'
import type { Verdict } from '../../src-shared/domain/triage.ts'
import { AppError } from '../../src-shared/errors.ts'
import { asTold } from '../domain/teach/adjuster.ts'
import { asItWas, ownAfter } from '../domain/teach/labelled.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { StoredMessage } from '../store/messages.ts'
import type { Engine } from './context.ts'
import { publishRow } from './inbox.ts'
import { derivedAgain } from './matters.ts'
import { stopRun } from './stop-run.ts'
import { fromLog } from './thread.ts'
import { triageInput } from './triage-input.ts'

type Correction = CallParams<'teaching.correct'>

/** Messages of a conversation that its state is made from again; anger of longer ago has sunk. */
const LOOKED_BACK = 200

export function unknownMessage(): AppError {
  return new AppError({ code: 'not-found', retryable: false, say: { zh: '这条消息已经不在这台电脑上，没有改动。', en: 'This desk does not have that message any more; nothing was changed.' } })
}

/** The state of a conversation after its messages as they are understood now. */
function stateAgain(engine: Engine, record: ConversationRecord): string {
  return derivedAgain(engine, record, engine.store.messages.page(record.conversation.id, null, LOOKED_BACK)).state
}

/** A message as it was told, but for what people say of it; what was learned since changes nothing of it. */
function toldBy(engine: Engine, message: Message, record: ConversationRecord, before: Verdict, said: readonly Told[]): Verdict {
  if (said.length === 0) return before
  const input = triageInput(engine, message, record)
  input.told = asTold([...asItWas(before, engine.untaught(input)), ...said])
  const own = said.some(({ layer }) => layer === 'own') ? said.reduce(ownAfter, before.own ?? []) : before.own
  // What was found in the words as they came: a secret is stars now and would not be found again.
  return { ...engine.untaught(input), entities: before.entities, ...(own ? { own } : {}) }
}

/** Tells a message again, and what follows from it for its conversation. Must run inside a transaction. */
function tellAgain(engine: Engine, { message, verdict }: StoredMessage, record: ConversationRecord, before: Verdict): void {
  const told = toldBy(engine, message, record, before, engine.store.corrections.of(message.id))
  engine.store.messages.setVerdict(message.id, told)
  engine.store.conversations.saveState(record.conversation.id, stateAgain(engine, record))
  // Another subject wants another draft.
  const newest = message.seq === record.lastCustomerSeq && record.waitingSince !== null
  if (newest && told.topics[0]?.label !== verdict?.topics[0]?.label) engine.store.jobs.put('draft', record.conversation.id, message.seq)
}

/** Tells the windows of a message that is understood otherwise now, and whoever learns from it. */
export function tellOthers(engine: Engine, conversationId: string, messageId: string): void {
  const stored = engine.store.messages.get(messageId)
  if (stored) engine.publish({ kind: 'message', message: fromLog(engine, stored) })
  publishRow(engine, conversationId)
  engine.publish({ kind: 'context', conversationId })
  engine.publish({ kind: 'taught', refused: null })
  engine.wake('lessons')
  engine.wake('drafts')
}

/** Stores a person's word on a message. Must run inside a transaction. @param by the person's name */
export function keepCorrection(engine: Engine, { id, conversationId, messageId, told }: Correction, by: string): void {
  const { store, clock } = engine
  const stored = store.messages.get(messageId)
  const record = store.conversations.get(conversationId)
  if (!record || !stored?.verdict || stored.message.conversationId !== conversationId) throw unknownMessage()
  const first = store.corrections.of(messageId)[0]
  const { layer, wrong, right } = told
  store.corrections.add({
    id, conversationId, messageId, layer, wrong, right, text: stored.message.text, told: first?.told ?? stored.verdict, by, at: clock.now(), state: 'new', refusal: null,
  })
  store.audit.add(clock.now(), 'message-corrected', messageId, layer)
  tellAgain(engine, stored, record, first?.told ?? stored.verdict)
}

/**
 * A person says what a customer's message is. Its verdict and the conversation's state change at once; learning from it
 * follows off this path. What autopilot makes of the conversation was read wrongly: it is the person's now. The same id again
 * changes nothing. @throws AppError `not-found`
 */
export function correctMessage(engine: Engine, correction: Correction, by: string): void {
  const { conversationId } = correction
  if (engine.store.corrections.get(correction.id)) return
  engine.store.transaction(() => {
    keepCorrection(engine, correction, by)
    engine.store.jobs.done('routine', conversationId, Number.MAX_SAFE_INTEGER)
  })
  stopRun(engine, conversationId, 'undone', 'by-person')
  tellOthers(engine, correction.conversationId, correction.messageId)
}

/** Forgets a person's word on a message. Must run inside a transaction. */
export function dropCorrection(engine: Engine, id: string): void {
  const { store, clock } = engine
  const correction = store.corrections.get(id)
  if (!correction) return
  const { messageId, conversationId } = correction
  store.corrections.remove(id)
  store.audit.add(clock.now(), 'correction-taken-back', messageId, correction.layer)
  // What was learned from it must go too: all is learned again without it.
  if (correction.state === 'learned' || correction.state === 'weaker') store.taught.setAbout('weights', '')
  const stored = store.messages.get(messageId)
  const record = store.conversations.get(conversationId)
  if (stored && record) tellAgain(engine, stored, record, correction.told)
}

/** Takes a correction back; one that is gone stays gone. */
export function takeBackCorrection(engine: Engine, id: string): void {
  const correction = engine.store.corrections.get(id)
  if (!correction) return
  engine.store.transaction(() => dropCorrection(engine, id))
  tellOthers(engine, correction.conversationId, correction.messageId)
}
