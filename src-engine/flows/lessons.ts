import type { CallResult } from '../../src-shared/contract/calls.ts'
import { labelsOf, withTold } from '../domain/teach/labelled.ts'
import type { StoredCorrection } from '../store/corrections.ts'
import type { Engine } from './context.ts'

/** Turns before a message that belong to it as a case. */
const TURNS = 20

/** What was taught here, newest first. */
export function listLessons({ store }: Engine, limit: number): CallResult<'teaching.lessons'> {
  return { lessons: store.corrections.newest(limit).map(({ told: _told, ...lesson }) => lesson), total: store.corrections.count() }
}

/** Every corrected message with what triage had said and what people say, to measure triage by this shop's own history. */
export function labelledHistory({ store }: Engine): CallResult<'understanding.labels'> {
  const byMessage = new Map<string, StoredCorrection[]>()
  for (const one of store.corrections.all()) byMessage.set(one.messageId, [...(byMessage.get(one.messageId) ?? []), one])
  const messages = [...byMessage].flatMap(([messageId, corrections]) => {
    const [first] = corrections
    if (!first) return []
    const message = store.messages.get(messageId)?.message
    const told = labelsOf(first.told)
    return [{
      messageId, at: message?.at ?? first.at, text: first.text,
      history: message ? store.messages.turns(message.conversationId, message.seq, TURNS).map(({ role, text, at }) => ({ role, text, at })) : [],
      told, expected: corrections.reduce(withTold, told),
    }]
  })
  return { messages }
}
