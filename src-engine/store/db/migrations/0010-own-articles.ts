/** Articles that were written or brought in on this desk, and every version that they ever had. */
export const ownArticles = `
CREATE TABLE own_article (
  id TEXT PRIMARY KEY,                      -- of a gateway's article: stands in its place
  source TEXT,                              -- file that it came from; NULL: written here
  place TEXT,                               -- heading in that file
  imported INTEGER,                         -- version that the file wrote last: the file again changes only what it changed
  base INTEGER,                             -- version of the gateway's article that it was made from
  removed INTEGER NOT NULL,                 -- 1: serves no more, its versions stay
  updated_at INTEGER NOT NULL,              -- milliseconds
  body TEXT NOT NULL                        -- JSON
) WITHOUT ROWID;
CREATE INDEX own_article_of ON own_article (source);

CREATE TABLE own_article_version (
  article_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,                      -- milliseconds
  body TEXT NOT NULL,                       -- JSON
  PRIMARY KEY (article_id, version)
) WITHOUT ROWID;
`
