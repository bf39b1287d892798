import type { CallParams, CallResult } from '../../src-shared/contract/calls.ts'
import type { Outside, Promised } from '../../src-shared/domain/follow-up.ts'
import type { Message } from '../../src-shared/domain/message.ts'
import { readPromises, type ReadPromise } from '../domain/promises/read.ts'
import type { PromiseOnItsWay } from '../store/follow-ups.ts'
import type { Engine } from './context.ts'
import { ownSeat } from './own-seat.ts'
import { shopHours } from './shop-hours.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'

const read = (engine: Engine, text: string, at: number): ReadPromise[] => readPromises(text, at, { terms: engine.promiseTerms, timeZone: SHOP_TIME_ZONE, hours: shopHours(engine) })
const plain = ({ kind, words, amount, dueAt, assumed }: ReadPromise): Promised => ({ kind, words, amount, dueAt, assumed })

/** The promises in words that are being written, as they would be kept if these went now. */
export function seePromises(engine: Engine, text: string): CallResult<'promises.read'> {
  return { promises: read(engine, text, engine.clock.now()) }
}

type Adjustments = Readonly<NonNullable<CallParams<'reply.send'>['promises']>>

/** As the person left it: another time, or none at all. */
function adjusted(promise: Promised, adjustments: Adjustments): Promised | null {
  const said = adjustments.find(({ kind, words }) => kind === promise.kind && words === promise.words)
  if (!said) return promise
  return said.dueAt === null ? null : { ...promise, dueAt: said.dueAt, assumed: false }
}

/** Keeps with a reply what it promises, until it arrives. Must run inside the transaction that queues it. */
export function keepPromises(engine: Engine, reply: { id: string; text: string; createdAt: number }, adjustments: Adjustments): void {
  const left = read(engine, reply.text, reply.createdAt).flatMap((promise) => adjusted(plain(promise), adjustments) ?? [])
  engine.store.followUps.onItsWay.set(reply.id, left.map((promised) => ({ id: engine.newId(), promised })))
}

/**
 * A reply of this desk has reached the customer: what it promises is promised from now on. Must run inside the
 * transaction that stores it. @returns whether there was any
 */
export function takeUpPromises(engine: Engine, { id: messageId, conversationId, text, at, recalledAt }: Message): boolean {
  const { store } = engine
  const kept = store.followUps.onItsWay.take(messageId)
  if (recalledAt !== undefined) return false
  const promises = kept ?? read(engine, text, at).map((promise) => ({ id: engine.newId(), promised: plain(promise) }))
  take(engine, promises, { conversationId, messageId, promisedAt: at })
  return promises.length > 0
}

/** Words are on the clipboard for another chat program: what they promise, as the person left it, is promised from now on. Must run inside a transaction. */
export function takeUpCopied(engine: Engine, place: { conversationId: string; messageId: string; outside: Outside }, adjustments: Adjustments): void {
  const { text, at } = place.outside
  const left = read(engine, text, at).flatMap((promise) => adjusted(plain(promise), adjustments) ?? [])
  take(engine, left.map((promised) => ({ id: engine.newId(), promised })), { ...place, promisedAt: at })
}

function take(engine: Engine, promises: readonly PromiseOnItsWay[], { conversationId, messageId, promisedAt, outside }: { conversationId: string; messageId: string; promisedAt: number; outside?: Outside }): void {
  const { store } = engine
  const owner = ownSeat(engine)
  const elsewhere = outside ? { outside } : {}
  for (const { id, promised } of promises) {
    store.followUps.put({ ...promised, id, conversationId, messageId, ...elsewhere, promisedAt, owner, state: 'open', changedBy: owner, changedAt: promisedAt, revision: 0 })
    store.commands.add({ id, call: 'followUp', params: { id, conversationId, messageId, promised, owner, ...elsewhere } })
    store.audit.add(engine.clock.now(), 'promised', id, promised.kind)
  }
}
