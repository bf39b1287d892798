import { z } from 'zod'
import type { Spread } from './stats.ts'

/** One bound each: the figure is at most, or at least, so much. */
const Budget = z.union([z.strictObject({ atMost: z.number().positive() }), z.strictObject({ atLeast: z.number().positive() })])
export type Budget = z.infer<typeof Budget>

/** budgets.json: the bounds by the name of the measure. */
export const Budgets = z.record(z.string(), Budget)
export type Budgets = z.infer<typeof Budgets>

/** Does the figure (its median) keep the budget? The bound itself does. */
export function keeps({ median }: Spread, budget: Budget): boolean {
  return 'atMost' in budget ? median <= budget.atMost : median >= budget.atLeast
}
