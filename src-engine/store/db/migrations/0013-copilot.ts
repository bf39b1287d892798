/** What agents asked the copilot in a conversation, and what it answered. */
export const copilot = `
CREATE TABLE copilot_turn (
  id TEXT PRIMARY KEY,
  conversation_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,                -- by the gateway's clock
  body TEXT NOT NULL                        -- JSON of CopilotTurn
) WITHOUT ROWID;
CREATE INDEX copilot_turn_of ON copilot_turn (conversation_id, asked_at);
`
