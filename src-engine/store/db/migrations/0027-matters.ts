/** Where the present matter of a conversation began, and whether autopilot was handed back to it. */
export const matters = `
ALTER TABLE conversation ADD COLUMN last_customer_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN since_seq INTEGER NOT NULL DEFAULT 0;  -- first message of the matter; -1: to be read again
ALTER TABLE conversation ADD COLUMN hand_back TEXT;                        -- HandBack; null: nobody asked, or it lapsed

UPDATE conversation SET last_customer_at = coalesce((SELECT at FROM message WHERE conversation_id = conversation.id AND seq = last_customer_seq), 0);
-- Before this nobody looked whether a matter was a new one; told when the conversation goes on.
UPDATE conversation SET since_seq = -1 WHERE id IN (SELECT conversation_id FROM resolution);
`
