/** What an article that came from a file points to in others, a JSON list of the targets as they were written. */
export const articleLinks = `
ALTER TABLE own_article ADD COLUMN links TEXT NOT NULL DEFAULT '[]';
`
