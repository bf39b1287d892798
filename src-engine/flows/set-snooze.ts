import type { CallResult } from '../../src-shared/contract/calls.ts'
import { snoozeChoices } from '../domain/snooze/choices.ts'
import { parseTime } from '../domain/snooze/parse-time.ts'
import type { ConversationRecord } from '../store/conversations.ts'
import type { Engine } from './context.ts'
import { publishRow } from './inbox.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { unknownConversation } from './thread.ts'

/** Puts a conversation away until a time, or brings it back (null): here at once, at the gateway as soon as it is reached. */
export function setSnooze(engine: Engine, conversationId: string, until: number | null): void {
  const { store } = engine
  const record = store.conversations.get(conversationId)
  if (!record) throw unknownConversation()
  if (record.conversation.status === 'resolved') return
  store.transaction(() => putAway(engine, record, until))
  publishRow(engine, conversationId)
  engine.wake('outbox')
  engine.wake('wakeups')
}

/** Must run inside a transaction. */
export function putAway({ store, newId, clock }: Engine, { conversation, lastCustomerSeq: seenSeq }: ConversationRecord, until: number | null): void {
  const id = newId()
  store.conversations.upsert({ ...conversation, snooze: until === null ? null : { until, seenSeq } })
  store.commands.dropPending('snooze', conversation.id)
  store.commands.add({ id, call: 'snooze', params: { id, conversationId: conversation.id, until, seenSeq } })
  store.audit.add(clock.now(), until === null ? 'snooze-ended' : 'snoozed', conversation.id)
}

/** The usual times to choose from, and what the words typed mean; null: nothing that can be understood. */
export function readSnoozeTimes({ clock }: Engine, typed: string): CallResult<'snooze.times'> {
  const now = clock.now()
  return { choices: snoozeChoices(now, SHOP_TIME_ZONE), typed: typed.trim() === '' ? null : parseTime(typed, now, SHOP_TIME_ZONE) }
}
