/** What the channels need: who a visitor is, pictures and who may see them, the shop's customers, limits, the demo. */
export const channels = `
  CREATE TABLE visitors (hash TEXT PRIMARY KEY, conversation_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE attachments (sha256 TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE attachment_grants (sha256 TEXT NOT NULL, reader TEXT NOT NULL, PRIMARY KEY (sha256, reader)) WITHOUT ROWID;
  CREATE TABLE customers (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE orders (no TEXT PRIMARY KEY, customer_id TEXT NOT NULL, placed_at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX orders_by_customer ON orders (customer_id, placed_at);
  CREATE TABLE counters (key TEXT PRIMARY KEY, opened_at INTEGER NOT NULL, count INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE demo (demo_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`
