import { v7 as uuidv7 } from 'uuid'
import type { Logger } from 'pino'
import type { Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Effect, Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { AppError } from '../../../src-shared/errors.ts'
import type { SeatParams, SeatResult } from '../../../src-shared/wire/seat.ts'
import type { Clock } from '../../clock.ts'
import { refuse } from '../../refusals.ts'
import type { Intent } from '../../store/shops.ts'
import type { ReadTx, Store, WriteTx } from '../../store/store.ts'
import { appendEffect, knownEffect } from '../perform-effect.ts'
import { unreachable } from '../rest/send.ts'
import { PlatformRefusal } from '../http/errors.ts'
import type { LookedUp, ShopLine } from '../shop-kind.ts'
import { planAct } from '../../../src-shared/domain/cases/plan.ts'
import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import type { Warehouse } from '../warehouse/warehouse.ts'
import { atWarehouse } from './at-warehouse.ts'
import { caseOf, CLAIM_MS, effectOfStep, keepIntent, markAsked, refusalOfIntent, sameWish } from './begin.ts'
import { lookUpStep } from './look-up-step.ts'
import { refusedStep, settle, type After } from './settle.ts'
import { handToPerson } from './hand-to-person.ts'

export interface OutsideDeps {
  store: Store
  clock: Clock
  log: Logger
  /** null: the connection is gone or switched off. */
  line(connectionId: string): ShopLine | null
  /** Who sends its orders; null: nobody is set up, and the platform is asked at once. */
  warehouse?(connectionId: string): Promise<Warehouse | null>
}

/** What a person found at the shop itself, of something that nobody was sure of. */
export type Found = { state: 'done'; reference: string | null } | { state: 'not-done' } | { state: 'ask-again' }

export interface Outside {
  /**
   * @param first the store for the first write, where the caller puts it on record
   * @throws AppError `shop-unreachable`, `shop-unsure` (both retryable): there is no outcome yet, the same id is to be asked again
   */
  perform(seatId: string, request: SeatParams<'perform'>, connectionId: string, first?: Store): Promise<SeatResult<'perform'>>
  actOnCase(seatId: string, request: SeatParams<'case.act'>, connectionId: string, first?: Store): Promise<SeatResult<'case.act'>>
  /** Goes on with whatever has no outcome, one after the other. */
  resume(): Promise<void>
  /** A person has looked. @throws AppError `not-found` */
  decide(id: string, found: Found, first?: Store): Promise<void>
}

const unsure = (): AppError => new AppError({ code: 'shop-unsure', retryable: true, say: { zh: '店铺没有说清楚这一步是否已执行，已交给人核对（团队，店铺）；核对之前不会再做一次。', en: 'The shop does not say whether this was done. It waits for a person to look (Team, Shops) and is not done again before that.' } })
const refusedOutcome = (reason: Extract<Effect['outcome'], { state: 'refused' }>['reason'], detail: string): Effect['outcome'] => ({ state: 'refused', reason, detail: detail.slice(0, 300) })
const outcomeOf = (performed: Performed): Effect['outcome'] => (performed.state === 'done' ? { state: 'done', reference: performed.reference } : refusedOutcome(performed.reason, performed.detail))

/**
 * Does things at shops behind HTTP, each once: the intent is on disk before anything leaves, the shop is asked outside of every
 * transaction, then outcome and intent change places in one. Killed in between, the shop is looked at before it is asked again;
 * what it does not show goes to a person.
 */
export function createOutside({ store, clock, log, line, warehouse = async () => null }: OutsideDeps): Outside {
  const holder = uuidv7()
  const running = new Map<string, Promise<void>>()

  /** Takes the intent for this process; null: another has it, or it is settled. */
  const claim = (id: string): Promise<Intent | null> => store.write(async (tx) => {
    const intent = await tx.shops.intent(id)
    if (intent === null || (intent.claim !== null && intent.claim.by !== holder && intent.claim.until > clock.now())) return null
    const mine = { ...intent, claim: { by: holder, until: clock.now() + CLAIM_MS } }
    await tx.shops.putIntent(mine)
    return mine
  })
  const release = (id: string): Promise<void> => store.write(async (tx) => {
    const intent = await tx.shops.intent(id)
    if (intent?.claim?.by === holder) await tx.shops.putIntent({ ...intent, claim: null })
  })
  const done = (intent: Intent, outcome: Effect['outcome'], after: After): Promise<void> => store.write((tx) => settle(tx, clock.now(), intent, outcome, after))

  /** What the shop shows now, as far as it can be read. */
  async function lookAfter(shop: ShopLine, { orderNo, caseAct }: Intent): Promise<After> {
    const quiet = async <T>(read: Promise<T | null>): Promise<T | null> => read.catch(() => null)
    const no = caseAct && (await store.read((tx) => caseOf(tx, caseAct.caseId)))?.no
    return { order: await quiet(shop.order(orderNo)), case: no ? await quiet(shop.case(no, orderNo)) : null }
  }
  /** Asks the shop: nothing but its answer, or a look at it, tells from here on whether it was done. */
  async function call(shop: ShopLine, intent: Intent): Promise<void> {
    let performed: Performed
    try {
      performed = await askShop(shop, intent)
    } catch (thrown) {
      // Said by the platform itself: it was not done. Anything else is no answer.
      if (!(thrown instanceof PlatformRefusal)) throw thrown
      if (thrown.retryable) {
        await store.write((tx) => tx.shops.putIntent({ ...intent, step: 'intended' }))
        throw thrown
      }
      performed = { state: 'refused', reason: 'shop', detail: thrown.platformCode }
    }
    await done(intent, outcomeOf(performed), await lookAfter(shop, intent))
  }
  async function askShop(shop: ShopLine, { id, effect, caseAct }: Intent): Promise<Performed> {
    if (caseAct === null) return effect ? shop.perform({ id, action: effect.action, expects: effect.expects, by: effect.by.name }) : { state: 'refused', reason: 'unsupported', detail: '' }
    const one = await store.read((tx) => caseOf(tx, caseAct.caseId))
    if (one === null) return { state: 'refused', reason: 'state', detail: 'no-case' }
    return shop.decide?.(one, caseAct.act, id) ?? { state: 'refused', reason: 'unsupported', detail: `case:${caseAct.act.kind}` }
  }
  /** The order is read, everything is checked against it, and only then the shop is asked; its warehouse before it. */
  async function checkAndCall(shop: ShopLine, begun: Intent): Promise<void> {
    const fresh = await shop.order(begun.orderNo)
    const held = await atWarehouse(await warehouse(begun.connectionId), shop, {
      refusal: (intent, order) => store.read((tx) => refusalOfIntent(tx, clock.now(), intent, order)),
      asking: async (intent, order, seen) => {
        const kept = await store.write((tx) => markAsked(tx, clock.now(), intent, order, { warehouse: { state: 'asking', seen } }))
        return 'intent' in kept ? kept : { state: 'refused', ...kept }
      },
      put: async (intent) => {
        await store.write((tx) => tx.shops.putIntent(intent))
        return intent
      },
    }, begun, fresh)
    if (held.next === 'unsure') {
      await store.write((tx) => handToPerson(tx, clock.now(), held.intent))
      throw unsure()
    }
    if (held.next === 'settle') return done(held.intent, outcomeOf(held.outcome), { order: fresh, case: null })
    // The warehouse took its time: the order is read again, so that the platform is asked about what stands there now.
    const now = held.intent === begun ? fresh : await shop.order(begun.orderNo)
    const kept = await store.write((tx) => markAsked(tx, clock.now(), held.intent, now, { step: 'calling' }))
    if ('intent' in kept) await call(shop, kept.intent)
    else await done(held.intent, refusedOutcome(kept.reason, kept.detail), { order: now, case: null })
  }
  async function lookUp(shop: ShopLine, intent: Intent): Promise<LookedUp> {
    const { id, effect, caseAct, before } = intent
    if (caseAct !== null) return lookUpStep(shop, await store.read((tx) => caseOf(tx, caseAct.caseId)), caseAct.act, before)
    return effect ? shop.lookUp({ id, action: effect.action, expects: effect.expects, by: effect.by.name }, before) : 'not-done'
  }
  async function advance(intent: Intent): Promise<void> {
    const shop = line(intent.connectionId)
    if (shop === null) throw unreachable()
    if (intent.step === 'unsure') throw unsure()
    if (intent.step === 'intended') return checkAndCall(shop, intent)
    const found = await lookUp(shop, intent)
    if (found === 'not-done') return checkAndCall(shop, intent)
    if (found !== 'unknown') return done(intent, outcomeOf(found), await lookAfter(shop, intent))
    const { effect } = intent
    if (effect && intent.caseAct === null && shop.repeatable({ id: intent.id, action: effect.action, expects: effect.expects, by: effect.by.name })) return call(shop, intent)
    await store.write((tx) => handToPerson(tx, clock.now(), intent))
    throw unsure()
  }
  /** One at a time for each id; a second asker waits for the first. */
  function run(id: string): Promise<void> {
    const going = running.get(id)
    if (going) return going
    const started = (async () => {
      const intent = await claim(id)
      if (intent === null) return
      await advance(intent).finally(() => release(id))
    })().finally(() => running.delete(id))
    running.set(id, started)
    return started
  }

  async function begin(tx: WriteTx, seatId: string, request: SeatParams<'perform'>, connectionId: string): Promise<SeatResult<'perform'> | null> {
    const known = await knownEffect(tx, request)
    if (known !== null) return { n: await tx.head(), effect: known }
    const open = await tx.shops.intent(request.id)
    if (open !== null) {
      sameWish(open, request, null)
      return null
    }
    const intent: Intent = { id: request.id, connectionId, orderNo: request.action.orderNo ?? '', seatId, at: clock.now(), step: 'intended', effect: request, caseAct: null, before: null, claim: null }
    const refusal = await keepIntent(tx, clock.now(), intent)
    return refusal && appendEffect(tx, clock.now(), seatId, request, refusedOutcome(refusal.reason, refusal.detail))
  }
  async function beginStep(tx: WriteTx, seatId: string, request: SeatParams<'case.act'>, connectionId: string): Promise<SeatResult<'case.act'> | null> {
    const one = await caseOf(tx, request.caseId)
    if (one === null) throw refuse('not-found')
    const answer = async (outcome: SeatResult<'case.act'>['outcome']): Promise<SeatResult<'case.act'>> => ({ n: await tx.head(), case: one, outcome })
    if (one.history.some(({ id }) => id === request.id)) return answer({ state: 'done' })
    const before = await refusalOfStep(tx, connectionId, request.id)
    if (before) return answer(before)
    const open = await tx.shops.intent(request.id)
    if (open !== null) {
      sameWish(open, null, request)
      return null
    }
    const order: Order | null = await tx.order(one.orderNo)
    const planned = order && planAct(one, request.act, order)
    const effect = planned && !isRefusal(planned) ? effectOfStep(request, planned) : null
    const refusal = await keepIntent(tx, clock.now(), { id: request.id, connectionId, orderNo: one.orderNo, seatId, at: clock.now(), step: 'intended', effect, caseAct: request, before: null, claim: null })
    return refusal && answer({ state: 'refused', ...refusal })
  }
  const refusalOfStep = async (tx: ReadTx, connectionId: string, id: string): Promise<SeatResult<'case.act'>['outcome'] | null> => {
    const kept = await tx.shops.value(connectionId, refusedStep(id))
    return kept === null ? null : { state: 'refused', ...JSON.parse(kept) as Refusal }
  }

  return {
    async perform(seatId, request, connectionId, first = store) {
      const answered = await first.write((tx) => begin(tx, seatId, request, connectionId))
      if (answered) return answered
      await run(request.id)
      return store.read(async (tx) => {
        const effect = await knownEffect(tx, request)
        if (effect === null) throw unreachable()
        return { n: await tx.head(), effect }
      })
    },
    async actOnCase(seatId, request, connectionId, first = store) {
      const answered = await first.write((tx) => beginStep(tx, seatId, request, connectionId))
      if (answered) return answered
      await run(request.id)
      return store.read(async (tx) => {
        const one = await caseOf(tx, request.caseId)
        if (one === null || await tx.shops.intent(request.id) !== null) throw unreachable()
        if (one.history.some(({ id }) => id === request.id)) return { n: await tx.head(), case: one, outcome: { state: 'done' } }
        return { n: await tx.head(), case: one, outcome: await refusalOfStep(tx, connectionId, request.id) ?? { state: 'refused', reason: 'shop', detail: '' } }
      })
    },
    async resume() {
      for (const { id, step } of await store.read((tx) => tx.shops.intents())) {
        if (step === 'unsure') continue
        await run(id).catch((thrown: unknown) => { log.warn({ err: thrown, id }, 'an effect at a shop has no outcome yet') })
      }
    },
    async decide(id, found, first = store) {
      const intent = await store.read((tx) => tx.shops.intent(id))
      if (intent === null || intent.step !== 'unsure') throw refuse('not-found')
      const atPlatform = intent.warehouse?.state !== 'asking'
      if (found.state === 'ask-again' || (found.state === 'done' && !atPlatform)) {
        // What a person found in the warehouse is the warehouse's part only: the platform's still follows.
        const warehouse = found.state === 'done' && intent.warehouse ? { ...intent.warehouse, state: 'stopped' as const } : intent.warehouse
        await first.write((tx) => tx.shops.putIntent({ ...intent, step: atPlatform ? 'calling' : 'intended', warehouse, claim: null }))
        return run(id)
      }
      const shop = line(intent.connectionId)
      const after = shop ? await lookAfter(shop, intent) : { order: null, case: null }
      await first.write((tx) => settle(tx, clock.now(), intent, found.state === 'done' ? { state: 'done', reference: found.reference } : refusedOutcome('shop', 'person:not-done'), after))
    },
  }
}
