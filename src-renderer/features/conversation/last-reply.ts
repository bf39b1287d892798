import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

export interface Takeable {
  message: ThreadMessage
  /** waiting: it has not gone out and comes back as it is · sent: it is recalled from the customer */
  from: 'waiting' | 'sent'
}

/**
 * What "take my last reply back" means: the newest reply or nothing. That an older one can still be taken back does not mean
 * that it should be.
 */
export function lastReply(messages: readonly ThreadMessage[]): Takeable | null {
  const message = messages.findLast((m) => (m.author.kind === 'agent' || m.author.kind === 'autopilot') && m.recalledAt === undefined)
  if (message?.delivery === 'queued') return { message, from: 'waiting' }
  return message?.recallUntil === undefined ? null : { message, from: 'sent' }
}
