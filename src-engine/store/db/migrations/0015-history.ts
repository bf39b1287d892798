/** Conversations of chat exports, masked before they are kept, to hold a policy against. */
export const history = `
CREATE TABLE history_file (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  format TEXT NOT NULL,                     -- src-shared/domain/history.ts HistoryFormat
  imported_at INTEGER NOT NULL,
  skipped INTEGER NOT NULL,                 -- rows that were left out the last time
  UNIQUE (name, format)
) WITHOUT ROWID;

CREATE TABLE history_conversation (
  id TEXT PRIMARY KEY,
  file_id TEXT NOT NULL,
  first_at INTEGER,                         -- null: the export has no times
  last_at INTEGER,
  turns INTEGER NOT NULL,
  body TEXT NOT NULL                        -- HistoryConversation
) WITHOUT ROWID;
CREATE INDEX history_conversation_of ON history_conversation (file_id, first_at, last_at, turns);

-- which column holds what, by the columns that a file has
CREATE TABLE history_mapping (
  shape TEXT PRIMARY KEY,
  body TEXT NOT NULL                        -- HistoryMapping
) WITHOUT ROWID;
`
