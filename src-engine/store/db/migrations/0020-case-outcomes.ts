/**
 * How cases ended, counted from what lies here, so it can be thrown away and counted anew. The triggers note in which
 * conversations something happened since: whoever writes a message or a promise need not know of this count.
 */
export const caseOutcomes = `
CREATE TABLE case_outcome (
  conversation_id TEXT NOT NULL,
  closed_at INTEGER NOT NULL,
  automatic INTEGER NOT NULL,
  intent TEXT,                              -- first topic; null: none was told
  state TEXT NOT NULL,                      -- pending | resolved | reopened
  until INTEGER,                            -- null: something promised has not come
  back_in TEXT,                             -- conversation in which the customer came back
  back_at INTEGER,
  PRIMARY KEY (conversation_id, closed_at)
) WITHOUT ROWID;
CREATE INDEX case_outcome_closed ON case_outcome (closed_at);
CREATE INDEX case_outcome_pending ON case_outcome (until) WHERE state = 'pending';

CREATE INDEX message_automatic ON message (at) WHERE author_kind = 'autopilot';

CREATE TABLE case_changed (conversation_id TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO case_changed SELECT id FROM conversation;

CREATE TRIGGER case_changed_by_message AFTER INSERT ON message WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
CREATE TRIGGER case_changed_by_verdict AFTER UPDATE OF verdict ON message WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
CREATE TRIGGER case_changed_by_customer AFTER UPDATE OF customer_id ON conversation WHEN old.customer_id IS NOT new.customer_id AND NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.id)
BEGIN INSERT INTO case_changed VALUES (new.id); END;
CREATE TRIGGER case_changed_by_end AFTER INSERT ON resolution WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
CREATE TRIGGER case_changed_by_withdrawal AFTER UPDATE ON resolution WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
CREATE TRIGGER case_changed_by_promise AFTER INSERT ON follow_up WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
CREATE TRIGGER case_changed_by_promise_kept AFTER UPDATE ON follow_up WHEN NOT EXISTS (SELECT 1 FROM case_changed WHERE conversation_id = new.conversation_id)
BEGIN INSERT INTO case_changed VALUES (new.conversation_id); END;
`
