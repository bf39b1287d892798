/** What the command palette looks through: names with their sounds, and numbers from both ends. */
export const find = `
CREATE TABLE name_key (
  kind TEXT NOT NULL,                       -- conversation | customer
  ref TEXT NOT NULL,                        -- id of either
  folded TEXT NOT NULL,                     -- the name as it is compared
  sounds TEXT NOT NULL,                     -- chenjing; empty without Han characters
  initials TEXT NOT NULL,                   -- cj
  PRIMARY KEY (kind, ref)
) WITHOUT ROWID;

-- each number twice, as written and backwards, so that its last digits are the beginning of a key
CREATE TABLE number_key (
  backwards INTEGER NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,                       -- order | tracking | phone
  ref TEXT NOT NULL,                        -- order number, or customer id for a phone
  customer_id TEXT NOT NULL,
  PRIMARY KEY (backwards, key, kind, ref)
) WITHOUT ROWID;
CREATE INDEX number_of ON number_key (customer_id);
`
