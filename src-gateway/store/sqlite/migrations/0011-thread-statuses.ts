/** How threads stand at the other side of their lines, and which status is still to be said there (`next_at`; null: none is). */
export const threadStatuses = `
  CREATE TABLE thread_statuses (
    conversation_id TEXT PRIMARY KEY, connector_id TEXT NOT NULL, theirs TEXT NOT NULL, wanted_at INTEGER NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX thread_statuses_due ON thread_statuses (connector_id, next_at) WHERE next_at IS NOT NULL;
`
