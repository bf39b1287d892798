import type { CallResult } from '../../src-shared/contract/calls.ts'
import { snoozeChoices } from '../domain/snooze/choices.ts'
import { parseTime } from '../domain/snooze/parse-time.ts'
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
  const id = engine.newId()
  const seenSeq = record.lastCustomerSeq
  store.transaction(() => {
    store.conversations.upsert({ ...record.conversation, snooze: until === null ? null : { until, seenSeq } })
    store.commands.dropPending('snooze', conversationId)
    store.commands.add({ id, call: 'snooze', params: { id, conversationId, until, seenSeq } })
    store.audit.add(engine.clock.now(), until === null ? 'snooze-ended' : 'snoozed', conversationId)
  })
  publishRow(engine, conversationId)
  engine.wake('outbox')
  engine.wake('wakeups')
}

/** The usual times to choose from, and what the words typed mean; null: nothing that can be understood. */
export function readSnoozeTimes({ clock }: Engine, typed: string): CallResult<'snooze.times'> {
  const now = clock.now()
  return { choices: snoozeChoices(now, SHOP_TIME_ZONE), typed: typed.trim() === '' ? null : parseTime(typed, now, SHOP_TIME_ZONE) }
}
