import { z } from 'zod'
import { Id } from './message.ts'
import { Millis } from './text.ts'

/** Channels known so far. `web` is our own web chat, `demo` the recorded day, `wecom` 微信客服, `hook` the signed webhook of any system. */
export const Channel = z.enum(['web', 'demo', 'email', 'chatwoot', 'wecom', 'hook'])
export type Channel = z.infer<typeof Channel>

export const ConversationStatus = z.enum(['open', 'resolved'])
export type ConversationStatus = z.infer<typeof ConversationStatus>

/** How a customer's identity was established; order facts leave and effects happen only when it is not `none`. */
export const Verification = z.enum(['none', 'channel', 'token', 'order-and-phone'])
export type Verification = z.infer<typeof Verification>

/** Put away until a time, or until the customer writes after `seenSeq`, the last customer message that the person had seen. */
export const Snooze = z.object({ until: Millis, seenSeq: z.number().int().nonnegative() })
export type Snooze = z.infer<typeof Snooze>

/** A conversation as the gateway's log holds it. */
export const Conversation = z.object({
  id: Id,
  shopId: z.string(),
  channel: Channel,
  /** The name the channel shows; untrusted text. */
  displayName: z.string().max(80),
  /** The shop's customer id; null until the customer is verified. */
  customerId: z.string().nullable(),
  verification: Verification,
  status: ConversationStatus,
  /** Seat that holds the lease, if any. */
  assignee: z.string().nullable(),
  /** Absent in logs of protocol 1.0, as `resolution`. */
  snooze: Snooze.nullable().optional(),
  /** The resolution that holds now; null while open. */
  resolution: z.object({ id: Id, at: Millis }).nullable().optional(),
  createdAt: Millis,
  updatedAt: Millis,
})
export type Conversation = z.infer<typeof Conversation>
