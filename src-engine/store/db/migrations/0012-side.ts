/** What was captured in chats that the desk cannot reach, for a day; and memos of customers who have no conversation here. */
export const side = `
CREATE TABLE loose (
  id TEXT PRIMARY KEY,
  touched_at INTEGER NOT NULL,
  body TEXT NOT NULL                        -- JSON: LooseConversation
) WITHOUT ROWID;
CREATE INDEX loose_touched ON loose (touched_at);

CREATE TABLE customer_memo (
  customer_id TEXT PRIMARY KEY,
  text TEXT NOT NULL
) WITHOUT ROWID;
`
