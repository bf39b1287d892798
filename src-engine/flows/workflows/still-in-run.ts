import { heldBack } from '../autonomy/held-back.ts'
import { autopilotPaused } from '../autopilot-paused.ts'
import type { Engine } from '../context.ts'
import type { OutboxItem } from '../../store/outbox.ts'

/** Are these the words of a workflow's run? */
export const isRunWords = ({ store }: Engine, item: OutboxItem): boolean => item.runId !== null && store.workflowRuns.ofEffect(item.runId) !== null

/** Would the run say these words now? Asked just before they leave: nobody took over, nothing was heard since, it is their turn. */
export function stillInRun(engine: Engine, item: OutboxItem): boolean {
  const { store } = engine
  const step = item.runId === null ? null : store.workflowRuns.ofEffect(item.runId)
  const run = step && store.workflowRuns.get(step.runId)
  const record = store.conversations.get(item.conversationId)
  if (!step || !run || !record) return false
  const isItsTurn = run.open && !run.paused && run.state.phase === 'saying' && store.workflowRuns.lastStep(run.id)?.n === step.n
  return isItsTurn && !record.personInvolved && record.lastCustomerSeq <= run.heardSeq && !autopilotPaused(engine) && heldBack(engine, { channel: record.conversation.channel }) === null
}
