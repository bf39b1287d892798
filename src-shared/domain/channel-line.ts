import { z } from 'zod'
import { Channel } from './conversation.ts'
import { Id } from './message.ts'
import { LocalText, Millis } from './text.ts'

/** A line to a channel of others as every desk knows it: no settings, no secrets. */
export const ConnectorState = z.object({
  id: Id,
  channel: Channel,
  name: z.string().max(80),
  enabled: z.boolean(),
  /** Removed: its conversations stay, replies to them go nowhere. */
  removed: z.boolean().default(false),
  /** What is wrong with it; null: well, as far as is known. */
  trouble: LocalText.nullable(),
  /** Since when it stands so. */
  since: Millis,
})
export type ConnectorState = z.infer<typeof ConnectorState>

/**
 * A reply on its way to the customer. waiting: tried, and will be again by itself · sent: the channel has it · unsure: it may have gone
 * out, a person decides · failed: the channel will not take it · given-up: a person let it lie
 */
export const ReplyDelivery = z.object({
  messageId: Id,
  conversationId: Id,
  connectorId: Id,
  state: z.enum(['waiting', 'sent', 'unsure', 'failed', 'given-up']),
  /** null: sent. */
  why: LocalText.nullable(),
  attempts: z.number().int().nonnegative(),
  at: Millis,
})
export type ReplyDelivery = z.infer<typeof ReplyDelivery>
