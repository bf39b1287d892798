import type { Performed } from '../../../src-shared/domain/commerce-port.ts'
import type { Refusal } from '../../../src-shared/domain/effect.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { ShopLine } from '../shop-kind.ts'
import type { Intent } from '../../store/shops.ts'
import { PlatformRefusal } from '../http/errors.ts'
import { judgeStop, shownDone, type Verdict } from '../warehouse/judge.ts'
import { STOPPING_KINDS } from '../warehouse/mapping.ts'
import { PartlyStopped, type Seen, type StoppingAction, type Warehouse } from '../warehouse/warehouse.ts'

/** What comes next: the platform is asked · that was all, or it is refused · nobody can say. `intent` as it is kept by then. */
export type AtWarehouse = { next: 'platform'; intent: Intent } | { next: 'settle'; intent: Intent; outcome: Performed } | { next: 'unsure'; intent: Intent }

export interface Keep {
  /** Every check that needs no warehouse; null: it may be done. Of money nothing is checked: none of these pays. */
  refusal(intent: Intent, fresh: Order | null): Promise<Refusal | null>
  /** Everything is checked once more, then it is kept that the warehouse may have been asked; else why not. */
  asking(intent: Intent, fresh: Order | null, seen: Seen): Promise<{ intent: Intent } | Performed>
  put(intent: Intent): Promise<Intent>
}

const isStopping = (action: { kind: string } | undefined): action is StoppingAction => action !== undefined && (STOPPING_KINDS as readonly string[]).includes(action.kind)
const refused = (reason: 'state' | 'stale' | 'shop', detail: string): Performed => ({ state: 'refused', reason, detail })

/**
 * Asks the warehouse before the platform, once: that it may have been asked is on disk before anything leaves; whatever was not
 * heard is looked up in the warehouse and never asked on a guess.
 * @throws AppError `shop-unreachable`, PlatformRefusal that is retryable: later
 */
export async function atWarehouse(warehouse: Warehouse | null, shop: Pick<ShopLine, 'kinds' | 'refuses'>, keep: Keep, intent: Intent, fresh: Order | null): Promise<AtWarehouse> {
  const action = intent.effect?.action
  const wish = intent.effect && { id: intent.id, action: intent.effect.action, expects: intent.effect.expects, by: intent.effect.by.name }
  const settle = (outcome: Performed, held = intent): AtWarehouse => ({ next: 'settle', intent: held, outcome })
  if (!wish || !isStopping(action)) return { next: 'platform', intent }
  /** The warehouse said yes. What the platform has no call for is done with that; a cancelled order is the platform's to close. */
  const stopped = (held: Intent): AtWarehouse =>
    action.kind !== 'cancel' && !shop.kinds.has(action.kind) ? settle({ state: 'done', reference: held.warehouse?.seen?.ids[0] ?? null, pays: null }, held) : { next: 'platform', intent: held }
  const said = async (held: Intent): Promise<AtWarehouse> => stopped(await keep.put({ ...held, warehouse: { state: 'stopped', seen: held.warehouse?.seen ?? null } }))
  if (intent.warehouse?.state === 'stopped') return stopped(intent)
  // What the platform never does is refused before anything is stopped for it.
  if (warehouse === null || (action.kind === 'cancel' && !shop.kinds.has('cancel'))) return { next: 'platform', intent }
  if (intent.warehouse?.state !== 'asking') {
    const early = await keep.refusal(intent, fresh)
    if (early) return settle({ state: 'refused', ...early })
    const no = shop.kinds.has(action.kind) ? await shop.refuses?.(wish) : null
    if (no) return settle(no)
  }
  let seen: Seen | null
  try {
    seen = await warehouse.look(action.orderNo)
  } catch (thrown) {
    if (!(thrown instanceof PlatformRefusal) || thrown.retryable || intent.warehouse?.state === 'asking') throw thrown
    return settle(refused('shop', `warehouse:unasked:${thrown.platformCode}`))
  }
  if (intent.warehouse?.state === 'asking') {
    const shown = shownDone(action, seen, intent.warehouse.seen)
    if (shown === true) return said(intent)
    if (shown === 'unknown') return { next: 'unsure', intent }
    if (shown === 'other') return settle(refused('stale', 'warehouse:changed:none'))
  }
  const verdict: Verdict = judgeStop(action, seen, warehouse.abilities)
  if (verdict === 'platform') return { next: 'platform', intent }
  if (verdict !== 'ask' || seen === null) return settle(verdict === 'ask' ? refused('state', 'warehouse:absent:none') : { state: 'refused', ...verdict })
  const kept = await keep.asking(intent, fresh, seen)
  if (!('intent' in kept)) return settle(kept)
  try {
    await warehouse.stop(action, seen)
  } catch (thrown) {
    if (thrown instanceof PartlyStopped) return { next: 'unsure', intent: kept.intent }
    if (!(thrown instanceof PlatformRefusal)) throw thrown
    if (thrown.retryable) {
      await keep.put({ ...kept.intent, warehouse: null })
      throw thrown
    }
    return settle(await whyNot(warehouse, action, thrown.platformCode), kept.intent)
  }
  return said(kept.intent)
}

/** The system said no: most often somebody has packed it meanwhile, and that says more than its code. */
async function whyNot(warehouse: Warehouse, action: StoppingAction, code: string): Promise<Performed> {
  const seen = await warehouse.look(action.orderNo).catch(() => null)
  const verdict = seen && judgeStop(action, seen, warehouse.abilities)
  return verdict === null || typeof verdict === 'string' ? refused('shop', `warehouse:no:${code}`) : { state: 'refused', ...verdict }
}
