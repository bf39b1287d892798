import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { OpenSpan } from '../../../src-shared/domain/shop-hours.ts'
import { hoursIn } from '../drafting/reply-by.ts'
import { isMajor } from '../guard/money-records.ts'
import { currencyIn } from '../guard/source-keys.ts'
import { isRecord } from '../guard/whose.ts'
import { pickLocal, pickText, type Place, type Raw } from './fields.ts'
import { kindOf, kindOfName, ORDER_ID, type Kind } from './kinds.ts'
import { hasLeft, readCase, readOrder, readParcel } from './order.ts'
import { descriptionOf, readCustomer, readProduct } from './people-and-goods.ts'
import { policyTexts } from './policy-texts.ts'
import { isZone, zoneIn } from './time-zone.ts'

export { zoneOf } from './time-zone.ts'

/** What a shop tells of itself in sentences: a field of its policy, or the description of goods. */
export interface ShopText { id: string; kind: 'policy' | 'product'; title: string; text: string; productId: string | null }

/** A shop's records in our own shape, each with the record that it was read from. */
export interface ShopRecords {
  orders: Array<{ order: Order; raw: Raw[] }>
  customers: Array<{ customer: Customer; raw: Raw }>
  products: Array<{ product: Product; raw: Raw }>
  /** As the guard reads it; several policies are one. */
  policy: Record<string, unknown>
  texts: ShopText[]
  name: LocalText
  timeZone: string
  /** When its people answer. */
  hours: OpenSpan
}

interface Found { kind: Kind; raw: Raw; key: string | null; /** Ids that the places round it name as its owner's. */ owner: string | null; order: Raw | null }

const DEFAULT_ZONE = 'Asia/Shanghai'
/** Where a shop does not say when it answers. */
const DEFAULT_HOURS: OpenSpan = { from: '09:00', to: '18:00' }

/**
 * Reads records of any shape: lists and maps at any depth, told apart by their `type`, the key of their list, or their
 * fields (docs/drafting-local.md). What is not understood is left out.
 */
export function readShop(file: unknown, timeZone?: string): ShopRecords {
  const found: Found[] = []
  collect(file, { holder: null, key: null, owner: null, order: null }, found)
  const of = (kind: Kind): Found[] => found.filter((one) => one.kind === kind)
  const shop = of('shop')[0]?.raw ?? (isRecord(file) ? file : {})
  const policies = of('policy').map(({ raw }) => raw)
  const named = pickText(shop, ['timezone', 'timezonename', 'tz', '时区'])
  const place: Place = { timeZone: named !== null && isZone(named) ? named : (timeZone ?? zoneIn(file) ?? DEFAULT_ZONE), currency: currencyOfShop([shop, ...policies, ...of('order').map(({ raw }) => raw), ...of('product').map(({ raw }) => raw)], file), isMajor: isMajor([file]) }
  const products = of('product').flatMap(({ raw, key }) => {
    const product = readProduct(raw, key, place)
    return product ? [{ product, raw }] : []
  })
  const titles = new Map(products.map(({ product }) => [product.id, product.title]))
  const orders = of('order').flatMap(({ raw, key, owner }) => {
    const order = readOrder(raw, { place, key, owner, titleOf: (id) => titles.get(id) ?? null })
    return order ? [{ order, raw: [raw] }] : []
  })
  joined(orders, [...of('logistics'), ...of('case')], place)
  const policy = Object.assign({}, ...policies) as Record<string, unknown>
  return {
    orders, products, policy, timeZone: place.timeZone, hours: hoursIn(pickText(shop, ['workinghours', 'businesshours', 'servicehours', 'hours', 'openinghours', '工作时间', '服务时间', '营业时间', '客服时间']) ?? '') ?? DEFAULT_HOURS, name: pickLocal(shop, ['name', 'shopname', 'storename', 'title', '店铺名称', '店名', '名称']) ?? { zh: '', en: '' },
    customers: of('customer').flatMap(({ raw, key }) => {
      const customer = readCustomer(raw, key, place)
      return customer ? [{ customer, raw }] : []
    }),
    texts: [...policyTexts(policies), ...products.flatMap(({ product, raw }): ShopText[] => {
      const text = descriptionOf(raw)
      return text ? [{ id: product.id, kind: 'product', title: product.title.zh, text: text.zh, productId: product.id }] : []
    })],
  }
}

type Where = { holder: string | null; key: string | null; owner: string | null; order: Raw | null }

function collect(value: unknown, where: Where, found: Found[]): void {
  if (Array.isArray(value)) return value.forEach((item) => collect(item, { ...where, key: null }, found))
  if (!isRecord(value)) return
  const kind = kindOf(value, where.holder)
  if (kind) found.push({ kind, raw: value, key: where.key, owner: where.owner, order: where.order })
  // Lines of an order are no products of their own, and a product's versions no goods beside it.
  if (kind === 'product' || kind === 'logistics' || kind === 'case' || kind === 'policy' || kind === 'order') return
  const owner = kind === 'customer' ? (readCustomer(value, where.key, { timeZone: 'UTC', currency: null, isMajor: false })?.id ?? where.owner) : where.owner
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'object' || inner === null) continue
    collect(inner, { holder: kindOfName(key) ? key : kind === null ? where.holder : null, key, owner, order: where.order }, found)
  }
}

/** Parcels and cases in lists of their own go to the order whose number they carry. */
function joined(orders: ShopRecords['orders'], others: readonly Found[], place: Place): void {
  for (const { kind, raw, key } of others) {
    const no = pickText(raw, ORDER_ID) ?? key
    const mine = orders.find(({ order }) => order.no === no)
    if (!mine) continue
    mine.raw.push(raw)
    if (kind === 'case') mine.order.afterSale ??= readCase(raw, place)
    else mine.order.logistics ??= readParcel(raw, null, place)
    if (kind === 'logistics' && mine.order.logistics?.status === 'delivered') mine.order.deliveredAt ??= mine.order.logistics.events.at(-1)?.at ?? null
    if (mine.order.status === 'paid' && hasLeft(mine.order.logistics)) mine.order.status = mine.order.deliveredAt === null ? 'shipped' : 'delivered'
  }
}

const COUNTRIES: ReadonlyArray<[RegExp, string]> = [[/"(?:USA?|United States(?: of America)?)"/, 'USD'], [/"(?:UK|GB|United Kingdom)"/, 'GBP'], [/"(?:DE|FR|IT|ES|NL|IE|AT|BE|Germany|France|Italy|Spain)"/, 'EUR']]

/** The currency that the shop, its policy or any record names; else by its country; else yuan where its records are Chinese. */
function currencyOfShop(records: readonly Raw[], file: unknown): string | null {
  const named = records.map((record) => currencyIn(record)).find((currency) => currency !== null)
  if (named) return named
  const head = JSON.stringify(Array.isArray(file) ? file.slice(0, 50) : file)?.slice(0, 20_000) ?? ''
  return COUNTRIES.find(([form]) => form.test(head))?.[1] ?? (/\p{Script=Han}/u.test(head) ? 'CNY' : null)
}
