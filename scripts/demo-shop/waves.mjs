import { BULK_NAMES as DAY_NAMES, PEOPLE as DAY_PEOPLE } from './day-people.mjs'
import { ORDERS as DAY_ORDERS } from './day-orders.mjs'
import { chance } from './chance.mjs'
import { createNumbers } from './numbers.mjs'
import { makeOrders } from './orders.mjs'
import { makePeople } from './people.mjs'
import { BULK_NAMES, ORDERS, PEOPLE } from './pinned.mjs'
import { CITIES, MORE_CITIES } from './places.mjs'

/**
 * The shop is made in two waves, first the peak's half-hour, then the rest of the day. Each draws from a seed of its own, so that
 * people and orders of the one stay as they are when the other grows. `total` is the number of orders, pinned and by chance.
 */
const wavesOf = (goods) => [
  {
    name: 'peak', seed: 20261122, total: 150, people: PEOPLE, names: BULK_NAMES, firstBulkId: 26, orders: ORDERS, cities: CITIES, goods: goods.slice(0, 20),
    kinds: {
      unpaid: 6, paid: 11, late: 5, packed: 3, origin: 3, hub: 6, branch: 3, out: 5, stuck: 4, lost: 1, returned: 2, delivered: 12, disputed: 2, repair: 1, exchange: 2,
      history: 23, expired: 4, cancelled: 2, refund: 2, returning: 3, inspecting: 2, refunded: 2,
    },
  },
  {
    name: 'day', seed: 20261127, total: 450, people: DAY_PEOPLE, names: DAY_NAMES, firstBulkId: 181, orders: DAY_ORDERS, cities: [...CITIES, ...MORE_CITIES], goods,
    kinds: {
      unpaid: 10, paid: 18, late: 4, packed: 5, origin: 6, hub: 9, branch: 5, out: 6, stuck: 3, lost: 1, returned: 2, delivered: 22, disputed: 1, repair: 2, exchange: 3,
      history: 205, expired: 7, cancelled: 3, refund: 3, returning: 4, inspecting: 2, refunded: 3,
    },
  },
]

/** Rows of products.json -> { customers, orders }, as they stand in the files. The same input gives the same rows: no clock is read. */
export function makeShop(rows) {
  const products = new Map(rows.map((p) => [p.id, p]))
  const waves = wavesOf([...products.keys()])
  const numbers = createNumbers()
  numbers.reserve(waves.flatMap((wave) => wave.orders.map(([no]) => no)), waves.flatMap((wave) => wave.people.flatMap(([, , , , , , fixed]) => fixed ?? [])))
  const made = waves.map((wave) => makeWave(wave, numbers, products))
  return {
    orders: made.flatMap((wave) => wave.orders).sort((a, b) => a.placedDaysAgo - b.placedDaysAgo),
    customers: made.flatMap((wave) => wave.customers).sort((a, b) => (a.id < b.id ? -1 : 1)),
  }
}

/** @throws Error where pinned and bulk orders are not as many as promised. */
function makeWave(wave, numbers, products) {
  const count = wave.orders.length + Object.values(wave.kinds).reduce((sum, n) => sum + n, 0)
  if (count !== wave.total) throw new Error(`${wave.name}: ${count} orders are not ${wave.total}: change its kinds`)
  const draw = chance(wave.seed)
  const people = makePeople({ chance: draw, numbers, wave })
  const orders = makeOrders({ chance: draw, numbers, wave, people, products })
  const customers = people.map(({ id, name, language, level, phone, note }) => {
    const oldest = Math.max(0, ...orders.filter((o) => o.customerId === id).map((o) => o.placedDaysAgo))
    const since = oldest + { new: draw.between(0, 3), regular: draw.between(40, 300), silver: draw.between(200, 600), gold: draw.between(500, 1200) }[level]
    return { id, name, language, level, phone, sinceDaysAgo: Math.round(since * 10) / 10 + 0.1, note }
  })
  return { orders, customers }
}
