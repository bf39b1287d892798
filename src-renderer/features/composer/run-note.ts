import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'
import type { AutopilotRun } from '../../../src-shared/domain/run.ts'

/** Why autopilot let go, by the run's code. */
const REASONS = {
  'newer-message': 'handed.newer-message', lease: 'handed.lease', paused: 'handed.paused', held: 'handed.held', 'too-old': 'handed.too-old', 'person-typing': 'handed.person-typing',
  'facts-changed': 'handed.facts-changed', 'person-replied': 'handed.person-replied', resolved: 'handed.resolved', 'by-person': 'handed.by-person',
} as const
type Note = (typeof REASONS)[keyof typeof REASONS] | 'autopilot.handed'

const isKnown = (reason: string): reason is keyof typeof REASONS => Object.hasOwn(REASONS, reason)

/** What is said of a run that ended without a reply, until the person has answered. null: nothing. */
export function runNote(run: AutopilotRun | null, messages: readonly ThreadMessage[]): Note | null {
  if (run?.state !== 'handed-over' && run?.state !== 'undone') return null
  const known = run.reason !== null && isKnown(run.reason) ? REASONS[run.reason] : null
  const note = known ?? (run.state === 'handed-over' ? 'autopilot.handed' : null)
  const after = messages.filter((m) => m.seq === null || m.seq > run.basedOnSeq)
  // That the person was faster is told after their reply, for as long as the customer says nothing new.
  if (run.reason === 'person-replied') return after.some((m) => m.author.kind === 'customer') ? null : note
  return after.some((m) => m.author.kind === 'agent' || m.author.kind === 'autopilot') ? null : note
}
