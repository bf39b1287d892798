import { z } from 'zod'
import { Id } from './message.ts'
import { LocalText, Millis } from './text.ts'

/** What a key of the HTTP API may be used for, in the order in which they are shown. Closed list; docs/http-api.md tells what each opens. */
export const API_SCOPES = [
  'conversations:read', 'notes:write', 'messages:write', 'customers:read', 'tickets:read', 'tickets:write', 'reviews:read', 'queue:read', 'articles:read', 'events:read', 'audit:read', 'metrics:read',
] as const
export const ApiScope = z.enum(API_SCOPES)
export type ApiScope = z.infer<typeof ApiScope>

const Name = z.string().trim().min(1).max(60)

/** A key of the HTTP API as an admin sees it. What it is itself was told once and is kept nowhere. */
export const ApiKey = z.object({
  id: Id,
  name: Name,
  /** Its first letters, by which a person tells it from others. */
  prefix: z.string().max(16),
  scopes: z.array(ApiScope).min(1),
  createdAt: Millis,
  createdBy: z.string().max(80),
  /** null: it holds until it is revoked. */
  expiresAt: Millis.nullable(),
  /** To the minute; null: never used. */
  lastUsedAt: Millis.nullable(),
})
export type ApiKey = z.infer<typeof ApiKey>

/** What other systems are told of, by webhook or as the feed of events. Closed list; may be added to, never renamed. */
export const EVENT_TYPES = [
  'conversation.opened', 'conversation.resolved', 'message.received', 'message.sent', 'message.recalled', 'ticket.changed', 'review.opened', 'review.decided', 'effect.done', 'effect.refused',
] as const
export const EventType = z.enum(EVENT_TYPES)
export type EventType = z.infer<typeof EventType>

export const WEBHOOK_URL_MAX = 500

/** What a person fills in of a webhook. */
export const WebhookFields = z.object({
  name: Name,
  url: z.string().trim().min(1).max(WEBHOOK_URL_MAX),
  events: z.array(EventType).min(1),
  /** Customers' words and names, and what people wrote about them, go along. */
  words: z.boolean(),
  /** The address lies in the shop's own network or on this very computer; http is then allowed. */
  ownNetwork: z.boolean(),
})
export type WebhookFields = z.infer<typeof WebhookFields>

/** A webhook and how it stands. */
export const Webhook = WebhookFields.extend({
  id: Id,
  createdAt: Millis,
  /** off: a person switched it off · paused: it failed for too long, or the other side wants no more */
  state: z.enum(['on', 'off', 'paused']),
  /** Why nothing gets through; null: all well, as far as is known. */
  trouble: LocalText.nullable(),
  /** Since when it fails without a break. */
  failingSince: Millis.nullable(),
  lastDeliveredAt: Millis.nullable(),
  /** The next try; null: none waits. */
  nextTryAt: Millis.nullable(),
})
export type Webhook = z.infer<typeof Webhook>

/** Something that the other side refused for good. It is told by its number in the log, so nobody's words lie here. */
export const WebhookLetter = z.object({ id: Id, webhookId: Id, name: z.string(), type: EventType, n: z.number().int().positive(), at: Millis, why: LocalText })
export type WebhookLetter = z.infer<typeof WebhookLetter>
