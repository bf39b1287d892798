/**
 * Shops behind HTTP: their settings (secrets among them, in the encrypted database only), whose order is whose, what was begun
 * there and has no outcome yet, small state such as cursors, and what could not be understood.
 */
export const shops = `
  CREATE TABLE shop_connections (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE shop_orders (order_no TEXT PRIMARY KEY, connection_id TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE shop_values (connection_id TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (connection_id, name)) WITHOUT ROWID;
  CREATE TABLE shop_intents (id TEXT PRIMARY KEY, order_no TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX shop_intents_by_order ON shop_intents (order_no);
  CREATE TABLE shop_letters (id TEXT PRIMARY KEY, at INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
`
