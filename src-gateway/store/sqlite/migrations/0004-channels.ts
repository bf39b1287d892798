/**
 * The lines to the outside: connectors with their settings (secrets included, in this encrypted file only), which thread of a
 * channel is which conversation, which message of the channel is which of ours, replies on their way out, and what a person
 * has to look at. A delivery is `sending` while its try runs: found so after a kill, it may have gone out.
 */
export const connectors = `
  CREATE TABLE connectors (id TEXT PRIMARY KEY, channel TEXT NOT NULL, name TEXT NOT NULL, settings TEXT NOT NULL, enabled INTEGER NOT NULL, created_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE connector_values (connector_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (connector_id, name)) WITHOUT ROWID;
  CREATE TABLE connector_threads (
    connector_id TEXT NOT NULL, thread_id TEXT NOT NULL, conversation_id TEXT NOT NULL UNIQUE, subject TEXT, last_external_id TEXT,
    PRIMARY KEY (connector_id, thread_id)
  ) WITHOUT ROWID;
  CREATE TABLE external_messages (connector_id TEXT NOT NULL, external_id TEXT NOT NULL, message_id TEXT NOT NULL, PRIMARY KEY (connector_id, external_id)) WITHOUT ROWID;
  CREATE INDEX external_messages_by_message ON external_messages (message_id);
  CREATE TABLE deliveries (
    message_id TEXT PRIMARY KEY, connector_id TEXT NOT NULL, conversation_id TEXT NOT NULL, seq INTEGER NOT NULL, state TEXT NOT NULL,
    attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, until_at INTEGER NOT NULL, why TEXT, at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX deliveries_by_state ON deliveries (connector_id, state, next_at);
  CREATE INDEX deliveries_by_conversation ON deliveries (conversation_id, seq);
  CREATE TABLE dead_letters (id TEXT PRIMARY KEY, connector_id TEXT NOT NULL, external_id TEXT, why TEXT NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX dead_letters_by_connector ON dead_letters (connector_id, at);
  CREATE TABLE kept_files (sha256 TEXT NOT NULL, conversation_id TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, bytes INTEGER NOT NULL, PRIMARY KEY (conversation_id, sha256)) WITHOUT ROWID;
`
