/** What the team shares and the gateway's log says last: people, reviews, tickets and the like, one row each. */
export const sharedState = `
CREATE TABLE shared_state (
  kind TEXT NOT NULL,                       -- type of the change that brought it
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
`
