import type { Costly } from '../../../src-shared/domain/autonomy.ts'
import type { DecideRequest, Facts } from '../../../src-shared/domain/policy-facts.ts'
import type { Decision, Policy } from '../../../src-shared/domain/policy.ts'
import { wouldDecide } from '../../domain/autonomy/would.ts'
import type { NewDecision } from '../../store/decisions.ts'
import type { Engine } from '../context.ts'

/** A decision that was just made, with what it was made of. */
export interface Made {
  /** Or of the after-sale case that it is about. */
  conversationId: string
  /** The customer message that it is about, or the case's revision. */
  basedOnSeq: number
  facts: Facts
  policy: Policy
  request: DecideRequest | null
  decision: Decision
  /** What would be sent; empty for an action. */
  reply: string
}

/** Is there a row, not switched off, for what was decided? Nothing else is kept. */
function isCovered({ policy, facts, request }: Pick<Made, 'policy' | 'facts' | 'request'>): boolean {
  const rows: Record<string, { level: string }> = request === null ? policy.intents : (policy.actions ?? {})
  const name = request?.name ?? facts.intent ?? ''
  return Object.hasOwn(rows, name) && rows[name]?.level !== 'off'
}

/**
 * The record of a decision, to be kept with `store.decisions.add`; null where no row covers it.
 * @param runId the run that comes of it
 * @param looksWrong asked only where it would act: has the guard an error in the reply?
 */
export function recordOf(engine: Engine, made: Made, runId: string | null, looksWrong: () => boolean): NewDecision | null {
  if (!isCovered(made)) return null
  const would = wouldDecide(made.facts, made.policy, made.request).decision === 'auto'
  const costly: Costly | null = would && looksWrong() ? 'guard' : null
  const subject = made.request === null ? `intent:${made.facts.intent ?? ''}` : `action:${made.request.name}`
  return { ...made, id: engine.newId(), subject, at: engine.clock.now(), would, reply: would ? made.reply : '', runId: costly === null ? runId : null, costly }
}
