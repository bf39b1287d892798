import type { ReviewPolicy } from '../../../../src-shared/domain/review.ts'
import { numberIn } from '../../settings/BudgetFields.tsx'

/** Longest that words may wait for a decision, in minutes: a day. */
export const WAIT_MAX = 1440

interface Typed { amount: string; minutes: string }

/**
 * What the form asks for, or which of its fields cannot be read. Nothing is taken for something else: an amount that is none is not
 * “no limit”, and half a number is not one minute. `amount`: in major units, empty for no limit.
 */
export function wishedPolicy(rules: ReviewPolicy, { amount, minutes }: Typed): { policy: ReviewPolicy | null; wrong: { amount: boolean; minutes: boolean } } {
  const major = numberIn(amount, 0, false)
  const wait = numberIn(minutes, 1, true)
  const isWaitWrong = wait === undefined || wait === null || wait > WAIT_MAX
  const wrong = { amount: major === undefined, minutes: isWaitWrong }
  if (major === undefined || isWaitWrong) return { policy: null, wrong }
  const { over, ...rest } = rules
  return { policy: { ...rest, minutes: wait, ...(major === null ? {} : { over: { amount: Math.round(major * 100), currency: over?.currency ?? 'CNY' } }) }, wrong }
}
