import type { AutopilotRun } from '../../../src-shared/domain/run.ts'
import type { RunEffect, Stepped } from '../../domain/workflow/enter.ts'
import type { NewReply } from '../../store/outbox.ts'
import type { WorkflowRun } from '../../store/workflow-runs.ts'
import type { Engine } from '../context.ts'
import { deskState, publishDesk, publishRow } from '../inbox.ts'
import { knownReviews } from '../reviews/known-review.ts'
import { withdrawById } from '../reviews/withdraw.ts'
import { fromOutbox } from '../thread.ts'
import { noteHandOver } from './hand-over-note.ts'
import { wantsApart } from '../wants-apart.ts'

/** Seconds that a person has to stop words of a workflow at the level `undo`. */
const UNDO_SECONDS = 10

/**
 * Writes down where a run stands now and what it wants, in one transaction with the row that will bring it about: a message
 * lies in the outbox with it, an action is intended and not yet asked for. After a kill there is either all of it or nothing.
 */
export function recordStep(engine: Engine, run: WorkflowRun, { state, effects }: Stepped): void {
  const { store } = engine
  const now = engine.clock.now()
  const next: WorkflowRun = { ...run, reviewed: null, state, open: state.phase !== 'ended' }
  store.transaction(() => {
    store.workflowRuns.save(next)
    for (const effect of effects) {
      if (effect.kind === 'end') endRun(engine, next)
      else addStep(engine, next, effect, now)
    }
  })
  engine.publish({ kind: 'workflow', conversationId: run.conversationId })
}

function addStep(engine: Engine, run: WorkflowRun, effect: Exclude<RunEffect, { kind: 'end' }>, at: number): void {
  const { workflowRuns } = engine.store
  const step = { runId: run.id, n: (workflowRuns.lastStep(run.id)?.n ?? 0) + 1, node: run.state.node, kind: effect.kind, effectId: engine.newId(), body: effect.kind === 'say' ? effect.text : JSON.stringify(effect.action), outcome: null, at }
  workflowRuns.addStep(step)
  if (effect.kind === 'say') queueWords(engine, run, step.effectId, effect.text, at)
}

/** The words of a run go the way of every automatic reply: labelled, after the undo window, under the lease. */
function queueWords(engine: Engine, run: WorkflowRun, id: string, text: string, now: number): void {
  const { store } = engine
  const { conversationId, flow } = run
  const sendAt = now + (run.level === 'act' ? 0 : UNDO_SECONDS * 1000)
  const { shop } = deskState(engine)
  const began: AutopilotRun = {
    id, conversationId, intent: `workflow:${flow.id}`, basedOnSeq: run.heardSeq, state: 'undo', messageId: engine.newId(), sendAt,
    decision: { decision: 'auto', rules: [`workflow:${flow.id}@${flow.version}`], wouldNeed: [] }, reason: null,
  }
  const item: NewReply = {
    id: began.messageId, conversationId, authorKind: 'autopilot', authorName: run.state.language === 'zh' ? shop.zh : shop.en, text, attachments: [], apart: wantsApart(engine, conversationId),
    basedOnSeq: run.heardSeq, draftId: null, runId: id, createdAt: now, notBefore: sendAt, state: 'undo', holdReason: null,
  }
  store.runs.save(began, now)
  store.outbox.add(item)
  store.audit.add(now, 'workflow-says', id, run.id)
  engine.publish({ kind: 'run', conversationId, run: began })
  engine.publish({ kind: 'message', message: fromOutbox(item) })
  engine.trace('autopilot', conversationId, `workflow ${flow.id} says`)
  publishRow(engine, conversationId)
  publishDesk(engine)
}

function endRun(engine: Engine, run: WorkflowRun): void {
  for (const { id, state, subject } of knownReviews(engine)) if (state === 'open' && subject.kind !== 'reply' && subject.runId === run.id) withdrawById(engine, id)
  engine.store.audit.add(engine.clock.now(), `workflow-${run.state.outcome ?? ''}`, run.id, run.state.reason ?? '')
  engine.trace('autopilot', run.conversationId, `workflow ${run.flow.id} ${run.state.outcome ?? ''} ${run.state.reason ?? ''}`.trimEnd())
  if (run.state.outcome === 'handed-over') noteHandOver(engine, run)
}
