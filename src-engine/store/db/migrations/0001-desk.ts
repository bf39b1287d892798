/** The desk's cache of the gateway's log, what this desk computed from it, and what it still has to say. */
export const desk = `
-- cursor, log id, clock offset, settings: small things by name, JSON values
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE conversation (
  id TEXT PRIMARY KEY,
  body TEXT NOT NULL,                       -- Conversation
  status TEXT NOT NULL,
  customer_id TEXT,
  last_seq INTEGER NOT NULL DEFAULT 0,      -- highest sequence number known
  last_customer_seq INTEGER NOT NULL DEFAULT 0,
  last_desk_seq INTEGER NOT NULL DEFAULT 0, -- agent or autopilot
  last_line TEXT NOT NULL DEFAULT '',
  last_at INTEGER NOT NULL DEFAULT 0,
  waiting_since INTEGER,                    -- first unanswered customer message
  person_involved INTEGER NOT NULL DEFAULT 0,
  automatic_replies INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT '{}'          -- ConversationState: what triage made of it
);
CREATE INDEX conversation_recent ON conversation (last_at DESC);
CREATE INDEX conversation_customer ON conversation (customer_id);

CREATE TABLE message (
  rowid INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  author_kind TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  text TEXT NOT NULL,
  attachments TEXT NOT NULL DEFAULT '[]',
  at INTEGER NOT NULL,
  verdict TEXT,                             -- Verdict, customer messages only
  UNIQUE (conversation_id, seq)
);
-- overlapping bigrams of CJK text and whole words: two characters of Chinese are enough to find a message
CREATE VIRTUAL TABLE message_index USING fts5(grams, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  body TEXT NOT NULL                        -- Draft, finished ones only
);
CREATE INDEX draft_of ON draft (conversation_id, started_at DESC);

-- replies on their way. A row leaves only when the gateway's log holds the message or a person takes it back.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,                  -- message id, made before the first try
  conversation_id TEXT NOT NULL,
  author_kind TEXT NOT NULL,
  author_name TEXT NOT NULL,
  text TEXT NOT NULL,
  attachments TEXT NOT NULL DEFAULT '[]',
  based_on_seq INTEGER NOT NULL,
  draft_id TEXT,
  run_id TEXT,
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0,    -- end of the undo window
  state TEXT NOT NULL,                      -- queued | undo | held
  hold_reason TEXT,
  on_the_line INTEGER NOT NULL DEFAULT 0,   -- 1: given to the line, nobody knows yet whether it arrived
  tries INTEGER NOT NULL DEFAULT 0          -- answers that said: not now
);
CREATE INDEX outbox_of ON outbox (conversation_id, position);

-- calls to the gateway that are no replies (status, kill switch): sent in order, idempotent by id
CREATE TABLE command (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  call TEXT NOT NULL,
  params TEXT NOT NULL
);

-- work for later; one open job a kind and conversation, a newer message replaces the older job
CREATE TABLE job (
  kind TEXT NOT NULL,                       -- draft | routine
  conversation_id TEXT NOT NULL,
  based_on_seq INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  urgency REAL NOT NULL DEFAULT 0,          -- highest first
  PRIMARY KEY (kind, conversation_id)
) WITHOUT ROWID;
CREATE INDEX job_next ON job (kind, urgency DESC);

CREATE TABLE run (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  state TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  body TEXT NOT NULL                        -- AutopilotRun
);
CREATE INDEX run_of ON run (conversation_id, started_at DESC);

CREATE TABLE customer (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE shop_order (no TEXT PRIMARY KEY, customer_id TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX order_of ON shop_order (customer_id);
CREATE TABLE article (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE product (id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE policy (id TEXT PRIMARY KEY, body TEXT NOT NULL);

CREATE TABLE unsent (conversation_id TEXT PRIMARY KEY, text TEXT NOT NULL);

-- who did what: ids and codes, never words
CREATE TABLE audit (position INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, what TEXT NOT NULL, ref TEXT NOT NULL, detail TEXT NOT NULL DEFAULT '');
`
