import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { FollowUp, FollowUpChange } from '../../src-shared/domain/follow-up.ts'
import { AppError } from '../../src-shared/errors.ts'
import type { Engine } from './context.ts'
import { publishRow } from './inbox.ts'
import { ownSeat } from './own-seat.ts'

/** Here at once, at the gateway as soon as it is reached. Must run inside a transaction. */
export function putChange(engine: Engine, known: FollowUp, change: FollowUpChange): void {
  const { store } = engine
  const id = engine.newId()
  const by = ownSeat(engine)
  const now = engine.clock.now()
  const { state = known.state, dueAt = known.dueAt, owner = known.owner } = change
  store.followUps.put({ ...known, state, dueAt, owner, changedBy: by, changedAt: now })
  store.commands.add({ id, call: 'changeFollowUp', params: { id, conversationId: known.conversationId, followUpId: known.id, change, name: by.name } })
  store.audit.add(now, 'promise-changed', known.id, change.state ?? (change.owner ? 'owner' : 'time'))
}

/** Kept, none after all, open again; another time or owner. @throws AppError `not-found` */
export function changePromise(engine: Engine, { id, ...change }: CallParams<'promise.change'>): void {
  const known = engine.store.followUps.get(id)
  if (!known) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '这台电脑上没有这条承诺。', en: 'This desk does not have that promise.' } })
  engine.store.transaction(() => putChange(engine, known, change))
  tellPromise(engine, known.conversationId)
  engine.wake('outbox')
}

/** Thread, row (of words copied elsewhere: their list) and alarm follow what changed. */
export function tellPromise(engine: Engine, conversationId: string): void {
  const record = engine.store.conversations.get(conversationId)
  if (record) {
    engine.publish({ kind: 'context', conversationId })
    publishRow(engine, conversationId, record)
  } else engine.publish({ kind: 'outside' })
  engine.wake('wakeups')
}

/** Who could see to a promise: this seat first, then colleagues that this desk has heard of. */
export function promiseOwners(engine: Engine, conversationId: string): CallResult<'promise.owners'> {
  const { store } = engine
  const own = ownSeat(engine)
  const heard = [
    ...store.messages.byPersons(conversationId, 50).map(({ author: { id, name } }) => ({ id, name })),
    ...store.notes.of(conversationId).map(({ author }) => author), ...store.followUps.owners(),
  ]
  return { owners: [...new Map([own, ...heard.filter(({ id }) => id !== own.id)].reverse().map((owner) => [owner.id, owner])).values()].reverse() }
}
