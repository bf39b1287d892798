/**
 * `n` and `seq` are given by the transaction, never by AUTOINCREMENT: a rolled back append must leave no gap.
 * A message's body is kept once, in `messages`; its event only points at it through `n`.
 */
export const log = `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE events (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, body TEXT);
  CREATE TABLE states (kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
  CREATE TABLE conversations (
    id TEXT PRIMARY KEY, body TEXT NOT NULL, updated_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL DEFAULT 0, last_customer_seq INTEGER NOT NULL DEFAULT 0, last_desk_seq INTEGER NOT NULL DEFAULT 0
  ) WITHOUT ROWID;
  CREATE TABLE messages (
    id TEXT PRIMARY KEY, n INTEGER NOT NULL UNIQUE, conversation_id TEXT NOT NULL REFERENCES conversations (id), seq INTEGER NOT NULL,
    kind TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (conversation_id, seq)
  );
  CREATE TABLE leases (conversation_id TEXT PRIMARY KEY, seat_id TEXT NOT NULL, expires_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX leases_by_expiry ON leases (expires_at);
  CREATE TABLE requests (id TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
`
