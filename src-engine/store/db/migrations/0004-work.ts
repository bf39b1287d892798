/** The work on a conversation: notes, how it ended, when it was put away, and who waits for a person. */
export const work = `
ALTER TABLE conversation ADD COLUMN person_waiting_since INTEGER; -- first customer message after a person's last word
ALTER TABLE conversation ADD COLUMN snoozed_until INTEGER;
ALTER TABLE conversation ADD COLUMN resolved_at INTEGER;
UPDATE conversation SET person_waiting_since = waiting_since;
-- before resolutions were kept, the last change of a resolved conversation was its end
UPDATE conversation SET resolved_at = json_extract(body, '$.updatedAt') WHERE status = 'resolved';
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE snoozed_until IS NOT NULL;
CREATE INDEX conversation_resolved ON conversation (resolved_at) WHERE resolved_at IS NOT NULL;

CREATE TABLE note (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  body TEXT NOT NULL                        -- Note
);
CREATE INDEX note_of ON note (conversation_id, at);
-- as message_index
CREATE VIRTUAL TABLE note_index USING fts5(grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
-- a note that was begun and not written down yet
CREATE TABLE unsent_note (conversation_id TEXT PRIMARY KEY, text TEXT NOT NULL);

CREATE TABLE resolution (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  body TEXT NOT NULL                        -- Resolution
);
CREATE INDEX resolution_of ON resolution (conversation_id);
`
