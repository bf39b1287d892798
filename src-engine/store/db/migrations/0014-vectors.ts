/** What an endpoint said that passages mean; the texts themselves lie elsewhere. */
export const vectors = `
CREATE TABLE passage_vector (
  model TEXT NOT NULL,
  hash BLOB NOT NULL,                       -- SHA-256 of the text
  bytes BLOB NOT NULL,                      -- signed, one a dimension
  PRIMARY KEY (model, hash)
) WITHOUT ROWID;
`
