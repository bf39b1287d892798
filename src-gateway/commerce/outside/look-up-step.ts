import { isRefusal } from '../../../src-shared/domain/after-sales/apply.ts'
import type { AfterSaleCase, CaseAct } from '../../../src-shared/domain/case.ts'
import { planAct } from '../../../src-shared/domain/cases/plan.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { LookedUp, ShopLine } from '../shop-kind.ts'

/**
 * Was a step of a case taken whose answer nobody heard? The platform's own state of the case tells: as it was, it was not
 * taken (and taking a step twice is refused by the platform); where the step leads, it was; elsewhere, the case went on without us.
 */
export async function lookUpStep(shop: ShopLine, one: AfterSaleCase | null, act: CaseAct, before: Order | null): Promise<LookedUp> {
  if (one === null) return { state: 'refused', reason: 'state', detail: 'no-case' }
  const now = await shop.case(one.no, one.orderNo)
  if (now === null) return { state: 'refused', reason: 'state', detail: 'no-case' }
  if (now.state === one.state) return 'not-done'
  const planned = before && planAct(one, act, before)
  const leadsThere = planned && !isRefusal(planned) && planned.state === now.state
  return leadsThere ? { state: 'done', reference: one.no, pays: null } : { state: 'refused', reason: 'stale', detail: `case:${now.state}` }
}
