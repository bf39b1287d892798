/** Workflows that were changed or brought in here, how far each may go, and the runs with every step they took. */
export const workflows = `
CREATE TABLE workflow (
  id TEXT NOT NULL,
  version INTEGER NOT NULL,                 -- the highest is in use; 1 of a shipped one lies in its file
  saved_at INTEGER NOT NULL,                -- by the gateway's clock
  saved_by TEXT NOT NULL,
  body TEXT NOT NULL,                       -- JSON of Workflow
  PRIMARY KEY (id, version)
) WITHOUT ROWID;
CREATE TABLE workflow_level (id TEXT PRIMARY KEY, level TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE workflow_run (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  open INTEGER NOT NULL,
  paused INTEGER NOT NULL,                  -- by a person of the desk
  reviewed INTEGER,                         -- what the person who reviews said; NULL: nothing yet
  heard_seq INTEGER NOT NULL,               -- the last customer message that it listened to
  started_at INTEGER NOT NULL,
  level TEXT NOT NULL,
  flow TEXT NOT NULL,                       -- JSON of Workflow as it began, sub-flows in their place
  state TEXT NOT NULL                       -- JSON of RunState
) WITHOUT ROWID;
CREATE INDEX workflow_run_of ON workflow_run (conversation_id, started_at);
CREATE INDEX workflow_run_open ON workflow_run (started_at) WHERE open = 1;
CREATE TABLE workflow_step (
  run_id TEXT NOT NULL,
  n INTEGER NOT NULL,                       -- counts from 1; <run_id>:<n> names the step
  node TEXT NOT NULL,
  kind TEXT NOT NULL,                       -- say, act
  effect_id TEXT NOT NULL UNIQUE,           -- under which it happens once, however often it is tried
  body TEXT NOT NULL,                       -- the words, or JSON of CommerceAction
  outcome TEXT,                             -- NULL: nobody knows yet
  at INTEGER NOT NULL,
  PRIMARY KEY (run_id, n)
) WITHOUT ROWID;
`
