/** How drafts came about, the placeholders that endpoints read, and the tokens of each day. */
export const traces = `
CREATE TABLE draft_trace (
  id INTEGER PRIMARY KEY,
  draft_id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  body TEXT NOT NULL                        -- JSON
);
CREATE INDEX draft_trace_of ON draft_trace (conversation_id, id);

CREATE TABLE draft_mask (
  conversation_id TEXT NOT NULL,
  mark TEXT NOT NULL,                       -- [phone-1]
  kind TEXT NOT NULL,
  value TEXT NOT NULL,                      -- what it stands for in this conversation
  PRIMARY KEY (conversation_id, mark)
) WITHOUT ROWID;

CREATE TABLE model_usage (
  day INTEGER PRIMARY KEY,                  -- when the shop's day began, milliseconds
  requests INTEGER NOT NULL,
  input INTEGER NOT NULL,                   -- tokens
  output INTEGER NOT NULL,
  estimated INTEGER NOT NULL                -- of these, those that the endpoint did not count
);
`
