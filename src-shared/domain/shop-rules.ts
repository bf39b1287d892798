import { z } from 'zod'
import { Owner } from './follow-up.ts'
import { Millis } from './text.ts'
import { ShopHours } from './shop-hours.ts'

/** Where customers are asked how they found it. */
export const RatingRules = z.object({
  /** In the web chat, on the page itself. */
  page: z.boolean(),
  /** By a message, in channels that have nothing but words. */
  messages: z.boolean(),
})
export type RatingRules = z.infer<typeof RatingRules>

/** What supervisors decide for the whole shop. The log holds the last state. */
export const ShopRules = z.object({
  ratings: RatingRules,
  /** null: never closed. */
  hours: ShopHours.nullable(),
  changedBy: Owner.nullable(),
  changedAt: Millis,
  /** Counts its states in the log from 1; 0: nobody has decided anything. */
  revision: z.number().int().nonnegative(),
})
export type ShopRules = z.infer<typeof ShopRules>

/** Of a shop that decided nothing. */
export const FIRST_SHOP_RULES: ShopRules = { ratings: { page: true, messages: false }, hours: null, changedBy: null, changedAt: 0, revision: 0 }

/** What changes; what is absent stays. */
export const ShopRulesChange = z.object({ ratings: RatingRules.optional(), hours: ShopHours.nullable().optional() })
export type ShopRulesChange = z.infer<typeof ShopRulesChange>
