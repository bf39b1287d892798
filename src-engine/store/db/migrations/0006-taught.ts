/** What people said of messages that triage read wrongly, and what was made from that and from their own examples. */
export const taught = `
CREATE TABLE correction (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  message_id TEXT NOT NULL,
  layer TEXT NOT NULL,                      -- topic | own | act | mark | emotion
  wrong_label TEXT,
  right_label TEXT,
  text TEXT NOT NULL,                       -- the customer's words: the message itself may be forgotten with its log
  told TEXT NOT NULL,                       -- JSON: the verdict before any person's word
  told_by TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,                      -- new | learned | weaker | refused
  refusal TEXT                              -- JSON: why it was refused
) WITHOUT ROWID;
CREATE INDEX correction_of ON correction (message_id);
CREATE INDEX correction_state ON correction (state);

-- weights: learned from the corrections · own-topics: the shop's own, with their examples
CREATE TABLE taught (
  name TEXT PRIMARY KEY,
  body BLOB NOT NULL,
  about TEXT NOT NULL                       -- JSON or a version; see whoever wrote it
) WITHOUT ROWID;
`
