/** What became of drafts: counts of a day as one person at one seat told them, with what of them is in a sum, and the sums, which are nobody's. */
export const outcomes = `
  CREATE TABLE told_outcomes (
    day TEXT NOT NULL, log_id TEXT NOT NULL, seat_id TEXT NOT NULL, account_id TEXT NOT NULL, told TEXT NOT NULL, summed TEXT NOT NULL,
    PRIMARY KEY (day, log_id, seat_id, account_id)
  ) WITHOUT ROWID;
  CREATE TABLE outcome_sums (id INTEGER PRIMARY KEY, topic TEXT NOT NULL, from_day TEXT NOT NULL, until_day TEXT NOT NULL, counts TEXT NOT NULL);
  CREATE INDEX outcome_sums_by_end ON outcome_sums (until_day);
`
