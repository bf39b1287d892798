/**
 * Decisions of autopilot with what they were made of: facts and codes, no customer's words. `reply` is what it would have
 * sent, kept only until a person's answer was compared with it.
 */
export const autonomy = `
CREATE TABLE decision_policy (
  n INTEGER PRIMARY KEY,
  body TEXT NOT NULL UNIQUE
);
CREATE TABLE decision (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  based_on_seq INTEGER NOT NULL,
  subject TEXT NOT NULL,                    -- intent:<topic> or action:<kind>
  at INTEGER NOT NULL,
  policy INTEGER NOT NULL,                  -- decision_policy.n
  inputs TEXT NOT NULL,                     -- facts and request
  decision TEXT NOT NULL,
  would INTEGER NOT NULL,                   -- 1: auto, had it been let
  reply TEXT NOT NULL DEFAULT '',
  run_id TEXT,
  automatic TEXT,                           -- left, stopped or void
  verdict TEXT,                             -- same, otherwise or unknown; null: not compared yet
  costly TEXT,
  after TEXT,                               -- anger or reopened
  judgement TEXT,                           -- of a sampled case: right, wrong or otherwise
  UNIQUE (conversation_id, based_on_seq, subject)
);
CREATE INDEX decision_of_subject ON decision (subject, at);
CREATE INDEX decision_of_run ON decision (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX decision_by_age ON decision (at);
CREATE TABLE autopilot_hold (
  scope TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (scope, name)
) WITHOUT ROWID;
CREATE TABLE policy_proposal (
  policy_id TEXT PRIMARY KEY,
  body TEXT NOT NULL
) WITHOUT ROWID;
`
