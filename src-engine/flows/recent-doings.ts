import type { AutopilotDoing } from '../../src-shared/contract/autopilot.ts'
import type { Engine } from './context.ts'

const SHOWN = 200

/** What autopilot took up on this desk, newest first, with the words of each: those that wait, or those that went out. */
export function recentDoings({ store }: Engine): AutopilotDoing[] {
  return store.runs.recent(SHOWN).map(({ run, startedAt }) => ({
    run, startedAt,
    displayName: store.conversations.get(run.conversationId)?.conversation.displayName ?? '',
    text: store.outbox.get(run.messageId)?.text ?? store.messages.get(run.messageId)?.message.text ?? '',
  }))
}
