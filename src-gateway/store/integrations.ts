import type { Conversation } from '../../src-shared/domain/conversation.ts'
import type { ApiKey, EventType, WebhookFields } from '../../src-shared/domain/integration.ts'
import type { LocalText } from '../../src-shared/domain/text.ts'
import type { ConversationRow } from './store.ts'

/** `hash` is the SHA-256 of the key, which has 256 random bits and is kept nowhere. */
export interface ApiKeyRow extends ApiKey { hash: string }

/** What was answered to a request with an `Idempotency-Key`. `fingerprint`: SHA-256 of what was asked. */
export interface ApiAnswer { fingerprint: string; status: number; body: string; at: number }

/** A webhook with its secrets: this row leaves the gateway in no answer. Times are milliseconds of the gateway's clock. */
export interface WebhookRow extends WebhookFields {
  id: string
  createdAt: number
  enabled: boolean
  secret: string
  /** The one before, which signs beside it until then. */
  oldSecret: { secret: string; until: number } | null
  /** Number of the last event that the other side has, or never asked for. */
  cursor: number
  /** How often the next one was tried in vain. */
  attempts: number
  /** Not tried before. */
  nextAt: number
  failingSince: number | null
  trouble: LocalText | null
  /** Stopped by the gateway itself. */
  paused: boolean
  lastDeliveredAt: number | null
  /** Who tells it something right now, and until when nobody else may; absent or null: nobody. */
  lease?: { owner: string; until: number } | null
}

export interface WebhookLetterRow { id: string; webhookId: string; n: number; type: EventType; why: LocalText; at: number }

/** What became of a conversation with one event of the log. */
export type Turn = 'opened' | 'reopened' | 'resolved'

/** What a glance at the whole gateway tells. */
export interface Figures {
  waiting: number
  /** When the first unanswered words of whoever waits longest came, in milliseconds; null: nobody waits. */
  oldestWaitingAt: number | null
  openReviews: number
  deliveries: { channel: string; state: string; count: number }[]
  deadLetters: { channel: string; count: number }[]
  intents: { step: string; count: number }[]
  webhookLetters: number
}

export interface IntegrationReads {
  /** Oldest first. */
  keys(): Promise<ApiKeyRow[]>
  key(id: string): Promise<ApiKeyRow | null>
  keyByHash(hash: string): Promise<ApiKeyRow | null>
  answer(keyId: string, idempotencyKey: string): Promise<ApiAnswer | null>
  /** Oldest first. */
  webhooks(): Promise<WebhookRow[]>
  webhook(id: string): Promise<WebhookRow | null>
  /** Newest first. */
  letters(limit: number): Promise<WebhookLetterRow[]>
  letter(id: string): Promise<WebhookLetterRow | null>
  /** By the number of the event: after < n <= upto. */
  turns(after: number, upto: number): Promise<Map<number, Turn>>
  /** Changed at `since` or later, ascending by the time of the last change and the id; `after`: the last one of the page before. */
  conversationsByChange(filter: { status: Conversation['status'] | null; since: number; after: { at: number; id: string } | null }, limit: number): Promise<ConversationRow[]>
  /** Bodies of one kind of state whose `field` (of the thing itself) is `value`, ascending by key; null: all. */
  statesWhere(kind: 'ticket' | 'review' | 'article', filter: { field: string; value: string } | null, after: string, limit: number): Promise<unknown[]>
  figures(): Promise<Figures>
}

export interface IntegrationWrites extends IntegrationReads {
  putKey(key: ApiKeyRow): Promise<void>
  dropKey(id: string): Promise<void>
  putAnswer(keyId: string, idempotencyKey: string, answer: ApiAnswer): Promise<void>
  forgetAnswers(before: number): Promise<void>
  putWebhook(webhook: WebhookRow): Promise<void>
  /** With its letters. */
  dropWebhook(id: string): Promise<void>
  putLetter(letter: WebhookLetterRow): Promise<void>
  dropLetter(id: string): Promise<void>
}
