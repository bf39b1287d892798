/**
 * After-sale cases as the log tells them, and what this desk wishes to do in them: a wish stays until the gateway has
 * answered it, and is nowhere else.
 */
export const afterSaleCases = `
CREATE TABLE after_sale_case (
  id TEXT PRIMARY KEY,
  order_no TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  over INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX after_sale_case_of_customer ON after_sale_case (customer_id);

CREATE TABLE case_wish (
  id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL,
  state TEXT NOT NULL,                      -- undo | sending | done | refused | undone
  send_at INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX case_wish_of_case ON case_wish (case_id, asked_at);
CREATE INDEX case_wish_waiting ON case_wish (send_at) WHERE state IN ('undo', 'sending');
`
