import type { TopicGroup } from '../../../../src-shared/domain/topic-groups.ts'

/** The groups of topics in the order of the screen. Written anew: the contract's own list would bring the schema library into the page. */
const ORDER: Record<TopicGroup, true> = { order: true, logistics: true, received: true, return: true, refund: true, price: true, invoice: true, service: true, conflict: true, other: true }
export const TOPIC_GROUPS = Object.keys(ORDER) as TopicGroup[]
