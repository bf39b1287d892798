import type { ConversationRow } from '../store.ts'
import type { ApiAnswer, ApiKeyRow, Figures, IntegrationWrites, Turn, WebhookLetterRow, WebhookRow } from '../integrations.ts'
import { type ConversationColumns, fromJson, type Statements, toConversationRow } from './rows.ts'

interface Body { body: string }
const orNull = <T>(row: Body | null): T | null => (row === null ? null : fromJson<T>(row.body))

/** The tables of keys and webhooks. */
export class SqliteIntegrations implements IntegrationWrites {
  private readonly sql: Statements

  constructor(sql: Statements) {
    this.sql = sql
  }

  async keys(): Promise<ApiKeyRow[]> {
    return this.sql.all<Body>('SELECT body FROM api_keys ORDER BY id').map((row) => fromJson<ApiKeyRow>(row.body))
  }

  async key(id: string): Promise<ApiKeyRow | null> {
    return orNull(this.sql.one<Body>('SELECT body FROM api_keys WHERE id = ?', id))
  }

  async keyByHash(hash: string): Promise<ApiKeyRow | null> {
    return orNull(this.sql.one<Body>('SELECT body FROM api_keys WHERE hash = ?', hash))
  }

  async answer(keyId: string, idempotencyKey: string): Promise<ApiAnswer | null> {
    return this.sql.one<ApiAnswer>('SELECT fingerprint, status, body, at FROM api_answers WHERE key_id = ? AND idempotency_key = ?', keyId, idempotencyKey)
  }

  async webhooks(): Promise<WebhookRow[]> {
    return this.sql.all<Body>('SELECT body FROM webhooks ORDER BY id').map((row) => fromJson<WebhookRow>(row.body))
  }

  async webhook(id: string): Promise<WebhookRow | null> {
    return orNull(this.sql.one<Body>('SELECT body FROM webhooks WHERE id = ?', id))
  }

  async letters(limit: number): Promise<WebhookLetterRow[]> {
    return this.sql.all<Body>('SELECT body FROM webhook_letters ORDER BY at DESC, id DESC LIMIT ?', limit).map((row) => fromJson<WebhookLetterRow>(row.body))
  }

  async letter(id: string): Promise<WebhookLetterRow | null> {
    return orNull(this.sql.one<Body>('SELECT body FROM webhook_letters WHERE id = ?', id))
  }

  async turns(after: number, upto: number): Promise<Map<number, Turn>> {
    return new Map(this.sql.all<{ n: number; turn: Turn }>('SELECT n, turn FROM conversation_turns WHERE n > ? AND n <= ?', after, upto).map(({ n, turn }) => [n, turn]))
  }

  async conversationsByChange({ status, since, after }: Parameters<IntegrationWrites['conversationsByChange']>[0], limit: number): Promise<ConversationRow[]> {
    return this.sql.all<ConversationColumns>(
      `SELECT * FROM conversations WHERE (updated_at, id) > (?, ?) AND (? IS NULL OR json_extract(body, '$.status') = ?) ORDER BY updated_at, id LIMIT ?`,
      after?.at ?? since, after?.id ?? '', status, status, limit).map(toConversationRow)
  }

  async statesWhere(kind: string, filter: { field: string; value: string } | null, after: string, limit: number): Promise<unknown[]> {
    return this.sql.all<Body>(
      `SELECT body FROM states WHERE kind = ? AND key > ? AND (? IS NULL OR json_extract(body, ?) = ?) ORDER BY key LIMIT ?`,
      kind, after, filter?.value ?? null, `$.${kind}.${filter?.field ?? 'id'}`, filter?.value ?? null, limit).map((row) => fromJson<unknown>(row.body))
  }

  async figures(): Promise<Figures> {
    const waiting = this.sql.one<{ waiting: number; oldest: number | null }>(
      `SELECT count(*) AS waiting, min(json_extract(messages.body, '$.at')) AS oldest FROM conversations
       JOIN messages ON messages.conversation_id = conversations.id AND messages.seq = conversations.last_desk_seq + 1
       WHERE last_customer_seq > last_desk_seq AND json_extract(conversations.body, '$.status') = 'open'`)
    const count = (sql: string): number => this.sql.one<{ count: number }>(sql)?.count ?? 0
    return {
      waiting: waiting?.waiting ?? 0, oldestWaitingAt: waiting?.oldest ?? null,
      openReviews: count(`SELECT count(*) AS count FROM states WHERE kind = 'review' AND json_extract(body, '$.review.state') = 'open'`),
      deliveries: this.sql.all(`SELECT channel, state, count(*) AS count FROM deliveries JOIN connectors ON connectors.id = connector_id WHERE state NOT IN ('sent', 'given-up') GROUP BY channel, state`),
      deadLetters: this.sql.all('SELECT channel, count(*) AS count FROM dead_letters JOIN connectors ON connectors.id = connector_id GROUP BY channel'),
      intents: this.sql.all(`SELECT json_extract(body, '$.step') AS step, count(*) AS count FROM shop_intents GROUP BY 1`),
      webhookLetters: count('SELECT count(*) AS count FROM webhook_letters'),
    }
  }

  async putKey(key: ApiKeyRow): Promise<void> {
    this.sql.run('INSERT INTO api_keys (id, hash, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body', key.id, key.hash, JSON.stringify(key))
  }

  async dropKey(id: string): Promise<void> {
    this.sql.run('DELETE FROM api_keys WHERE id = ?', id)
    this.sql.run('DELETE FROM api_answers WHERE key_id = ?', id)
  }

  async putAnswer(keyId: string, idempotencyKey: string, { fingerprint, status, body, at }: ApiAnswer): Promise<void> {
    this.sql.run('INSERT INTO api_answers (key_id, idempotency_key, fingerprint, status, body, at) VALUES (?, ?, ?, ?, ?, ?)', keyId, idempotencyKey, fingerprint, status, body, at)
  }

  async forgetAnswers(before: number): Promise<void> {
    this.sql.run('DELETE FROM api_answers WHERE at < ?', before)
  }

  async putWebhook(webhook: WebhookRow): Promise<void> {
    this.sql.run('INSERT INTO webhooks (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body', webhook.id, JSON.stringify(webhook))
  }

  async dropWebhook(id: string): Promise<void> {
    this.sql.run('DELETE FROM webhooks WHERE id = ?', id)
    this.sql.run('DELETE FROM webhook_letters WHERE webhook_id = ?', id)
  }

  async putLetter(letter: WebhookLetterRow): Promise<void> {
    this.sql.run('INSERT INTO webhook_letters (id, webhook_id, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body', letter.id, letter.webhookId, letter.at, JSON.stringify(letter))
  }

  async dropLetter(id: string): Promise<void> {
    this.sql.run('DELETE FROM webhook_letters WHERE id = ?', id)
  }
}
