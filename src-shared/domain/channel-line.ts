import { z } from 'zod'
import { Channel } from './conversation.ts'
import { Id } from './message.ts'
import { SetUpValues } from './set-up.ts'
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

/** A line with what a person filled in, secrets left out: only that there is one is told. */
export const ConnectorSettings = z.object({
  state: ConnectorState, kind: z.string(), values: SetUpValues, secretsSet: z.array(z.string()),
  /** Where the other side calls; null: it does not. */
  hookUrl: z.string().nullable(),
  /** Replies that wait, and what a person has to look at. */
  waiting: z.number().int(), stuck: z.number().int(),
})
export type ConnectorSettings = z.infer<typeof ConnectorSettings>

/** What has not gone through. `in`: could not be understood, `id` is its own · `out`: a reply, `id` is the message's. Bodies are others' words: shown as text only. */
export const DeadLetter = z.object({
  id: Id, direction: z.enum(['in', 'out']), connectorId: Id, name: z.string(), conversationId: Id.nullable(), why: LocalText, body: z.string(), at: Millis,
  /** `unsure`: it may have reached the customer. */
  unsure: z.boolean(), mayTryAgain: z.boolean(),
})
export type DeadLetter = z.infer<typeof DeadLetter>
