import type { RunView } from '../../../src-shared/domain/workflow-run.ts'
import { gathered, outline } from '../../domain/workflow/outline.ts'
import type { Engine } from '../context.ts'

/** The newest run of a conversation as the window shows it; null: none. */
export function viewRun({ store }: Engine, conversationId: string): RunView | null {
  const run = store.workflowRuns.latest(conversationId)
  if (!run) return null
  const { id, flow, state, paused } = run
  return {
    id, conversationId, workflow: { id: flow.id, version: flow.version, name: flow.name }, phase: state.phase, outcome: state.outcome, reason: state.reason, paused,
    steps: outline(flow, state), gathered: gathered(flow, state),
  }
}
