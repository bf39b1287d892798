/** The warehouse that sends the orders of a shop behind HTTP: its settings, secrets among them, in the encrypted database only. */
export const warehouses = `
  CREATE TABLE shop_warehouses (connection_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`
