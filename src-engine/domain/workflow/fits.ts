import { triggerOf, type Workflow } from '../../../src-shared/domain/workflow.ts'

/** Least confidence of the topic for a workflow to begin, 0..1: it only asks at first, and before it does anything the policy's own floor holds. */
const CONFIDENCE = 0.5

/** Topics that are the matter itself. */
export function ownTopics(flow: Workflow): ReadonlySet<string> {
  const trigger = triggerOf(flow)
  return new Set(trigger ? [...trigger.topics, ...trigger.also] : [])
}

/** Does it begin with this topic, in this channel? @param channel null: not known, and any is right */
export function fits(flow: Workflow, topic: string | null, confidence: number, channel: string | null): boolean {
  const trigger = triggerOf(flow)
  if (trigger === null || topic === null || confidence < CONFIDENCE) return false
  return trigger.topics.some((one) => one === topic) && (channel === null || trigger.channels.length === 0 || trigger.channels.includes(channel))
}

/** Is all that was asked its matter? */
export function isWholly(flow: Workflow, topics: readonly string[]): boolean {
  const own = ownTopics(flow)
  return topics.every((topic) => own.has(topic))
}
