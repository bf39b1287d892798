/**
 * What effects paid out, in minor units, under the keys that caps are counted by: the case, the person, the address, the
 * phone, the payer, the shop. Sums are made over a time that ends now, so nothing has to be set back at midnight.
 */
export const spending = `
  CREATE TABLE spending (key TEXT NOT NULL, effect_id TEXT NOT NULL, at INTEGER NOT NULL, amount INTEGER NOT NULL, PRIMARY KEY (key, effect_id)) WITHOUT ROWID;
  CREATE INDEX spending_by_time ON spending (key, at);
`
