// Writes resources/demo-shop/customers.json and orders.json. Deterministic: the seeds are fixed, the clock is not read.
// Run: node scripts/demo-shop/generate.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { makeShop } from './waves.mjs'

const DIR = new URL('../../resources/demo-shop/', import.meta.url)
const { customers, orders } = makeShop(JSON.parse(readFileSync(new URL('products.json', DIR), 'utf8')))

const lines = (rows) => `[\n${rows.map((r) => `  ${JSON.stringify(r)}`).join(',\n')}\n]\n`
/** An order: one line a concern, one line a scan. */
const orderText = (o) => {
  const j = JSON.stringify
  const { logistics: l, ...rest } = o
  const head = ['no', 'customerId', 'status'].map((k) => `${j(k)}: ${j(rest[k])}`).join(', ')
  const dates = ['placedDaysAgo', 'paidDaysAgo', 'promisedShipByDaysAgo', 'shippedDaysAgo', 'deliveredDaysAgo'].map((k) => `${j(k)}: ${rest[k]}`).join(', ')
  const way = l === null ? 'null' : `{\n      "carrier": ${j(l.carrier)}, "trackingNo": ${j(l.trackingNo)}, "status": ${j(l.status)}, "etaDaysAgo": ${l.etaDaysAgo},\n      "events": [\n${l.events.map((e) => `        ${j(e)}`).join(',\n')}\n      ]\n    }`
  return `  {\n    ${head},\n    "items": ${j(o.items)}, "discount": ${o.discount},\n    ${dates},\n    "address": ${j(o.address)},\n    "logistics": ${way},\n    "afterSale": ${j(o.afterSale)}, "memo": ${j(o.memo)}\n  }`
}
writeFileSync(new URL('customers.json', DIR), lines(customers))
writeFileSync(new URL('orders.json', DIR), `[\n${orders.map(orderText).join(',\n')}\n]\n`)
console.log(`${customers.length} customers, ${orders.length} orders`)
