/** Finds what waits for a supervisor without going through everything that was ever decided: the rows stand in `states`. */
export const reviews = `
  CREATE INDEX open_reviews ON states (json_extract(body, '$.review.expiresAt'))
    WHERE kind = 'review' AND json_extract(body, '$.review.state') = 'open';
`
