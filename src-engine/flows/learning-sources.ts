import type { LearningSource } from '../../src-shared/contract/learning.ts'
import type { Engine } from './context.ts'

/** So many conversations behind one entry are named. */
const MOST_SOURCES = 20

/** The conversations behind an entry that this desk still has. */
export function sourcesOf({ store }: Engine, behind: readonly { conversationId: string; messageId: string; at: number }[]): LearningSource[] {
  return behind.slice(0, MOST_SOURCES).flatMap(({ conversationId, messageId, at }) => {
    const record = store.conversations.get(conversationId)
    return record ? [{ conversationId, messageId, displayName: record.conversation.displayName, at }] : []
  })
}
