/**
 * Other systems: keys of the HTTP API (as hashes), what was answered to requests that may come again, webhooks with their
 * place in the log, what the other side refused, and which event opened or resolved a conversation.
 */
export const integrations = `
  CREATE TABLE api_keys (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE api_answers (
    key_id TEXT NOT NULL, idempotency_key TEXT NOT NULL, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (key_id, idempotency_key)
  ) WITHOUT ROWID;
  CREATE INDEX api_answers_by_time ON api_answers (at);
  CREATE TABLE webhooks (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE webhook_letters (id TEXT PRIMARY KEY, webhook_id TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX webhook_letters_by_time ON webhook_letters (at);
  CREATE TABLE conversation_turns (n INTEGER PRIMARY KEY, turn TEXT NOT NULL);
  CREATE INDEX conversations_by_change ON conversations (updated_at, id);
`
