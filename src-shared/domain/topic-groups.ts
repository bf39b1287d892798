import { TOPICS, type Topic } from './triage.ts'

/** The ten groups of the topics, in the order of the topics. */
export const TOPIC_GROUPS = ['ORDER', 'LOGISTICS', 'RECEIVED', 'RETURN', 'REFUND', 'PRICE', 'INVOICE', 'SERVICE', 'CONFLICT', 'OTHER'] as const
export type TopicGroup = (typeof TOPIC_GROUPS)[number]

/** The first topic of each group; the topics up to the next one belong to it. */
const BEGINS: Record<TopicGroup, Topic> = {
  ORDER: 'ship_when', LOGISTICS: 'where_is_order', RECEIVED: 'wrong_item', RETURN: 'return_request', REFUND: 'refund_progress',
  PRICE: 'price_protection', INVOICE: 'invoice_request', SERVICE: 'usage_help', CONFLICT: 'service_complaint', OTHER: 'customs_duty',
}

const GROUP_BY_TOPIC: ReadonlyMap<string, TopicGroup> = new Map(TOPICS.map((topic, at) =>
  [topic, TOPIC_GROUPS.findLast((group) => TOPICS.indexOf(BEGINS[group]) <= at) ?? 'OTHER']))

/** The group of a topic; null for what is no topic. */
export const groupOf = (topic: string): TopicGroup | null => GROUP_BY_TOPIC.get(topic) ?? null
