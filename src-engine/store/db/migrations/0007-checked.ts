/** Messages that were drawn by chance and looked at by a person: what the desk can be measured by. */
export const checked = `
CREATE TABLE checked (
  message_id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  answer TEXT NOT NULL,                     -- right | unsure; right once the corrections of the message are taken in
  text TEXT NOT NULL,                       -- the customer's words: the message itself may be forgotten with its log
  sent_at INTEGER NOT NULL,                 -- when the customer wrote it
  told TEXT NOT NULL,                       -- JSON: the verdict before any person's word
  history TEXT NOT NULL,                    -- JSON: the turns before it
  corrections TEXT NOT NULL,                -- JSON: ids of the corrections that were made in this check
  checked_by TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
`
