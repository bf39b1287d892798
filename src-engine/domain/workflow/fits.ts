import { triggerOf, type Workflow } from '../../../src-shared/domain/workflow.ts'

/** Least confidence of the topic for a workflow to begin, 0..1: it only asks at first, and before it does anything the policy's own floor holds. */
const CONFIDENCE = 0.5

/** Topics that are the matter itself. */
export function ownTopics(flow: Workflow): ReadonlySet<string> {
  const trigger = triggerOf(flow)
  return new Set(trigger ? [...trigger.topics, ...trigger.also] : [])
}

/** Where a topic was asked about; null of either: not known, and any is right. `openCases`: kinds of the customer's after-sale cases that are not over. */
export interface Where { channel: string | null; openCases: readonly string[] | null }

/** Does it begin with this topic, in this place? */
export function fits(flow: Workflow, topic: string | null, confidence: number, { channel, openCases }: Where): boolean {
  const trigger = triggerOf(flow)
  if (trigger === null || topic === null || confidence < CONFIDENCE) return false
  const among = (asked: readonly string[], known: readonly string[] | null): boolean => asked.length === 0 || known === null || known.some((one) => asked.includes(one))
  return trigger.topics.some((one) => one === topic) && among(trigger.channels, channel === null ? null : [channel]) && among(trigger.caseKinds, openCases)
}

/** Is all that was asked its matter? */
export function isWholly(flow: Workflow, topics: readonly string[]): boolean {
  const own = ownTopics(flow)
  return topics.every((topic) => own.has(topic))
}
