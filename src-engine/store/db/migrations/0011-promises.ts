/** What we promised customers: until it is kept, and before its reply has arrived. */
export const promises = `
CREATE TABLE follow_up (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  state TEXT NOT NULL,                      -- open | done | dropped
  due_at INTEGER NOT NULL,
  promised_at INTEGER NOT NULL,
  body TEXT NOT NULL,                       -- FollowUp, with this desk's own changes
  heard TEXT                                -- FollowUp as the log told it last, while a change of this desk was on its way
) WITHOUT ROWID;
CREATE INDEX follow_up_of ON follow_up (conversation_id);
CREATE INDEX follow_up_open ON follow_up (due_at) WHERE state = 'open';

-- what a reply on its way promises, as the person left it: it is promised when the customer has it
CREATE TABLE outbox_promise (reply_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
`
