import { CommerceAction } from '../../../src-shared/domain/commerce.ts'
import { ended, type Stepped } from '../../domain/workflow/enter.ts'
import { inWords } from '../../domain/workflow/gaps.ts'
import { step, type RunEvent } from '../../domain/workflow/step.ts'
import type { ReviewWhy } from '../../../src-shared/domain/review.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { WorkflowRun, WorkflowStep } from '../../store/workflow-runs.ts'
import { heldBack } from '../autonomy/held-back.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import { check } from '../compose-draft.ts'
import type { Engine } from '../context.ts'
import { draftInput } from '../draft-input.ts'
import { takeLease } from '../lease.ts'
import { whyPolicyWaits } from '../reviews/reasons.ts'
import { stopRun } from '../stop-run.ts'
import { hearSince, isFlagged, worldOf } from './listen.ts'
import { recordStep } from './record-step.ts'
import { approvedBy, askForAction, askForStep, saidOfAction, saidOfStep } from './run-review.ts'
import { FRESH_MS } from './start-workflow.ts'

/** Steps of one run in a row; what is left waits for the next pass. */
const MOST_STEPS = 20

type Next = RunEvent | { kind: 'again'; text: string } | { kind: 'perform'; step: WorkflowStep }

/**
 * Takes an open run as far as it can go now. Each step is one transaction, and what it wants is written down before it is
 * asked for: killed between any two, the run goes on from the last, and nothing is lost or done twice.
 */
export async function runWorkflow(engine: Engine, runId: string): Promise<void> {
  for (let count = 0; count < MOST_STEPS; count++) {
    askForStep(engine, runId)
    const before = look(engine, runId)
    if (!before || !nextEvent(engine, before.run, before.record)) return
    const granted = await takeLease(engine, before.run.conversationId)
    if (!engine.live.caughtUp) return
    // While the lease was asked for the world may have moved; from here on nothing is awaited.
    const now = look(engine, runId)
    const event = now && (granted ? nextEvent(engine, now.run, now.record) : ({ kind: 'person', reason: 'lease' } as const))
    if (!event) return
    if (event.kind !== 'perform') advance(engine, now.run, now.record, event)
    else if (!asked(engine, now.run, event.step)) return
  }
}

function look({ store }: Engine, runId: string): { run: WorkflowRun; record: ConversationRecord } | null {
  const run = store.workflowRuns.get(runId)
  const record = run && store.conversations.get(run.conversationId)
  return run?.open && record ? { run, record } : null
}

/** Why the run must not go on by itself, whatever came; read before every step. null: it may. */
function stopReason(record: ConversationRecord): string | null {
  if (record.personInvolved) return 'person-replied'
  if (record.conversation.status === 'resolved') return 'resolved'
  if (record.conversation.verification === 'none') return 'not-verified'
  return isFlagged(record) ? 'angry' : null
}

/** What has happened that the run does not know yet; null: it waits. */
function nextEvent(engine: Engine, run: WorkflowRun, record: ConversationRecord): Next | null {
  const why = stopReason(record)
  if (why) return { kind: 'person', reason: why }
  if (run.paused) return null
  const event = pending(engine, run, record)
  if (!event) return null
  if (autopilotPaused(engine) || heldBack(engine, { channel: record.conversation.channel })) return { kind: 'person', reason: 'paused' }
  const isStale = event.kind === 'heard' && record.waitingSince !== null && engine.clock.now() - record.waitingSince > FRESH_MS
  return isStale ? { kind: 'person', reason: 'too-old' } : event
}

function pending(engine: Engine, run: WorkflowRun, record: ConversationRecord): Next | null {
  const last = engine.store.workflowRuns.lastStep(run.id)
  const isNew = record.lastCustomerSeq > run.heardSeq
  const heard = (): RunEvent => ({ kind: 'heard', heard: hearSince(engine, record, run.heardSeq) })
  if (run.state.phase === 'saying' && last) return wordsOf(engine, run, last, isNew, heard)
  if (run.state.phase === 'acting' && last) {
    const outcome = outcomeOf(engine, last)
    if (outcome.kind !== 'perform') return outcome
    if (isNew) return heard()
    const said = saidOfAction(engine, last.effectId)
    if (said !== 'go-on') return said
    // Until then a person can hold it, and the customer can take it back.
    return run.state.dueAt !== null && run.state.dueAt > engine.clock.now() ? null : outcome
  }
  if (run.state.phase === 'review') {
    const said = saidOfStep(engine, run)
    if (said) return said
  }
  if (isNew) return heard()
  return run.state.dueAt !== null && run.state.dueAt <= engine.clock.now() ? { kind: 'time' } : null
}

