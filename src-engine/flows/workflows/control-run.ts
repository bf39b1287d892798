import { AppError } from '../../../src-shared/errors.ts'
import { step, type RunEvent } from '../../domain/workflow/step.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Engine } from '../context.ts'
import { decideReview } from '../reviews/decide-review.ts'
import { deskLanguage } from '../settings.ts'
import { stopRun } from '../stop-run.ts'
import { worldOf } from './listen.ts'
import { recordStep } from './record-step.ts'
import { reviewOfStep } from './run-review.ts'

function runOf({ store }: Engine, id: string): WorkflowRun {
  const run = store.workflowRuns.get(id)
  if (!run) throw new AppError({ code: 'not-found', retryable: false, say: { zh: '这个流程已经不在了。', en: 'That run is gone.' } })
  return run
}

/** A person said so: one step, without the lease, for it is theirs. */
function apply(engine: Engine, run: WorkflowRun, event: RunEvent): void {
  const record = engine.store.conversations.get(run.conversationId)
  if (!record || !run.open) return
  recordStep(engine, run, step(run.flow, run.state, event, worldOf(engine, record)))
  engine.wake('workflows')
  engine.wake('outbox')
}

/** Goes on by hand, with everything gathered as a note; words that have not left never do. @throws AppError `not-found` */
export function takeOverRun(engine: Engine, id: string): void {
  const run = runOf(engine, id)
  if (!run.open) return
  stopRun(engine, run.conversationId, 'handed-over', 'taken-over')
  apply(engine, run, { kind: 'person', reason: 'taken-over' })
}

/** Holds a run where it is, or lets it go on; words that have not left are said again then. @throws AppError `not-found` */
export function pauseRun(engine: Engine, id: string, paused: boolean): void {
  const run = runOf(engine, id)
  if (!run.open || run.paused === paused) return
  engine.store.transaction(() => {
    engine.store.workflowRuns.save({ ...run, paused })
    engine.store.audit.add(engine.clock.now(), paused ? 'workflow-held' : 'workflow-resumed', run.id)
  })
  if (paused) stopRun(engine, run.conversationId, 'undone', 'run-paused')
  engine.publish({ kind: 'workflow', conversationId: run.conversationId })
  engine.wake('workflows')
}

/**
 * The person who reviews says yes or no, for everybody and once. What follows is still asked of the policy.
 * @throws AppError `not-found`, `review-offline`, `not-permitted`
 */
export async function reviewRun(engine: Engine, id: string, approved: boolean): Promise<void> {
  const run = runOf(engine, id)
  const review = run.state.phase === 'review' ? reviewOfStep(engine, run) : null
  if (review?.state !== 'open') return
  const reason = deskLanguage(engine) === 'zh' ? '在流程里拒绝' : 'Declined in the run'
  await decideReview(engine, { id: engine.newId(), reviewId: review.id, verdict: approved ? 'approve' : 'reject', ...(approved ? {} : { reason }) })
}
