/** Files that are no pictures, beside a message. */
export const files = `
ALTER TABLE message ADD COLUMN files TEXT;              -- AttachedFile[]; null: none
`
