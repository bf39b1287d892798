/**
 * What was wished to be done to orders, and what came of it. A row without `effect` waits for the gateway; its call stands in
 * `command`. `undo` is the action that takes it back, where the shop can.
 */
export const effects = `
CREATE TABLE effect (
  id TEXT PRIMARY KEY,
  conversation_id TEXT,
  order_no TEXT,
  asked_at INTEGER NOT NULL,
  wish TEXT,
  effect TEXT,
  undo TEXT
) WITHOUT ROWID;
CREATE INDEX effect_of_conversation ON effect (conversation_id, asked_at);
`
