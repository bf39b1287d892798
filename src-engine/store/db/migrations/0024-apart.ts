/** Messages that go to the customer as several, and replies that shall. */
export const apart = `
ALTER TABLE message ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
`
