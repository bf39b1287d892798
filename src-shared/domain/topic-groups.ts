import { TOPICS, type Topic } from './triage.ts'

/** The ten groups of topics: what statistics count, and what a topic with few examples rolls up to. */
export const TOPIC_GROUPS = ['order', 'logistics', 'received', 'return', 'refund', 'price', 'invoice', 'service', 'conflict', 'other'] as const
export type TopicGroup = (typeof TOPIC_GROUPS)[number]

/** The closed list holds the groups one after the other; each begins with this topic. */
const FIRST: Record<TopicGroup, Topic> = {
  order: 'ship_when', logistics: 'where_is_order', received: 'wrong_item', return: 'return_request', refund: 'refund_progress',
  price: 'price_protection', invoice: 'invoice_request', service: 'usage_help', conflict: 'service_complaint', other: 'customs_duty',
}

/** Group of a topic. */
export function groupOf(topic: Topic): TopicGroup {
  const at = TOPICS.indexOf(topic)
  return TOPIC_GROUPS.findLast((group) => TOPICS.indexOf(FIRST[group]) <= at) ?? 'order'
}
