import type { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import type { Effect } from '../../../src-shared/domain/effect.ts'
import type { Decision } from '../../../src-shared/domain/policy.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Workflow } from '../../../src-shared/domain/workflow.ts'

/** The way to the shop: queues durably, once per `id` however often it is asked for; what came of it is asked for later. */
export interface Effects {
  /** @param request `approvedBy`: the supervisor who let it go; null: nobody had to be asked */
  perform(request: { id: string; conversationId: string; runId: string; action: CommerceAction; approvedBy: string | null }): void
  /** null: nobody knows yet. */
  outcome(id: string): Effect['outcome'] | null
}

/** May this action be done as the next step of this run without a person? `decide` with the action as its request. */
export type Permit = (run: WorkflowRun, action: CommerceAction) => Decision

export interface WorkflowParts {
  /** As they ship, version 1. */
  shipped: readonly Workflow[]
  /** null: this desk has no way to act, and a run that comes to an action hands over. */
  effects: Effects | null
  /** null: no policy speaks about actions, so none is done. */
  permit: Permit | null
}
