import { isShopOpen, opensAfter } from '../../src-shared/domain/shop-open.ts'
import type { ReadTx } from '../store/store.ts'
import { shopRules } from './shop-rules.ts'

/** Outside the shop's hours: when people are back (null: not known). Nothing within them, or where it has none. */
export async function whenBack(tx: ReadTx, now: number): Promise<{ backAt?: number | null }> {
  const { hours } = await shopRules(tx)
  return hours === null || isShopOpen(hours, now) ? {} : { backAt: opensAfter(hours, now) }
}
