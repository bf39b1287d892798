import type { Case } from '../domain/understanding/cases.ts'
import { labelsOf, withTold } from '../domain/teach/labelled.ts'
import type { StoredCorrection } from '../store/corrections.ts'
import type { Turn } from '../store/messages.ts'
import type { Engine } from './context.ts'

/** Turns before a message that belong to it as a case. */
const TURNS = 20

/** What was said before a message. */
export function historyOf({ store }: Engine, conversationId: string, seq: number, limit = TURNS): Pick<Turn, 'role' | 'text' | 'at'>[] {
  return store.messages.turns(conversationId, seq, limit).map(({ role, text, at }) => ({ role, text, at }))
}

function groupByMessage(corrections: readonly StoredCorrection[]): Map<string, StoredCorrection[]> {
  const byMessage = new Map<string, StoredCorrection[]>()
  for (const one of corrections) byMessage.set(one.messageId, [...(byMessage.get(one.messageId) ?? []), one])
  return byMessage
}

/**
 * Every message of which people have said what it is: the checked ones, as they were drawn by chance, then those that were
 * corrected in passing. One that nobody could tell is none.
 */
export function labelledCases(engine: Engine): Case[] {
  const { store } = engine
  const said = groupByMessage(store.corrections.all())
  const checked = store.checked.all()
  const drawn = new Set(checked.map(({ messageId }) => messageId))
  const sampled = checked.filter(({ answer }) => answer === 'right').map(({ messageId, conversationId, sentAt, text, history, told }): Case => ({
    messageId, conversationId, at: sentAt, text, history, told, expected: (said.get(messageId) ?? []).reduce(withTold, labelsOf(told)), sampled: true,
  }))
  const inPassing = [...said].flatMap(([messageId, corrections]): Case[] => {
    const [first] = corrections
    if (!first || drawn.has(messageId)) return []
    const message = store.messages.get(messageId)?.message
    return [{
      messageId, conversationId: first.conversationId, at: message?.at ?? first.at, text: first.text, told: first.told,
      history: message ? historyOf(engine, message.conversationId, message.seq) : [], expected: corrections.reduce(withTold, labelsOf(first.told)), sampled: false,
    }]
  })
  return [...sampled, ...inPassing]
}
