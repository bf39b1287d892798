/** Quick phrases: those of the gateway's log, this agent's own, and how often each is used here. */
export const phrases = `
CREATE TABLE phrase (
  id TEXT PRIMARY KEY,
  scope TEXT NOT NULL,                      -- personal | team | shop
  body TEXT NOT NULL,                       -- Phrase
  removed INTEGER NOT NULL DEFAULT 0,       -- 1: gone here, the gateway does not know it yet
  waiting TEXT                              -- id of the call that brings this desk's word to the gateway; until then the log's older word does not count
);
CREATE INDEX phrase_waiting ON phrase (waiting) WHERE waiting IS NOT NULL;
-- apart from the phrase: one that is removed and brought back keeps its place
CREATE TABLE phrase_use (phrase_id TEXT PRIMARY KEY, uses INTEGER NOT NULL, last_used_at INTEGER NOT NULL) WITHOUT ROWID;

-- The version before skipped phrases in the log. Without a log id the next catch-up reads the present state once.
DELETE FROM setting WHERE name = 'log-id';
`
