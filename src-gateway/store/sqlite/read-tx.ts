import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { AuthorKind, Message } from '../../../src-shared/domain/message.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Review } from '../../../src-shared/domain/review.ts'
import type { Change, LogEvent } from '../../../src-shared/wire/protocol.ts'
import type { ConversationRow, DemoProgress, Lease, MessageRow, ReadTx, StateRow } from '../store.ts'
import type { ChannelReads } from '../channel-store.ts'
import { SqliteChannelReads } from './channel-reads.ts'
import { SqliteIntegrations } from './integrations.ts'
import { SqliteOutcomes } from './outcomes.ts'
import { SqlitePeople } from './people.ts'
import type { ShopReads } from '../shops.ts'
import { type ConversationColumns, fromJson, type Statements, toConversation, toConversationRow } from './rows.ts'
import { SqliteShops } from './shop-rows.ts'

interface LeaseColumns { conversation_id: string; seat_id: string; expires_at: number }
interface MessageColumns { n: number; body: string }

const toLease = (row: LeaseColumns): Lease => ({ conversationId: row.conversation_id, seatId: row.seat_id, expiresAt: row.expires_at })
const toMessageRow = (row: MessageColumns): MessageRow => ({ n: row.n, message: fromJson<Message>(row.body) })

/** For progress that was stored before the day could be set back. */
const FIRST_ROUND = { round: 0, shift: 0 }

/** Reads of the SQLite store. The methods are async in name only, which is what keeps a transaction undivided. */
export class SqliteReadTx implements ReadTx {
  protected readonly sql: Statements
  readonly channels: ChannelReads
  readonly people: SqlitePeople
  readonly shops: ShopReads
  readonly integrations: SqliteIntegrations
  readonly outcomes: SqliteOutcomes

  constructor(sql: Statements) {
    this.sql = sql
    this.channels = new SqliteChannelReads(sql)
    this.people = new SqlitePeople(sql)
    this.shops = new SqliteShops(sql)
    this.integrations = new SqliteIntegrations(sql)
    this.outcomes = new SqliteOutcomes(sql)
  }

  async meta(name: string): Promise<string | null> {
    return this.sql.one<{ value: string }>('SELECT value FROM meta WHERE name = ?', name)?.value ?? null
  }

  async metas(prefix: string): Promise<{ name: string; value: string }[]> {
    return this.sql.all<{ name: string; value: string }>('SELECT name, value FROM meta WHERE name >= ? AND substr(name, 1, ?) = ? ORDER BY name', prefix, prefix.length, prefix)
  }

  async head(): Promise<number> {
    return this.sql.one<{ n: number }>('SELECT coalesce(max(n), 0) AS n FROM events')?.n ?? 0
  }

  async eventsAfter(after: number, limit: number): Promise<LogEvent[]> {
    const rows = this.sql.all<{ n: number; at: number; body: string | null; message: string | null }>(
      `SELECT events.n, events.at, events.body, messages.body AS message
       FROM events LEFT JOIN messages ON messages.n = events.n WHERE events.n > ? ORDER BY events.n LIMIT ?`, after, limit)
    return rows.map((row) => ({
      n: row.n, at: row.at,
      change: row.message === null ? fromJson<Change>(row.body ?? '') : { type: 'message', message: fromJson<Message>(row.message) },
    }))
  }

