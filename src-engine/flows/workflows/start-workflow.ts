import type { Workflow } from '../../../src-shared/domain/workflow.ts'
import type { Heard } from '../../domain/workflow/heard.ts'
import { expand } from '../../domain/workflow/expand.ts'
import { fits, isWholly } from '../../domain/workflow/fits.ts'
import { begin } from '../../domain/workflow/step.ts'
import type { ConversationRecord } from '../../store/conversations.ts'
import type { Job } from '../../store/jobs.ts'
import { heldBack } from '../autonomy/held-back.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import type { Engine } from '../context.ts'
import { stateOf } from '../inbox.ts'
import { takeLease } from '../lease.ts'
import { allWorkflows, currentWorkflow } from './library.ts'
import { hearSince, isFlagged, worldOf } from './listen.ts'
import { recordStep } from './record-step.ts'

/** A workflow answers what has just been asked; what waited longer is a person's. Milliseconds. */
export const FRESH_MS = 10 * 60_000

/**
 * A message has come: a run that goes on in this conversation hears it, or a workflow that fits begins.
 * @returns false: this is no workflow's matter, whatever else may answer it
 */
export async function takeUp(engine: Engine, job: Job): Promise<boolean> {
  const { store } = engine
  const { conversationId } = job
  const before = store.workflowRuns.latest(conversationId)
  if (before?.open || (before?.state.outcome === 'handed-over' && !isOver(store.conversations.get(conversationId), before.heardSeq))) {
    store.jobs.done('routine', conversationId, job.basedOnSeq)
    engine.wake('workflows')
    return true
  }
  const record = store.conversations.get(conversationId)
  if (!record || !fitting(engine, record)) return false
  // The lease takes a moment: afterwards everything is read again.
  if (!(await takeLease(engine, conversationId))) return false
  const now = store.conversations.get(conversationId)
  const found = now && fitting(engine, now)
  const flow = found && expand(found.workflow, (id) => currentWorkflow(engine, id))
  if (!now || !found || !flow || store.outbox.of(conversationId).length > 0) return false
  const stepped = begin(flow, found.heard, worldOf(engine, now), found.language)
  // Nothing was done yet: where it would hand over at once, it is as if it had not begun, and a draft waits as ever.
  if (stepped.state.outcome === 'handed-over') return false
  store.transaction(() => {
    recordStep(engine, {
      id: engine.newId(), conversationId, open: true, paused: false, reviewed: null, heardSeq: now.lastCustomerSeq, startedAt: engine.clock.now(), level: store.workflows.level(flow.id), flow, state: stepped.state,
    }, stepped)
    store.jobs.done('routine', conversationId, now.lastCustomerSeq)
  })
  engine.wake('workflows')
  engine.wake('outbox')
  return true
}

/** What a run handed over is a person's until the customer begins another matter, or agrees to go back to autopilot. */
function isOver(record: ConversationRecord | null, heardSeq: number): boolean {
  return record !== null && heardSeq < Math.max(record.sinceSeq, record.handBack?.agreed?.seq ?? 0)
}

interface Fitting { workflow: Workflow; heard: Heard; language: 'zh' | 'en' }

/** The one workflow that is switched on for all of what is asked; of two, none. */
function fitting(engine: Engine, record: ConversationRecord): Fitting | null {
  const { conversation } = record
  const state = stateOf(record)
  const mayBegin = conversation.status === 'open' && conversation.customerId !== null && conversation.verification !== 'none' && !record.personInvolved && !isFlagged(record)
  const isFresh = record.waitingSince !== null && engine.clock.now() - record.waitingSince <= FRESH_MS
  if (!mayBegin || !isFresh || autopilotPaused(engine) || heldBack(engine, { intent: state.openTopic, channel: conversation.channel }) || !engine.live.caughtUp || engine.store.outbox.of(conversation.id).length > 0) return null
  const language = state.language === 'zh' || state.language === 'en' ? state.language : null
  const openCases = engine.store.afterSales.openOf(conversation.customerId ?? '').map(({ kind }) => kind)
  const on = allWorkflows(engine).filter((one) => engine.store.workflows.level(one.id) !== 'off' && fits(one, state.openTopic, state.topicConfidence, { channel: conversation.channel, openCases }))
  const [workflow] = on
  if (language === null || !workflow || on.length > 1) return null
  const heard = hearSince(engine, record, Math.max(record.lastDeskSeq, record.sinceSeq - 1))
  return isWholly(workflow, heard.topics) ? { workflow, heard, language } : null
}
