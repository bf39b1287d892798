import { everyDay, type ShopHours } from '../../src-shared/domain/shop-hours.ts'
import { shiftsOf } from '../domain/policy/shifts.ts'
import type { Engine } from './context.ts'
import { SHOP_TIME_ZONE } from './shop-place.ts'
import { knownShopRules } from './shop-rules/known.ts'

/**
 * When the shop's people are there, and so within which times anything is promised: as a supervisor set it, else as the policy
 * has it for its nights, else the hours that come with the terms.
 */
export function shopHours({ store, promiseTerms }: Pick<Engine, 'store' | 'promiseTerms'>): ShopHours {
  const { hours } = knownShopRules({ store })
  if (hours !== null) return hours
  const [policy] = store.shop.policies()
  const people = policy?.night?.people
  return people ? shiftsOf(people, policy.zone ?? SHOP_TIME_ZONE) : everyDay(promiseTerms.hours, SHOP_TIME_ZONE)
}
