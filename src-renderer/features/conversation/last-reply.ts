import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

export interface Takeable {
  message: ThreadMessage
  /** waiting: it has not gone out and comes back as it is · sent: it is recalled from the customer */
  from: 'waiting' | 'sent'
}

/**
 * What "take my last reply back" means: the newest reply or nothing. That an older one can still be taken back does not mean
 * that it should be, also when the key is pressed a second time.
 */
export function lastReply(messages: readonly ThreadMessage[]): Takeable | null {
  const message = messages.findLast((m) => m.author.kind === 'agent' || m.author.kind === 'autopilot')
  if (message?.delivery === 'queued') return { message, from: 'waiting' }
  return message?.recallUntil === undefined || message.recalledAt !== undefined ? null : { message, from: 'sent' }
}
