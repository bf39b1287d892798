/** Pictures and quotes of the desk's own replies, messages that were taken back, and how far the customer has read. */
export const messages = `
ALTER TABLE message ADD COLUMN quote TEXT;              -- Quote
ALTER TABLE message ADD COLUMN recalled_at INTEGER;     -- taken back from the customer; the words stay as a record

ALTER TABLE outbox ADD COLUMN quote TEXT;
ALTER TABLE outbox ADD COLUMN uploaded INTEGER NOT NULL DEFAULT 0;  -- 1: the gateway has its pictures

-- what stands in the composer beside the words
CREATE TABLE unsent_parts (conversation_id TEXT PRIMARY KEY, attachments TEXT NOT NULL, quote_id TEXT) WITHOUT ROWID;

CREATE TABLE read_mark (conversation_id TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID;
`
