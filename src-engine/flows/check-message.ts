import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { CheckCard } from '../../src-shared/contract/understanding.ts'
import type { Engine } from './context.ts'
import { dropCorrection, keepCorrection, tellOthers, unknownMessage } from './correct-message.ts'
import { historyOf } from './labelled-cases.ts'

/** Turns before a message that a person sees with it. */
const TURNS_SHOWN = 4

function cardOf(engine: Engine, messageId: string): CheckCard[] {
  const stored = engine.store.messages.get(messageId)
  if (!stored?.verdict) return []
  const { message, verdict } = stored
  const displayName = engine.store.conversations.get(message.conversationId)?.conversation.displayName ?? ''
  const before = historyOf(engine, message.conversationId, message.seq, TURNS_SHOWN).map(({ role, text }) => ({ role, text }))
  return [{ messageId, conversationId: message.conversationId, at: message.at, displayName, text: message.text, before, verdict }]
}

/** Messages to check, drawn by chance from all of the customers' that nobody has checked. */
export function drawMessages(engine: Engine, count: number): CallResult<'understanding.draw'> {
  return { cards: engine.store.checked.draw(count).flatMap((id) => cardOf(engine, id)) }
}

/**
 * A person has looked at a drawn message. What they say of it is kept as any correction is, and learned. The same message
 * again changes nothing. @throws AppError `not-found`
 */
export function checkMessage(engine: Engine, { messageId, conversationId, answer, told }: CallParams<'understanding.check'>, by: string): void {
  const { store, clock } = engine
  if (store.checked.get(messageId)) return
  store.transaction(() => {
    const stored = store.messages.get(messageId)
    if (!stored?.verdict || stored.message.conversationId !== conversationId) throw unknownMessage()
    const { text, seq, at: sentAt } = stored.message
    store.checked.add({
      messageId, conversationId, answer, text, sentAt, told: store.corrections.of(messageId)[0]?.told ?? stored.verdict,
      history: historyOf(engine, conversationId, seq), corrections: told.map(({ id }) => id), by, at: clock.now(),
    })
    for (const one of told) keepCorrection(engine, { id: one.id, conversationId, messageId, told: one.told }, by)
    store.audit.add(clock.now(), 'message-checked', messageId, answer)
  })
  if (told.length > 0) tellOthers(engine, conversationId, messageId)
}

/** Takes a check back, with the corrections that were made in it; one that is gone stays gone. */
export function uncheckMessage(engine: Engine, messageId: string): void {
  const { store, clock } = engine
  const checked = store.checked.get(messageId)
  if (!checked) return
  store.transaction(() => {
    for (const id of checked.corrections) dropCorrection(engine, id)
    store.checked.remove(messageId)
    store.audit.add(clock.now(), 'check-taken-back', messageId)
  })
  if (checked.corrections.length > 0) tellOthers(engine, checked.conversationId, messageId)
}
