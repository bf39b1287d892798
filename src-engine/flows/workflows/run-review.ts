import { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { isApproved, type Review, type ReviewWhy } from '../../../src-shared/domain/review.ts'
import { nodeOf } from '../../../src-shared/domain/workflow.ts'
import type { RunEvent } from '../../domain/workflow/step.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Engine } from '../context.ts'
import { askReview } from '../reviews/ask-review.ts'
import { knownReview, knownReviews } from '../reviews/known-review.ts'

/** The newest review of the step where a run stands; null: nobody was asked yet. */
export const reviewOfStep = (engine: Engine, run: WorkflowRun): Review | null =>
  knownReviews(engine).findLast(({ subject, basedOnSeq }) => subject.kind === 'step' && subject.runId === run.id && basedOnSeq >= run.heardSeq) ?? null

/** A run stands at a step where a person decides: a supervisor is asked, once for what the customer has said by now. */
export function askForStep(engine: Engine, runId: string): void {
  const run = engine.store.workflowRuns.get(runId)
  if (!run?.open || run.paused || run.state.phase !== 'review' || reviewOfStep(engine, run)) return
  const node = nodeOf(run.flow, run.state.node)
  const note = node?.type === 'review' ? node.note : run.flow.name
  const { conversationId, heardSeq: basedOnSeq, flow } = run
  const why = [{ rule: `workflow:${flow.id}`.slice(0, 120), say: { zh: `流程「${flow.name.zh}」走到审核这一步。`, en: `The workflow “${flow.name.en}” stands at a step that is reviewed.` } }]
  engine.store.transaction(() => askReview(engine, { id: engine.newId(), conversationId, subject: { kind: 'step', note, runId }, why, findings: [], basedOnSeq }))
  engine.wake('outbox')
}

/** The last action of a run waits for a supervisor. Must run inside the transaction that intends it. */
export function askForAction(engine: Engine, run: WorkflowRun, why: ReviewWhy[]): void {
  const last = engine.store.workflowRuns.lastStep(run.id)
  if (last?.kind !== 'act') return
  const subject = { kind: 'action' as const, action: CommerceAction.parse(JSON.parse(last.body)), runId: run.id }
  askReview(engine, { id: last.effectId, conversationId: run.conversationId, subject, why, findings: [], basedOnSeq: run.heardSeq })
}

/** Decided, and past the time in which that can be taken back; until then it is looked at again when that time is over. */
function stands(engine: Engine, { decision }: Review): boolean {
  const left = (decision?.undoUntil ?? 0) - engine.clock.now()
  if (left > 0) engine.clock.after(left, () => engine.wake('workflows'))
  return left <= 0
}

/** What a supervisor said of an action: `go-on`: yes, or nobody was to be asked · null: nothing yet. */
export function saidOfAction(engine: Engine, effectId: string): RunEvent | null | 'go-on' {
  const review = knownReview(engine, effectId)
  if (!review) return 'go-on'
  if (review.state === 'open' || !stands(engine, review)) return null
  return isApproved(review) ? 'go-on' : { kind: 'person', reason: `review-${review.state}` }
}

/** What a supervisor said of the step; null: nothing yet, or the customer wrote first, which is heard before they are asked again. */
export function saidOfStep(engine: Engine, run: WorkflowRun): RunEvent | null {
  const review = reviewOfStep(engine, run)
  if (!review || review.state === 'open' || review.state === 'outdated' || !stands(engine, review)) return null
  if (isApproved(review) || review.state === 'rejected') return { kind: 'reviewed', approved: isApproved(review) }
  return { kind: 'person', reason: `review-${review.state}` }
}

/** Who let an action go; null: nobody had to. */
export function approvedBy(engine: Engine, effectId: string): string | null {
  const review = knownReview(engine, effectId)
  return review && isApproved(review) ? (review.decision?.by.name ?? '') : null
}