  async state(kind: string, key: string): Promise<Change | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM states WHERE kind = ? AND key = ?', kind, key)
    return row === null ? null : fromJson<Change>(row.body)
  }

  async states(after: { kind: string; key: string } | null, limit: number): Promise<StateRow[]> {
    const rows = this.sql.all<{ kind: string; key: string; body: string }>(
      'SELECT kind, key, body FROM states WHERE (kind, key) > (?, ?) ORDER BY kind, key LIMIT ?', after?.kind ?? '', after?.key ?? '', limit)
    return rows.map((row) => ({ kind: row.kind, key: row.key, change: fromJson<Change>(row.body) }))
  }

  async statesOf<K extends Change['type']>(kind: K, limit: number, after = ''): Promise<Extract<Change, { type: K }>[]> {
    return this.sql.all<{ body: string }>('SELECT body FROM states WHERE kind = ? AND key > ? ORDER BY key LIMIT ?', kind, after, limit)
      .map((row) => fromJson<Extract<Change, { type: K }>>(row.body))
  }

  async openReviews(): Promise<Review[]> {
    return this.sql.all<{ body: string }>(
      `SELECT body FROM states WHERE kind = 'review' AND json_extract(body, '$.review.state') = 'open' ORDER BY json_extract(body, '$.review.expiresAt')`)
      .map((row) => fromJson<{ review: Review }>(row.body).review)
  }

  async casesOf(orderNo: string): Promise<AfterSaleCase[]> {
    return this.sql.all<{ body: string }>(`SELECT body FROM states WHERE kind = 'case' AND json_extract(body, '$.case.orderNo') = ? ORDER BY key`, orderNo)
      .map((row) => fromJson<{ case: AfterSaleCase }>(row.body).case)
  }

  async conversation(id: string): Promise<ConversationRow | null> {
    const row = this.sql.one<ConversationColumns>('SELECT * FROM conversations WHERE id = ?', id)
    return row === null ? null : toConversationRow(row)
  }

  async waitingConversations(limit: number): Promise<ConversationRow[]> {
    return this.sql.all<ConversationColumns>(
      `SELECT * FROM conversations WHERE last_customer_seq > last_desk_seq AND json_extract(body, '$.status') = 'open' ORDER BY id LIMIT ?`, limit).map(toConversationRow)
  }

  async conversations(afterId: string | null, limit: number): Promise<Conversation[]> {
    return this.sql.all<ConversationColumns>('SELECT * FROM conversations WHERE id > ? ORDER BY id LIMIT ?', afterId ?? '', limit).map(toConversation)
  }

  async message(id: string): Promise<MessageRow | null> {
    const row = this.sql.one<MessageColumns>('SELECT n, body FROM messages WHERE id = ?', id)
    return row === null ? null : toMessageRow(row)
  }

  async messagesOf(conversationId: string, afterSeq: number, limit: number, uptoSeq = Number.MAX_SAFE_INTEGER): Promise<Message[]> {
    const rows = this.sql.all<{ body: string }>(
      'SELECT body FROM messages WHERE conversation_id = ? AND seq > ? AND seq <= ? ORDER BY seq DESC LIMIT ?', conversationId, afterSeq, uptoSeq, limit)
    return rows.reverse().map((row) => fromJson<Message>(row.body))
  }

  async recalledSeqs(conversationId: string, afterSeq: number): Promise<number[]> {
    return this.sql.all<{ seq: number }>(
      `SELECT seq FROM messages WHERE conversation_id = ? AND seq > ? AND json_extract(body, '$.recalledAt') IS NOT NULL ORDER BY seq`,
      conversationId, afterSeq).map((row) => row.seq)
  }

  async messageAt(conversationId: string, seq: number): Promise<Message | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM messages WHERE conversation_id = ? AND seq = ?', conversationId, seq)
    return row === null ? null : fromJson<Message>(row.body)
  }

  async messagesByNumber(after: number, upto: number, limit: number): Promise<MessageRow[]> {
    return this.sql.all<MessageColumns>('SELECT n, body FROM messages WHERE n > ? AND n <= ? ORDER BY n LIMIT ?', after, upto, limit).map(toMessageRow)
  }

  async messageIds(): Promise<{ id: string; kind: AuthorKind }[]> {
    return this.sql.all<{ id: string; kind: AuthorKind }>('SELECT id, kind FROM messages ORDER BY n')
  }

  async lease(conversationId: string): Promise<Lease | null> {
    const row = this.sql.one<LeaseColumns>('SELECT * FROM leases WHERE conversation_id = ?', conversationId)
    return row === null ? null : toLease(row)
  }

  async expiredLeases(now: number, limit: number): Promise<Lease[]> {
    return this.sql.all<LeaseColumns>('SELECT * FROM leases WHERE expires_at <= ? ORDER BY expires_at LIMIT ?', now, limit).map(toLease)
  }

  async request(id: string): Promise<number | null> {
    return this.sql.one<{ n: number }>('SELECT n FROM requests WHERE id = ?', id)?.n ?? null
  }

  async visitorConversation(visitor: string): Promise<string | null> {
    return this.sql.one<{ conversation_id: string }>('SELECT conversation_id FROM visitors WHERE hash = ?', visitor)?.conversation_id ?? null
  }

  async attachment(sha256: string): Promise<Attachment | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM attachments WHERE sha256 = ?', sha256)
    return row === null ? null : fromJson<Attachment>(row.body)
  }

  async attachmentGranted(sha256: string, reader: string): Promise<boolean> {
    return this.sql.one('SELECT 1 FROM attachment_grants WHERE sha256 = ? AND reader = ?', sha256, reader) !== null
  }

  async unsentUploads(): Promise<string[]> {
    return this.sql.all<{ sha256: string }>(
      `SELECT sha256 FROM attachment_grants GROUP BY sha256 HAVING max(reader NOT GLOB 'visitor:*') = 0`).map((row) => row.sha256)
  }

  async customer(id: string): Promise<Customer | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM customers WHERE id = ?', id)
    return row === null ? null : fromJson<Customer>(row.body)
  }

  async order(no: string): Promise<Order | null> {
    const row = this.sql.one<{ body: string }>('SELECT body FROM orders WHERE no = ?', no)
    return row === null ? null : fromJson<Order>(row.body)
  }

  async ordersOf(customerId: string): Promise<Order[]> {
    return this.sql.all<{ body: string }>('SELECT body FROM orders WHERE customer_id = ? ORDER BY placed_at DESC, no', customerId)
      .map((row) => fromJson<Order>(row.body))
  }

  async counted(key: string, windowMs: number, now: number): Promise<number> {
    const row = this.sql.one<{ opened_at: number; count: number }>('SELECT opened_at, count FROM counters WHERE key = ?', key)
    // A window that opens in the future was opened by a clock that has been set back since; it may not last until then.
    return row === null || row.opened_at > now || row.opened_at + windowMs <= now ? 0 : row.count
  }

  async spent(key: string, since: number): Promise<{ amount: number; count: number }> {
    return this.sql.one<{ amount: number; count: number }>('SELECT coalesce(sum(amount), 0) AS amount, count(*) AS count FROM spending WHERE key = ? AND at > ?', key, since) ?? { amount: 0, count: 0 }
  }

  async customerByPhone(phone: string): Promise<Customer | null> {
    const row = this.sql.one<{ body: string }>("SELECT body FROM customers WHERE json_extract(body, '$.phone') = ? ORDER BY id LIMIT 1", phone)
    return row === null ? null : fromJson<Customer>(row.body)
  }

  async demoProgress(): Promise<DemoProgress[]> {
    return this.sql.all<{ body: string }>('SELECT body FROM demo ORDER BY demo_id').map((row) => ({ ...FIRST_ROUND, ...fromJson<DemoProgress>(row.body) }))
  }
}
