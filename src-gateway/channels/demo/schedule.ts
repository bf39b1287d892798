import type { DemoConversation } from '../../../src-shared/domain/demo-shop.ts'
import type { DemoProgress } from '../../store/store.ts'

/** How long an unanswered customer still counts as unfinished after the end of what is played. */
const ANSWER_GRACE = { recordingSeconds: 120, realSeconds: 10 }

/** What becomes of a conversation's next step. `until` in seconds of the recording; null: only a reply can change it. */
export type Fate = { do: 'play' } | { do: 'skip' } | { do: 'wait'; until: number | null } | { do: 'end' }

type Steps = DemoConversation['steps']

const dueAt = (elapsed: number, due: number): Fate => elapsed >= due ? { do: 'play' } : { do: 'wait', until: due }

/**
 * Decides by the script, the progress and the recording's time alone. "The step before" is the last one that was played.
 * A step that waits for a reply which never came is skipped as soon as a later step with a time of its own is due.
 */
export function nextFate(steps: Steps, progress: DemoProgress, elapsed: number): Fate {
  const step = steps[progress.nextStep]
  if (step === undefined) return { do: 'end' }
  const { shift } = progress
  const before = progress.lastPlayed?.at ?? 0
  if (step.at !== undefined) return dueAt(elapsed, step.at + shift)
  if (step.ifNoReply !== undefined) {
    const due = before + step.ifNoReply
    if (progress.replyAt !== null && progress.replyAt <= due) return { do: 'skip' }
    return dueAt(elapsed, due)
  }
  if (progress.replyAt !== null) return dueAt(elapsed, progress.replyAt + (step.afterReply ?? 0))
  const next = steps.slice(progress.nextStep + 1).find((later) => later.at !== undefined)?.at
  if (next !== undefined && elapsed >= next + shift) return { do: 'skip' }
  return { do: 'wait', until: next === undefined ? null : next + shift }
}

/**
 * Has this customer said all that can be expected? One who waits for an answer is given some time to get it.
 * @param end of what is played, in seconds of the recording
 */
export function isOver(steps: Steps, progress: DemoProgress, elapsed: number, speed: number, end: number): boolean {
  const fate = nextFate(steps, progress, elapsed)
  if (fate.do === 'end') return true
  if (fate.do !== 'wait' || fate.until !== null || elapsed < end) return false
  const grace = Math.max(ANSWER_GRACE.recordingSeconds, ANSWER_GRACE.realSeconds * speed)
  return elapsed >= (progress.lastPlayed?.at ?? 0) + grace && elapsed >= end + ANSWER_GRACE.realSeconds
}
