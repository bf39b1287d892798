import type { Attachment } from '../../../src-shared/domain/attachment.ts'
import type { Conversation } from '../../../src-shared/domain/conversation.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Message } from '../../../src-shared/domain/message.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Change, LogEvent } from '../../../src-shared/wire/protocol.ts'
import { holdKey } from '../../../src-shared/domain/autonomy.ts'
import { isGreeting } from '../../../src-shared/domain/greeting-id.ts'
import { policyVersionKey } from '../policy-version-key.ts'
import type { DemoProgress, Lease, WriteTx } from '../store.ts'
import type { Turn } from '../integrations.ts'
import type { ShopWrites } from '../shops.ts'
import type { ChannelWrites } from '../channel-store.ts'
import { SqliteChannelWrites } from './channel-writes.ts'
import { SqliteReadTx } from './read-tx.ts'
import type { Statements } from './rows.ts'
import { SqliteShops } from './shop-rows.ts'

/** Writes of the SQLite store; collects what was appended, for the listeners after the commit. */
export class SqliteWriteTx extends SqliteReadTx implements WriteTx {
  readonly appended: LogEvent[] = []
  override readonly channels: ChannelWrites
  override readonly shops: ShopWrites

  constructor(sql: Statements) {
    super(sql)
    this.channels = new SqliteChannelWrites(sql)
    this.shops = new SqliteShops(sql)
  }

  async setMeta(name: string, value: string): Promise<void> {
    this.sql.run('INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', name, value)
  }

  async dropMeta(name: string): Promise<void> {
    this.sql.run('DELETE FROM meta WHERE name = ?', name)
  }

  async append(at: number, change: Change): Promise<LogEvent> {
    const n = (await this.head()) + 1
    const isMessage = change.type === 'message'
    this.sql.run('INSERT INTO events (n, at, body) VALUES (?, ?, ?)', n, at, isMessage ? null : JSON.stringify(change))
    if (isMessage) this.insertMessage(n, change.message)
    else if (change.type === 'conversation') this.putConversation(n, change.conversation)
    else if (change.type === 'article-removed') this.sql.run('DELETE FROM states WHERE kind = ? AND key = ?', 'article', change.id)
    else if (change.type === 'message-recalled') this.markRecalled(change)
    else if (change.type === 'phrase-removed') this.sql.run('DELETE FROM states WHERE kind = ? AND key = ?', 'phrase', change.id)
    else if (change.type === 'routing' && change.routing.state === 'done') this.sql.run('DELETE FROM states WHERE kind = ? AND key = ?', 'routing', change.routing.conversationId)
    else this.putState(change)
    const event: LogEvent = { n, at, change }
    this.appended.push(event)
    return event
  }

  private insertMessage(n: number, message: Message): void {
    const kind = message.author.kind
    const answers = (kind === 'agent' || kind === 'autopilot') && !isGreeting(message.id, message.conversationId)
    const changed = this.sql.run(
      `UPDATE conversations SET last_seq = ?, updated_at = ?,
         last_customer_seq = CASE WHEN ? THEN ? ELSE last_customer_seq END, last_desk_seq = CASE WHEN ? THEN ? ELSE last_desk_seq END
       WHERE id = ? AND last_seq = ?`,
      message.seq, message.at, kind === 'customer' ? 1 : 0, message.seq, answers ? 1 : 0, message.seq,
      message.conversationId, message.seq - 1)
    if (changed !== 1) throw new Error(`message ${message.id} does not follow the last one of its conversation`)
    this.sql.run('INSERT INTO messages (id, n, conversation_id, seq, kind, body) VALUES (?, ?, ?, ?, ?, ?)',
      message.id, n, message.conversationId, message.seq, kind, JSON.stringify(message))
  }

  private putConversation(n: number, conversation: Conversation): void {
    const before = this.sql.one<{ status: Conversation['status'] }>(`SELECT json_extract(body, '$.status') AS status FROM conversations WHERE id = ?`, conversation.id)
    if (before?.status !== conversation.status) {
      const turn: Turn = conversation.status === 'resolved' ? 'resolved' : before === null ? 'opened' : 'reopened'
      this.sql.run('INSERT INTO conversation_turns (n, turn) VALUES (?, ?)', n, turn)
    }
    this.sql.run(
      'INSERT INTO conversations (id, body, updated_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at',
      conversation.id, JSON.stringify(conversation), conversation.updatedAt)
  }

  private markRecalled({ conversationId, id, at }: Extract<Change, { type: 'message-recalled' }>): void {
    this.sql.run(`UPDATE messages SET body = json_set(body, '$.recalledAt', ?) WHERE id = ? AND conversation_id = ?`, at, id, conversationId)
    this.sql.run(
      `UPDATE messages SET body = json_set(body, '$.quote.text', '', '$.quote.pictures', 0) WHERE conversation_id = ? AND json_extract(body, '$.quote.id') = ?`,
      conversationId, id)
    this.sql.run(
      `DELETE FROM attachment_grants WHERE reader = ? AND sha256 IN
         (SELECT json_extract(value, '$.sha256') FROM messages, json_each(messages.body, '$.attachments') WHERE messages.id = ?)
       AND sha256 NOT IN
         (SELECT json_extract(value, '$.sha256') FROM messages, json_each(messages.body, '$.attachments')
          WHERE conversation_id = ? AND json_extract(messages.body, '$.recalledAt') IS NULL)`,
      `conversation:${conversationId}`, id, conversationId)
  }

