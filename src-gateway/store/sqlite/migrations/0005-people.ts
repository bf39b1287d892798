/**
 * How people sign in, and the record of who did what. Secrets are here as hashes alone. The record's order is `n`; what
 * binds a line to the one before is its hash.
 */
export const people = `
  CREATE TABLE credentials (account_id TEXT PRIMARY KEY, login TEXT NOT NULL UNIQUE, secret TEXT NOT NULL, changed_at INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, account_id TEXT NOT NULL, seat_id TEXT NOT NULL, label TEXT NOT NULL,
    created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX sessions_by_account ON sessions (account_id);
  CREATE TABLE invitations (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE tries (key TEXT PRIMARY KEY, failed INTEGER NOT NULL, until INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE audit (n INTEGER PRIMARY KEY, at INTEGER NOT NULL, account_id TEXT, what TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL);
  CREATE INDEX audit_by_account ON audit (account_id, n);
  CREATE INDEX audit_by_what ON audit (what, n);
`
