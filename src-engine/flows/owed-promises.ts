import type { FollowUp } from '../../src-shared/domain/follow-up.ts'
import type { Engine } from './context.ts'

/**
 * Of open promises those that call for a person. An answer that was promised is looked for no more once we have written again:
 * it stands in the conversation's list until somebody says it is done, and lifts nobody in the queue.
 */
export function owedOf({ store }: Pick<Engine, 'store'>, open: readonly FollowUp[]): FollowUp[] {
  return open.filter(({ kind, messageId, conversationId }) => {
    if (kind !== 'answer') return true
    const promised = store.messages.get(messageId)?.message.seq
    return promised === undefined || (store.conversations.get(conversationId)?.lastDeskSeq ?? 0) <= promised
  })
}