  private putState(change: StateChange): void {
    this.sql.run('INSERT INTO states (kind, key, body) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body',
      change.type, keyOf(change), JSON.stringify(change))
  }

  async putLease(lease: Lease): Promise<void> {
    this.sql.run(
      'INSERT INTO leases (conversation_id, seat_id, expires_at) VALUES (?, ?, ?) ON CONFLICT (conversation_id) DO UPDATE SET seat_id = excluded.seat_id, expires_at = excluded.expires_at',
      lease.conversationId, lease.seatId, lease.expiresAt)
  }

  async dropLease(conversationId: string): Promise<void> {
    this.sql.run('DELETE FROM leases WHERE conversation_id = ?', conversationId)
  }

  async putRequest(id: string, n: number): Promise<void> {
    this.sql.run('INSERT INTO requests (id, n) VALUES (?, ?)', id, n)
  }

  async putVisitor(visitor: string, conversationId: string): Promise<void> {
    this.sql.run('INSERT INTO visitors (hash, conversation_id) VALUES (?, ?)', visitor, conversationId)
  }

  async putAttachment(attachment: Attachment): Promise<void> {
    this.sql.run('INSERT INTO attachments (sha256, body) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING', attachment.sha256, JSON.stringify(attachment))
  }

  async grantAttachment(sha256: string, reader: string): Promise<void> {
    this.sql.run('INSERT INTO attachment_grants (sha256, reader) VALUES (?, ?) ON CONFLICT DO NOTHING', sha256, reader)
  }

  async forgetAttachment(sha256: string): Promise<void> {
    this.sql.run('DELETE FROM attachment_grants WHERE sha256 = ?', sha256)
    this.sql.run('DELETE FROM attachments WHERE sha256 = ?', sha256)
  }

  async putCustomer(customer: Customer): Promise<void> {
    this.sql.run('INSERT INTO customers (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body', customer.id, JSON.stringify(customer))
  }

  async putOrder(order: Order): Promise<void> {
    this.sql.run(
      'INSERT INTO orders (no, customer_id, placed_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (no) DO UPDATE SET customer_id = excluded.customer_id, placed_at = excluded.placed_at, body = excluded.body',
      order.no, order.customerId, order.placedAt, JSON.stringify(order))
  }

  async count(key: string, windowMs: number, now: number): Promise<number> {
    const next = (await this.counted(key, windowMs, now)) + 1
    this.sql.run(
      `INSERT INTO counters (key, opened_at, count) VALUES (?, ?, 1)
       ON CONFLICT (key) DO UPDATE SET count = ?, opened_at = CASE WHEN ? = 1 THEN excluded.opened_at ELSE opened_at END`, key, now, next, next)
    return next
  }

  async forgetCounters(before: number): Promise<void> {
    this.sql.run('DELETE FROM counters WHERE opened_at < ?', before)
  }

  async addSpending(keys: readonly string[], effectId: string, at: number, amount: number): Promise<void> {
    for (const key of keys) this.sql.run('INSERT INTO spending (key, effect_id, at, amount) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING', key, effectId, at, amount)
  }

  async putDemoProgress(progress: DemoProgress): Promise<void> {
    this.sql.run('INSERT INTO demo (demo_id, body) VALUES (?, ?) ON CONFLICT (demo_id) DO UPDATE SET body = excluded.body', progress.demoId, JSON.stringify(progress))
  }
}

type StateChange = Exclude<Change, { type: 'message' | 'conversation' | 'article-removed' | 'phrase-removed' | 'message-recalled' }>

function keyOf(change: StateChange): string {
  switch (change.type) {
    case 'shop': return change.shop.id
    case 'customer': return change.customer.id
    case 'article': return change.article.id
    case 'product': return change.product.id
    case 'policy': return change.policy.id
    case 'policy-version': return policyVersionKey(change.entry.policy.id, change.entry.policy.version)
    case 'case': return change.case.id
    case 'read': return change.conversationId
    case 'phrase': return change.phrase.id
    case 'policy-proposal': return change.proposal.policyId
    case 'autopilot': return ''
    case 'autopilot-hold': return holdKey(change.hold)
    case 'effect': return change.effect.id
    case 'note': return change.note.id
    case 'resolution': return change.resolution.id
    case 'follow-up': return change.followUp.id
    case 'account': return change.account.id
    case 'routing': return change.routing.conversationId
    case 'channel': return change.connector.id
    case 'delivery': return change.delivery.messageId
    case 'review': return change.review.id
    case 'ticket': return change.ticket.id
    case 'shift': return change.shift.id
    case 'rating': return change.rating.conversationId
    case 'shop-rules': return ''
    case 'incident': return change.incident.id
    case 'campaign': return change.campaign.id
    case 'workflow-version': return policyVersionKey(change.entry.workflow.id, change.entry.workflow.version)
    case 'workflow-use': return change.use.id
  }
}
