import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import { byNumber } from '../../domain/drafting/dialogue/naming.ts'
import { isRecord } from '../../domain/guard/whose.ts'
import { readShop, type ShopRecords } from '../../domain/shop-records/index.ts'

type Ref = string | number | Record<string, unknown> | null | undefined

/** Whom a line is about: what its drafter may know. `facts`: the records as they came, for the guard. */
export interface Who { customer: Customer | null; orders: Order[]; shownOrder: string | undefined; facts: unknown[] }

type OrderEntry = ShopRecords['orders'][number]

const NOBODY: Omit<Customer, 'id'> = { name: '', language: '', level: 'regular', phone: '', since: 0, note: '' }
const plain = (id: string | number): string => String(id).trim().replace(/^#/, '').toUpperCase()

/**
 * Finds customer and orders by what the line says, else by the first order number that the customer wrote: whoever runs the
 * command vouches that this is the customer. Orders of anybody else stay unknown.
 */
export function whoIs(line: { customer?: Ref; order?: Ref }, words: readonly string[], shop: ShopRecords): Who {
  const person = personOf(line.customer, shop)
  const named = orderOf(line.order, shop) ?? (person || line.customer ? null : orderIn(words, shop))
  const given = person?.customer ?? (line.customer !== null && line.customer !== undefined && !isRecord(line.customer) ? { ...NOBODY, id: String(line.customer) } : null)
  const owner = named && shop.customers.find(({ customer }) => customer.id === named.order.customerId)
  const customer = given ?? owner?.customer ?? (named ? { ...NOBODY, id: named.order.customerId } : null)
  if (!customer) return { customer: null, orders: [], shownOrder: undefined, facts: [] }
  const raw = person?.raw ?? owner?.raw
  const listed = new Set((Array.isArray(raw?.['orders']) ? raw['orders'] : []).filter((no) => typeof no === 'string' || typeof no === 'number').map(plain))
  const isOwn = ({ order }: OrderEntry): boolean => order.customerId === customer.id || listed.has(plain(order.no))
  // An order that names nobody belongs to the customer it is handed in for.
  const shown = named && (isOwn(named) || named.order.customerId === `of ${named.order.no}`) ? named : null
  const own = [...new Set([...(shown ? [shown] : []), ...shop.orders.filter(isOwn)])]
  return {
    customer, orders: own.map(({ order }) => ({ ...order, customerId: customer.id })), shownOrder: shown?.order.no,
    facts: [{ type: 'customer', id: customer.id, ...raw }, ...own.flatMap((entry) => entry.raw.map((record, index) => (index === 0 ? { type: 'order', ...record } : record)))],
  }
}

function personOf(ref: Ref, shop: ShopRecords): ShopRecords['customers'][number] | null {
  if (ref === null || ref === undefined) return null
  if (!isRecord(ref)) return shop.customers.find(({ customer }) => [customer.id, customer.phone, customer.name].some((own) => own !== '' && plain(own) === plain(ref))) ?? null
  const [inline] = readShop({ customers: [ref] }, shop.timeZone).customers
  const stored = inline && shop.customers.find(({ customer }) => customer.id === inline.customer.id)
  return stored ? { customer: stored.customer, raw: { ...stored.raw, ...ref } } : (inline ?? null)
}

function orderOf(ref: Ref, shop: ShopRecords): OrderEntry | null {
  if (ref === null || ref === undefined) return null
  if (!isRecord(ref)) return shop.orders.find(({ order }) => plain(order.no) === plain(ref)) ?? null
  const [inline] = readShop({ orders: [ref], products: shop.products.map(({ raw }) => raw) }, shop.timeZone).orders
  return inline ?? null
}

function orderIn(words: readonly string[], shop: ShopRecords): OrderEntry | null {
  const orders = shop.orders.map(({ order }) => order)
  for (const text of words) {
    if (!/\d{4}/.test(text)) continue
    const order = byNumber(text, orders)
    if (order) return shop.orders.find((entry) => entry.order === order) ?? null
  }
  return null
}
