import { orderKinds } from './kinds.mjs'
import { day, parcel } from './parcel.mjs'

/** Pinned orders, then those made by chance. `people` as of makePeople; `products`: id -> product. */
export function makeOrders({ chance, numbers, wave, people, products }) {
  const person = new Map(people.map((p) => [p.id, p]))
  const orders = wave.orders.map((row) => makeOrder({ chance, numbers, person, products }, ...row))
  return [...orders, ...bulkOrders({ chance, numbers, wave, people, person, products })]
}

function makeOrder({ chance, numbers, person, products }, no, customerId, status, items, placed, o) {
  const p = person.get(customerId)
  const sum = items.reduce((s, [id, , q]) => s + products.get(id).price.amount * q, 0)
  const discount = o.discount ?? 0
  const paid = status === 'unpaid' || o.neverPaid ? null : placed - chance.between(0.001, Math.min(0.02, placed / 10))
  const promised = paid === null ? null : paid - (o.promise ?? 2)
  let shipped = null, delivered = null, logistics = null
  if (o.carrier) {
    if (o.delivered !== undefined) delivered = o.delivered
    const made = parcel({ chance, numbers }, p, { carrier: o.carrier, at: delivered === null ? o.at : 'delivered', via: o.via, last: delivered ?? o.last, tracking: o.trackingNo, eta: o.eta, signed: o.signed, paid })
    shipped = made.shipped
    logistics = made.logistics
  }
  const cny = (amount) => ({ amount, currency: 'CNY' })
  const sale = o.sale && {
    id: numbers.afterSale(), kind: o.sale[0], status: o.sale[1],
    amount: cny(['refund', 'return'].includes(o.sale[0]) ? sum - discount : 0), requestedDaysAgo: day(o.sale[2]),
  }
  return {
    no, customerId, status, items: items.map(([productId, variant, quantity]) => ({ productId, variant, quantity })), discount,
    placedDaysAgo: day(placed), paidDaysAgo: day(paid), promisedShipByDaysAgo: day(promised), shippedDaysAgo: day(shipped), deliveredDaysAgo: day(delivered),
    address: p.address, logistics, afterSale: sale ?? null, memo: o.memo ?? '',
  }
}

/** Every bulk customer first gets one order, then chance; the scripted customers only get history (completed orders). */
function bulkOrders({ chance, numbers, wave, people, person, products }) {
  const { random, pick, whole, weighted } = chance
  const kinds = orderKinds(chance)
  const wanted = Object.entries(kinds).flatMap(([kind, make]) => Array.from({ length: wave.kinds[kind] ?? 0 }, () => make))
  const bulk = people.filter((p) => p.bulk)
  const oldFriends = people.filter((p) => !p.bulk && p.language === 'zh' && p.level !== 'new')
  return wanted.map((make, i) => {
    const p = make === kinds.history && random() < 0.7 ? pick(oldFriends) : bulk[i % bulk.length]
    const { status, placed, ...o } = make(p)
    const items = [pick(wave.goods), ...(random() < 0.2 ? [pick(wave.goods)] : [])].filter((id, n, list) => list.indexOf(id) === n)
      .map((id) => [id, whole(0, products.get(id).variants.length - 1), random() < 0.1 ? 2 : 1])
    const discount = weighted([[0, 6], [500, 2], [1000, 2], [2000, 1]])
    return makeOrder({ chance, numbers, person, products }, numbers.order(chance, placed), p.id, status, items, placed, { discount, memo: weighted([['', 9], ['送人,不放价格单', 1], ['工作日送公司', 1]]), ...o })
  })
}
