import { FIRST_SHOP_RULES, type ShopRules } from '../../src-shared/domain/shop-rules.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import type { Actor } from '../seats/actor.ts'
import type { ReadTx, WriteTx } from '../store/store.ts'

/** What holds now. */
export async function shopRules(tx: ReadTx): Promise<ShopRules> {
  const state = await tx.state('shop-rules', '')
  return state?.type === 'shop-rules' ? state.rules : FIRST_SHOP_RULES
}

/** Changes what is given, once per request id, unless somebody was quicker. */
export async function putShopRules(tx: WriteTx, now: number, { seatId, account }: Actor, { id, basedOn, change, name }: SeatParams<'shopRules.put'>): Promise<SeatResult<'shopRules.put'>> {
  const known = await shopRules(tx)
  if (await tx.request(id) !== null) return { status: 'put', rules: known }
  if (known.revision !== basedOn) return { status: 'conflict', rules: known }
  const { ratings = known.ratings, hours = known.hours } = change
  const rules: ShopRules = { ratings, hours, changedBy: { id: seatId, name: account.name || name }, changedAt: now, revision: known.revision + 1 }
  const { n } = await tx.append(now, { type: 'shop-rules', rules })
  await tx.putRequest(id, n)
  return { status: 'put', rules }
}