/** What became of the words that were on their way. */
function wordsOf(engine: Engine, run: WorkflowRun, last: WorkflowStep, isNew: boolean, heard: () => RunEvent): Next | null {
  const words = engine.store.runs.get(last.effectId)
  if (!words) return { kind: 'again', text: last.body }
  // The log may have brought them before a kill let the sending be written down.
  if (words.state === 'done' || engine.store.messages.has(words.messageId)) return { kind: 'said' }
  if (words.state === 'undo' || words.state === 'sending') {
    // Words that were written before theirs would answer half of it.
    return isNew && stopRun(engine, run.conversationId, 'undone', 'newer-message') ? heard() : null
  }
  if (words.reason === 'newer-message') return isNew ? heard() : { kind: 'again', text: last.body }
  return words.reason === 'run-paused' ? { kind: 'again', text: last.body } : { kind: 'person', reason: words.reason ?? 'by-person' }
}

/** What became of the action; until somebody knows it is asked for again, which is once in all. */
function outcomeOf({ workflows: { effects } }: Engine, last: WorkflowStep): Next {
  if (!effects) return { kind: 'person', reason: 'no-way-to-act' }
  const outcome = effects.outcome(last.effectId)
  if (!outcome) return { kind: 'perform', step: last }
  return outcome.state === 'done' ? { kind: 'acted', reference: outcome.reference } : { kind: 'refused', reason: outcome.reason }
}

/** Asks the shop under the lease, with the switch just read. @returns is it known already what came of it? */
function asked(engine: Engine, run: WorkflowRun, step: WorkflowStep): boolean {
  const { effects } = engine.workflows
  effects?.perform({ id: step.effectId, conversationId: run.conversationId, runId: run.id, action: CommerceAction.parse(JSON.parse(step.body)), approvedBy: approvedBy(engine, step.effectId) })
  return effects?.outcome(step.effectId) !== null
}

/** One step: decided, checked, written down. */
function advance(engine: Engine, run: WorkflowRun, record: ConversationRecord, event: Exclude<Next, { kind: 'perform' }>): void {
  const { store } = engine
  const stepped: Stepped = event.kind === 'again' ? { state: run.state, effects: [{ kind: 'say', text: event.text }] } : step(run.flow, run.state, event, worldOf(engine, record))
  const allowed = permitted(engine, run, stepped)
  const last = store.workflowRuns.lastStep(run.id)
  store.transaction(() => {
    // Words of the customer tell nothing about an action that is on its way.
    if (last?.outcome === null && !(event.kind === 'heard' && run.state.phase === 'acting')) store.workflowRuns.settle(run.id, last.n, event.kind === 'refused' || event.kind === 'person' ? `${event.kind}:${event.reason}` : event.kind)
    const next = { ...run, heardSeq: event.kind === 'heard' ? record.lastCustomerSeq : run.heardSeq }
    recordStep(engine, next, allowed)
    if (allowed.why) askForAction(engine, next, allowed.why)
  })
  engine.wake('outbox')
}

/** Words pass the guard and actions the policy, or a person goes on. */
function permitted(engine: Engine, run: WorkflowRun, stepped: Stepped): Stepped & { /** A supervisor has to look at the action first. */ why?: ReviewWhy[] } {
  const [effect] = stepped.effects
  if (effect?.kind === 'say') {
    const input = draftInput(engine, run.conversationId)
    // What the customer wrote themselves and what the shop answered is known to the run, and to nobody else.
    const known = { id: run.id, title: '', text: Object.values(stepped.state.values).map((value) => inWords(value, stepped.state.language)).join('\n') }
    const findings = input ? check(engine, input, effect.text, stepped.state.language, [known]) : []
    return findings.some((finding) => finding.severity === 'error') ? ended(stepped.state, 'handed-over', 'guard') : stepped
  }
  if (effect?.kind !== 'act') return stepped
  const { effects, permit } = engine.workflows
  if (!effects || !permit) return ended(stepped.state, 'handed-over', 'no-way-to-act')
  const decision = permit({ ...run, state: stepped.state }, effect.action)
  if (decision.decision === 'review') return { ...stepped, why: whyPolicyWaits(engine, decision, effect.action) }
  if (decision.decision !== 'auto') return ended(stepped.state, 'handed-over', `policy:${decision.rules[0] ?? decision.decision}`)
  return decision.rules.includes('level:undo') ? { ...stepped, state: { ...stepped.state, dueAt: engine.clock.now() + undoMs(engine, effect.action) } } : stepped
}

/** How long the policy's row gives a person to stop the action, in milliseconds. */
const undoMs = ({ store }: Engine, { kind }: CommerceAction): number => (store.shop.policies()[0]?.actions?.[kind]?.undoSeconds ?? 0) * 1000
