import type { Channel, ConversationStatus } from '../../../src-shared/domain/conversation.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { SetUpValues } from '../../../src-shared/domain/set-up.ts'
import type { ChannelReads, ConnectorRow, DeadLetterRow, DeliveryRow, KeptFile, ThreadRow, ThreadStatusRow } from '../channel-store.ts'
import { fromJson, type Statements } from './rows.ts'

interface ConnectorColumns { id: string; channel: Channel; name: string; settings: string; enabled: number; created_at: number }
interface ThreadColumns { connector_id: string; thread_id: string; conversation_id: string; subject: string | null; last_external_id: string | null }
interface DeliveryColumns { message_id: string; connector_id: string; conversation_id: string; seq: number; pieces_sent: number; state: DeliveryRow['state']; attempts: number; next_at: number; until_at: number; why: string | null; at: number }
interface DeadLetterColumns { id: string; connector_id: string; external_id: string | null; why: string; body: string; at: number }
interface ThreadStatusColumns { conversation_id: string; connector_id: string; theirs: ConversationStatus; wanted_at: number; attempts: number; next_at: number | null }
interface KeptFileColumns { sha256: string; conversation_id: string; name: string; type: string; bytes: number }

const toConnector = (row: ConnectorColumns): ConnectorRow =>
  ({ id: row.id, channel: row.channel, name: row.name, settings: fromJson<SetUpValues>(row.settings), enabled: row.enabled === 1, createdAt: row.created_at })
const toThread = (row: ThreadColumns): ThreadRow =>
  ({ connectorId: row.connector_id, threadId: row.thread_id, conversationId: row.conversation_id, subject: row.subject, lastExternalId: row.last_external_id })
const toDelivery = (row: DeliveryColumns): DeliveryRow => ({
  messageId: row.message_id, connectorId: row.connector_id, conversationId: row.conversation_id, seq: row.seq, piecesSent: row.pieces_sent, state: row.state,
  attempts: row.attempts, nextAt: row.next_at, untilAt: row.until_at, why: row.why === null ? null : fromJson<LocalText>(row.why), at: row.at,
})
const toDeadLetter = (row: DeadLetterColumns): DeadLetterRow =>
  ({ id: row.id, connectorId: row.connector_id, externalId: row.external_id, why: fromJson<LocalText>(row.why), body: row.body, at: row.at })
const toThreadStatus = (row: ThreadStatusColumns): ThreadStatusRow =>
  ({ conversationId: row.conversation_id, connectorId: row.connector_id, theirs: row.theirs, wantedAt: row.wanted_at, attempts: row.attempts, nextAt: row.next_at })
const orNull = <Row, T>(row: Row | null, to: (row: Row) => T): T | null => row === null ? null : to(row)

/** Reads of channel-store.ts from SQLite. */
export class SqliteChannelReads implements ChannelReads {
  protected readonly sql: Statements

  constructor(sql: Statements) {
    this.sql = sql
  }

  async connectors(): Promise<ConnectorRow[]> {
    return this.sql.all<ConnectorColumns>('SELECT * FROM connectors ORDER BY created_at, id').map(toConnector)
  }

  async connector(id: string): Promise<ConnectorRow | null> {
    return orNull(this.sql.one<ConnectorColumns>('SELECT * FROM connectors WHERE id = ?', id), toConnector)
  }

  async value(connectorId: string, name: string): Promise<string | null> {
    return this.sql.one<{ value: string }>('SELECT value FROM connector_values WHERE connector_id = ? AND name = ?', connectorId, name)?.value ?? null
  }

  async thread(connectorId: string, threadId: string): Promise<ThreadRow | null> {
    return orNull(this.sql.one<ThreadColumns>('SELECT * FROM connector_threads WHERE connector_id = ? AND thread_id = ?', connectorId, threadId), toThread)
  }

  async threadOf(conversationId: string): Promise<ThreadRow | null> {
    return orNull(this.sql.one<ThreadColumns>('SELECT * FROM connector_threads WHERE conversation_id = ?', conversationId), toThread)
  }

  async messageIdOf(connectorId: string, externalId: string): Promise<string | null> {
    return this.sql.one<{ message_id: string }>('SELECT message_id FROM external_messages WHERE connector_id = ? AND external_id = ?', connectorId, externalId)?.message_id ?? null
  }

  async externalIdOf(messageId: string): Promise<string | null> {
    return this.sql.one<{ external_id: string }>('SELECT external_id FROM external_messages WHERE message_id = ? ORDER BY external_id LIMIT 1', messageId)?.external_id ?? null
  }

