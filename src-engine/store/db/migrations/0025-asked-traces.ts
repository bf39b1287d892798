/** What an endpoint was asked beside drafts: answers of the copilot, words rewritten and translated. Encrypted with the rest. */
export const askedTraces = `
CREATE TABLE asked_trace (
  id INTEGER PRIMARY KEY,
  asked_id TEXT NOT NULL UNIQUE,            -- of the answer, the suggestion or the translated message
  conversation_id TEXT NOT NULL,
  body TEXT NOT NULL                        -- JSON
);
CREATE INDEX asked_trace_of ON asked_trace (conversation_id, id);
`
