import { ModelError } from '../domain/drafting/model-port.ts'
import { estimateTokens } from '../domain/drafting/tokens.ts'
import type { Engine } from './context.ts'
import { budgetDay, isBudgetSpent } from './model-budget.ts'
import { modelRest } from './model-health.ts'

/** So long nobody waits for an endpoint that failed to give vectors. */
const REST_MS = 15_000

/** Why the endpoint may not be asked for vectors now, as a code; null: it may. */
export function vectorsProblem(engine: Engine): string | null {
  const { live, clock } = engine
  if (live.drill.model) return 'model-unreachable'
  // It is the same server that drafts come from.
  const rest = modelRest(engine)
  if (rest?.asked) return rest.problem
  if (clock.now() < live.vectorsRest.until) return live.vectorsRest.problem
  return isBudgetSpent(engine) ? 'budget-spent' : null
}

/** Vectors failing is no reason to think that drafts would: only they rest. */
export function restVectors(engine: Engine, failure: { code: string }): void {
  const asked = failure instanceof ModelError ? (failure.restMs ?? 0) : 0
  engine.live.vectorsRest = { until: engine.clock.now() + Math.max(asked, REST_MS), problem: failure.code }
}

/** Puts a request on the day's account. @param tokens null: the endpoint did not count */
export function countVectors(engine: Engine, texts: readonly string[], tokens: number | null): void {
  const input = tokens ?? texts.reduce((sum, text) => sum + estimateTokens(text), 0)
  engine.store.usage.add(budgetDay(engine), { requests: 1, input, output: 0, estimated: tokens === null ? input : 0 })
}
