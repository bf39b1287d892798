/** Where a reply was sent, and who was signed in: its counts go to that gateway and count for that person. Replies of before are told to nobody. */
export const whoseOutcomes = `
ALTER TABLE draft_outcome ADD COLUMN log_id TEXT;       -- of the gateway's log; null: before this
ALTER TABLE draft_outcome ADD COLUMN account_id TEXT;
`
