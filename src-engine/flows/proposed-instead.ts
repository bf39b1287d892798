import { warehouseRefusal } from '../../src-shared/domain/warehouse-refusal.ts'
import type { Engine } from './context.ts'

/**
 * What the warehouse left open when it refused the newest action on an order: a parcel can be stopped there before the platform
 * shows one. null: it left open nothing that can be done from here.
 */
export function proposedInstead({ store }: Pick<Engine, 'store'>, conversationId: string, orderNo: string): 'intercept' | 'cancel' | null {
  const newest = store.effects.of(conversationId).findLast(({ wish, effect }) => (effect ?? wish)?.action.orderNo === orderNo)
  const outcome = newest?.effect?.outcome
  const instead = outcome?.state === 'refused' ? warehouseRefusal(outcome.detail)?.instead : null
  return instead === 'intercept' || instead === 'cancel' ? instead : null
}
