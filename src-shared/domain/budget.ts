import { z } from 'zod'

/** What drafts of one day may cost. Each limit is optional; prices are those of the present model, per million tokens. */
export const Budget = z.object({
  /** Tokens in and out together. */
  tokens: z.number().int().min(1000).max(1_000_000_000).nullable(),
  /** In the currency of the prices. */
  money: z.number().positive().max(1_000_000).nullable(),
  priceIn: z.number().min(0).max(100_000).nullable(),
  priceOut: z.number().min(0).max(100_000).nullable(),
  /** ISO 4217. */
  currency: z.enum(['CNY', 'USD', 'EUR']),
})
export type Budget = z.infer<typeof Budget>

export const NO_BUDGET: Budget = { tokens: null, money: null, priceIn: null, priceOut: null, currency: 'CNY' }

/** Tokens of one day. `estimated`: how many of them the endpoint did not count itself. */
export const Usage = z.object({ requests: z.number().int().nonnegative(), input: z.number().int().nonnegative(), output: z.number().int().nonnegative(), estimated: z.number().int().nonnegative() })
export type Usage = z.infer<typeof Usage>

export const NO_USAGE: Usage = { requests: 0, input: 0, output: 0, estimated: 0 }

/** What the tokens cost; null as long as no price is known. */
export function costOf({ priceIn, priceOut }: Pick<Budget, 'priceIn' | 'priceOut'>, { input, output }: Pick<Usage, 'input' | 'output'>): number | null {
  if (priceIn === null && priceOut === null) return null
  return (input * (priceIn ?? 0) + output * (priceOut ?? 0)) / 1_000_000
}

/** Is the day's budget used up? A limit of money without a price limits nothing. */
export function isSpent(budget: Budget, usage: Usage): boolean {
  const cost = costOf(budget, usage)
  return (budget.tokens !== null && usage.input + usage.output >= budget.tokens) || (budget.money !== null && cost !== null && cost >= budget.money)
}
