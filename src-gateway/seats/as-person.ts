import { AppError } from '../../src-shared/errors.ts'
import { SEAT_CALLS, type SeatCall, type SeatCalls, type SeatParams } from '../../src-shared/wire/seat.ts'
import type { Handlers } from '../answer.ts'
import type { Context } from '../context.ts'
import { audit } from '../people/audit.ts'
import type { Store, WriteTx } from '../store/store.ts'
import { type Actor, authorise } from './actor.ts'
import { isRecorded, permissionFor, writesBesides } from './permissions.ts'
import { outcomeOf, recordedRef } from './recorded-ref.ts'

/** Refusals that say something about a person; lines of the same kind are kept to a few an hour. */
const TELLING: ReadonlySet<string> = new Set(['not-permitted', 'second-seat', 'second-person', 'own-review', 'policy-refused', 'last-admin', 'sign-in'])
const HOUR_MS = 3_600_000
const TELLING_AN_HOUR = 10

type Caller = (params: unknown) => Promise<unknown>

/**
 * The calls of a seat as whoever is signed in at it may make them. Who that is, and what they may, is read anew at each
 * call: a role that was taken away is gone at once. What they change is put on record in the same transaction.
 * @param actorNow @throws AppError `session-ended`, `account-disabled`
 * @param handlersFor the calls over a store of their own, for this one call
 */
export function asPerson(context: Context, actorNow: () => Promise<Actor>, handlersFor: (store: Store, actor: Actor) => Handlers<SeatCalls>): Handlers<SeatCalls> {
  const serve = (call: SeatCall): Caller => async (params) => {
    const actor = await actorNow()
    const needs = permissionFor(call, params as SeatParams<never>)
    try {
      authorise(actor, needs)
      const asked = inOwnName(actor, call, params)
      if (!isRecorded(call, needs)) return await (handlersFor(context.store, actor)[call] as Caller)(asked)
      const { store, written } = recordingStore(context, actor, call, params as object)
      const result = await (handlersFor(store, actor)[call] as Caller)(asked)
      // What asks a shop first writes by itself, in transactions of its own: its line follows.
      if (!written() && writesBesides(call)) await context.store.write((tx) => audit(tx, context.clock.now(), actor, call, recordedRef(params as object), outcomeOf(result)))
      return result
    } catch (thrown) {
      if (thrown instanceof AppError && TELLING.has(thrown.code)) await recordRefusal(context, actor, call, params as object, thrown.code)
      throw thrown
    }
  }
  return Object.fromEntries((Object.keys(SEAT_CALLS) as SeatCall[]).map((call) => [call, serve(call)])) as Handlers<SeatCalls>
}

/** Calls whose `name` says who does it. */
const NAMED: ReadonlySet<SeatCall> = new Set<SeatCall>(['status', 'note', 'changeFollowUp', 'policy.put', 'policy.decide', 'incident.put', 'incident.end', 'campaign.put', 'campaign.switch', 'workflow.put', 'workflow.use'])

/** Whoever is signed in acts under their own name, whatever the desk says; the gateway's own token has none. */
function inOwnName({ account, sessionId }: Actor, call: SeatCall, params: unknown): unknown {
  if (sessionId === null) return params
  if (NAMED.has(call)) return { ...(params as object), name: account.name }
  if (call !== 'send') return params
  const reply = params as SeatParams<'send'>
  return reply.author.kind === 'agent' ? { ...reply, author: { ...reply.author, name: account.name } } : reply
}

/** Puts a line under the call's first write. */
function recordingStore({ store, clock }: Context, actor: Actor, call: SeatCall, params: object): { store: Store; written: () => boolean } {
  let written = false
  return { written: () => written, store: {
    read: (work) => store.read(work),
    onAppended: (listener) => store.onAppended(listener),
    close: () => store.close(),
    async write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
      if (written) return store.write(work)
      const result = await store.write(async (tx) => {
        const done = await work(tx)
        await audit(tx, clock.now(), actor, call, recordedRef(params), outcomeOf(done))
        return done
      })
      written = true
      return result
    },
  } }
}

async function recordRefusal({ store, clock }: Context, actor: Actor, call: SeatCall, params: object, code: string): Promise<void> {
  await store.write(async (tx) => {
    if (await tx.count(`refused:${actor.account.id}:${call}`, HOUR_MS, clock.now()) > TELLING_AN_HOUR) return
    await audit(tx, clock.now(), actor, call, recordedRef(params), code)
  })
}
