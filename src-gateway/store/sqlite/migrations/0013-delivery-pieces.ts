/** How many pieces of a reply that goes apart its channel has. */
export const deliveryPieces = `
  ALTER TABLE deliveries ADD COLUMN pieces_sent INTEGER NOT NULL DEFAULT 0;
`
