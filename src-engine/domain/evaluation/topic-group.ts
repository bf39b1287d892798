import { groupOf, type TopicGroup } from '../../../src-shared/domain/topic-groups.ts'
import { TOPICS, type Topic } from '../../../src-shared/domain/triage.ts'

const isTopic = (label: string): label is Topic => (TOPICS as readonly string[]).includes(label)

/** The group of a label that is one of our topics; null for any other label. */
export const topicGroup = (label: string): TopicGroup | null => (isTopic(label) ? groupOf(label) : null)
