import { amountOf } from '../../src-shared/domain/commerce.ts'
import type { Tally } from '../../src-shared/domain/policy-facts.ts'
import type { Engine } from './context.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** What autopilot paid in the last 24 hours, on all desks, as far as this one has heard. */
export function paidByAutopilot({ store, clock }: Pick<Engine, 'store' | 'clock'>): Tally {
  const amounts = store.effects.doneSince(clock.now() - DAY_MS).filter(({ by }) => by.kind === 'autopilot').flatMap(({ action }) => amountOf(action) ?? [])
  return { amount: amounts.reduce((sum, { amount }) => sum + amount, 0), count: amounts.length }
}