  async delivery(messageId: string): Promise<DeliveryRow | null> {
    return orNull(this.sql.one<DeliveryColumns>('SELECT * FROM deliveries WHERE message_id = ?', messageId), toDelivery)
  }

  async dueDeliveries(connectorId: string, now: number, limit: number): Promise<DeliveryRow[]> {
    return this.sql.all<DeliveryColumns>(
      `SELECT * FROM deliveries AS d WHERE connector_id = ? AND state = 'waiting' AND next_at <= ? AND NOT EXISTS
         (SELECT 1 FROM deliveries AS earlier WHERE earlier.conversation_id = d.conversation_id AND earlier.seq < d.seq AND earlier.state IN ('waiting', 'sending'))
       AND NOT EXISTS (SELECT 1 FROM deliveries AS running WHERE running.conversation_id = d.conversation_id AND running.state = 'sending')
       ORDER BY at, message_id LIMIT ?`, connectorId, now, limit).map(toDelivery)
  }

  async nextDelivery(connectorId: string): Promise<number | null> {
    return this.sql.one<{ at: number | null }>(
      `SELECT min(next_at) AS at FROM deliveries AS d WHERE connector_id = ? AND state = 'waiting' AND NOT EXISTS
         (SELECT 1 FROM deliveries AS earlier WHERE earlier.conversation_id = d.conversation_id AND earlier.seq < d.seq AND earlier.state IN ('waiting', 'sending'))`, connectorId)?.at ?? null
  }

  async deliveriesIn(connectorId: string, state: DeliveryRow['state'], limit: number): Promise<DeliveryRow[]> {
    return this.sql.all<DeliveryColumns>('SELECT * FROM deliveries WHERE connector_id = ? AND state = ? ORDER BY at DESC, message_id LIMIT ?', connectorId, state, limit).map(toDelivery)
  }

  async countDeliveries(connectorId: string, states: readonly DeliveryRow['state'][]): Promise<number> {
    return this.sql.one<{ n: number }>('SELECT count(*) AS n FROM deliveries WHERE connector_id = ? AND state IN (SELECT value FROM json_each(?))', connectorId, JSON.stringify(states))?.n ?? 0
  }

  async lastDelivery(conversationId: string): Promise<DeliveryRow | null> {
    return orNull(this.sql.one<DeliveryColumns>('SELECT * FROM deliveries WHERE conversation_id = ? ORDER BY seq DESC LIMIT 1', conversationId), toDelivery)
  }

  async threadStatus(conversationId: string): Promise<ThreadStatusRow | null> {
    return orNull(this.sql.one<ThreadStatusColumns>('SELECT * FROM thread_statuses WHERE conversation_id = ?', conversationId), toThreadStatus)
  }

  async dueStatus(connectorId: string, now: number): Promise<ThreadStatusRow | null> {
    return orNull(this.sql.one<ThreadStatusColumns>(
      `SELECT * FROM thread_statuses AS s WHERE connector_id = ? AND next_at <= ? AND NOT EXISTS
         (SELECT 1 FROM deliveries AS d WHERE d.conversation_id = s.conversation_id AND d.state IN ('waiting', 'sending'))
       ORDER BY next_at, conversation_id LIMIT 1`, connectorId, now), toThreadStatus)
  }

  async nextStatus(connectorId: string, now: number): Promise<number | null> {
    return this.sql.one<{ at: number | null }>('SELECT min(next_at) AS at FROM thread_statuses WHERE connector_id = ? AND next_at > ?', connectorId, now)?.at ?? null
  }

  async deadLetters(limit: number): Promise<DeadLetterRow[]> {
    return this.sql.all<DeadLetterColumns>('SELECT * FROM dead_letters ORDER BY at DESC, id LIMIT ?', limit).map(toDeadLetter)
  }

  async deadLetter(id: string): Promise<DeadLetterRow | null> {
    return orNull(this.sql.one<DeadLetterColumns>('SELECT * FROM dead_letters WHERE id = ?', id), toDeadLetter)
  }

  async countDeadLetters(connectorId: string): Promise<number> {
    return this.sql.one<{ n: number }>('SELECT count(*) AS n FROM dead_letters WHERE connector_id = ?', connectorId)?.n ?? 0
  }

  async keptFile(sha256: string): Promise<KeptFile | null> {
    return orNull(this.sql.one<KeptFileColumns>('SELECT * FROM kept_files WHERE sha256 = ? LIMIT 1', sha256),
      (row) => ({ sha256: row.sha256, conversationId: row.conversation_id, name: row.name, type: row.type, bytes: row.bytes }))
  }
}
