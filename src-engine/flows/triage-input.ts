import type { Message } from '../../src-shared/domain/message.ts'
import type { TriageInput } from '../domain/triage/index.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'

/** Turns that triage looks back on. */
const TURNS = 20

/** A message in its conversation, as triage is asked. */
export function triageInput(engine: Engine, message: Message, record: Pick<ConversationRecord, 'conversation' | 'sinceSeq'>): TriageInput {
  const { customerId } = record.conversation
  // An earlier matter is not what this message goes on with.
  const from = message.seq >= record.sinceSeq ? record.sinceSeq : 0
  let history: TriageInput['history'] | null = null
  return {
    text: message.text, at: message.at, attachments: message.attachments.length,
    // Read when triage looks back: with their verdicts the turns are the most that is read for a message.
    get history() { return (history ??= engine.store.messages.turns(message.conversationId, message.seq, TURNS, from)) },
    products: engine.products(),
    promises: engine.store.followUps.standing(message.conversationId, message.at),
    orderStatuses: customerId ? engine.store.shop.orders(customerId).map((o) => o.status) : [],
  }
}
