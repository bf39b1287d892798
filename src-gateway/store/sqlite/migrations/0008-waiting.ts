/** Routing looks at who waits every few seconds: few rows of many. */
export const waiting = `
CREATE INDEX conversations_waiting ON conversations (id) WHERE last_customer_seq > last_desk_seq;
`
