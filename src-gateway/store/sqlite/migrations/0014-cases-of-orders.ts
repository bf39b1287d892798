/** Finds the after-sale cases of an order: the rows stand in `states`. */
export const casesOfOrders = `
  CREATE INDEX cases_of_orders ON states (json_extract(body, '$.case.orderNo')) WHERE kind = 'case';
`
