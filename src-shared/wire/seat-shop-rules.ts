import { z } from 'zod'
import { Id } from '../domain/message.ts'
import { ShopRules, ShopRulesChange } from '../domain/shop-rules.ts'

/** Since 1.4. What supervisors decide for the shop. */
export const SHOP_RULES_SEAT_CALLS = {
  /** Once under its id. `basedOn`: the revision that was on the screen; `conflict`: somebody was quicker, nothing has changed. */
  'shopRules.put': {
    params: z.object({ id: Id, basedOn: z.number().int().nonnegative(), change: ShopRulesChange, name: z.string().max(80) }),
    result: z.object({ status: z.enum(['put', 'conflict']), rules: ShopRules }),
  },
} as const
