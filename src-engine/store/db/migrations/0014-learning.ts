/** What became of drafts, replies worth keeping, what nothing answers yet, and the answers that were approved. */
export const learning = `
-- one row a reply that a person sent here: ids, codes and a share, never words
CREATE TABLE draft_outcome (
  reply_id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  outcome TEXT NOT NULL,                    -- src-shared/domain/learning.ts Outcome
  why TEXT,                                 -- NoDraftWhy, where there was no draft to take
  distance REAL,                            -- share of the draft that was changed, 0..1; null: nothing to compare with
  draft_id TEXT,
  made_by TEXT,                             -- local, or the model's name; null: no draft
  version TEXT,                             -- of its templates or prompt
  topic TEXT,
  language TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX draft_outcome_at ON draft_outcome (at);

CREATE TABLE suggestion (
  id TEXT PRIMARY KEY,
  state TEXT NOT NULL,                      -- open | approved | rejected | never | merged
  body TEXT NOT NULL,                       -- Suggestion, without its state
  made_as TEXT,                             -- article | template | phrase, once approved
  made_id TEXT,                             -- id of what it became
  merged_into TEXT,
  decided_at INTEGER
) WITHOUT ROWID;
CREATE INDEX suggestion_state ON suggestion (state);

-- the replies behind a suggestion; first_of: the suggestion that it was noted under, before any merging
CREATE TABLE suggestion_source (
  reply_id TEXT PRIMARY KEY,
  suggestion_id TEXT NOT NULL,
  first_of TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  reason TEXT NOT NULL,                     -- missing | edited | refused
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX suggestion_source_of ON suggestion_source (suggestion_id, at);

-- answers that serve: an article is knowledge beside the log's, a template answers in drafts alone
CREATE TABLE learned (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,                       -- article | template
  body TEXT NOT NULL,                       -- LearnedAnswer
  article TEXT                              -- Article, of an article
) WITHOUT ROWID;

CREATE TABLE open_question (
  id TEXT PRIMARY KEY,
  product_id TEXT NOT NULL,                 -- '': none that is known
  topic TEXT,
  language TEXT NOT NULL,
  text TEXT NOT NULL,                       -- generalised
  state TEXT NOT NULL,                      -- open | answered | dismissed
  article_id TEXT
) WITHOUT ROWID;
CREATE INDEX open_question_state ON open_question (state, product_id);

CREATE TABLE open_question_source (
  message_id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX open_question_source_of ON open_question_source (question_id, at);
CREATE INDEX open_question_source_in ON open_question_source (conversation_id);
`
