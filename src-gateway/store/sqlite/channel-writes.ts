import type { ChannelWrites, ConnectorRow, DeadLetterRow, DeliveryRow, KeptFile, ThreadRow, ThreadStatusRow } from '../channel-store.ts'
import { SqliteChannelReads } from './channel-reads.ts'

/** Writes of channel-store.ts to SQLite. */
export class SqliteChannelWrites extends SqliteChannelReads implements ChannelWrites {
  async putConnector(row: ConnectorRow): Promise<void> {
    this.sql.run(
      `INSERT INTO connectors (id, channel, name, settings, enabled, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, settings = excluded.settings, enabled = excluded.enabled`,
      row.id, row.channel, row.name, JSON.stringify(row.settings), row.enabled ? 1 : 0, row.createdAt)
  }

  async removeConnector(id: string): Promise<void> {
    this.sql.run(`UPDATE deliveries SET state = 'given-up' WHERE connector_id = ? AND state <> 'sent'`, id)
    for (const table of ['connector_values', 'dead_letters', 'thread_statuses']) this.sql.run(`DELETE FROM ${table} WHERE connector_id = ?`, id)
    this.sql.run('DELETE FROM connectors WHERE id = ?', id)
  }

  async setValue(connectorId: string, name: string, value: string): Promise<void> {
    this.sql.run('INSERT INTO connector_values (connector_id, name, value) VALUES (?, ?, ?) ON CONFLICT (connector_id, name) DO UPDATE SET value = excluded.value', connectorId, name, value)
  }

  async putThread(row: ThreadRow): Promise<void> {
    this.sql.run(
      `INSERT INTO connector_threads (connector_id, thread_id, conversation_id, subject, last_external_id) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (connector_id, thread_id) DO UPDATE SET subject = excluded.subject, last_external_id = excluded.last_external_id`,
      row.connectorId, row.threadId, row.conversationId, row.subject, row.lastExternalId)
  }

  async putExternal(connectorId: string, externalId: string, messageId: string): Promise<void> {
    this.sql.run('INSERT INTO external_messages (connector_id, external_id, message_id) VALUES (?, ?, ?)', connectorId, externalId, messageId)
  }

  async putDelivery(row: DeliveryRow): Promise<void> {
    this.sql.run(
      `INSERT INTO deliveries (message_id, connector_id, conversation_id, seq, pieces_sent, state, attempts, next_at, until_at, why, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (message_id) DO UPDATE SET pieces_sent = excluded.pieces_sent, state = excluded.state, attempts = excluded.attempts, next_at = excluded.next_at, until_at = excluded.until_at, why = excluded.why`,
      row.messageId, row.connectorId, row.conversationId, row.seq, row.piecesSent, row.state, row.attempts, row.nextAt, row.untilAt, row.why === null ? null : JSON.stringify(row.why), row.at)
  }

  async putThreadStatus(row: ThreadStatusRow): Promise<void> {
    this.sql.run(
      `INSERT INTO thread_statuses (conversation_id, connector_id, theirs, wanted_at, attempts, next_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (conversation_id) DO UPDATE SET theirs = excluded.theirs, wanted_at = excluded.wanted_at, attempts = excluded.attempts, next_at = excluded.next_at`,
      row.conversationId, row.connectorId, row.theirs, row.wantedAt, row.attempts, row.nextAt)
  }

  async putDeadLetter(row: DeadLetterRow): Promise<void> {
    this.sql.run('INSERT INTO dead_letters (id, connector_id, external_id, why, body, at) VALUES (?, ?, ?, ?, ?, ?)',
      row.id, row.connectorId, row.externalId, JSON.stringify(row.why), row.body, row.at)
  }

  async dropDeadLetter(id: string): Promise<void> {
    this.sql.run('DELETE FROM dead_letters WHERE id = ?', id)
  }

  async dropOldestLetter(connectorId: string): Promise<void> {
    this.sql.run('DELETE FROM dead_letters WHERE id = (SELECT id FROM dead_letters WHERE connector_id = ? ORDER BY at, id LIMIT 1)', connectorId)
  }

  async putKeptFile(row: KeptFile): Promise<void> {
    this.sql.run('INSERT INTO kept_files (sha256, conversation_id, name, type, bytes) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING', row.sha256, row.conversationId, row.name, row.type, row.bytes)
  }
}
