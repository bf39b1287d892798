import { valueAt } from '../condition.ts'
import type { Facts } from '../../../../src-shared/domain/policy-facts.ts'
import { BENCH, entry, listOf, minor, numberAt, textAt, type ReadRecords, type Records } from './records.ts'

const CARD = '京东E卡'
/** What a tool does where its argument `action` says nothing, as the tools take it. */
const UNSAID: Readonly<Record<string, string>> = { manage_exchange: '换货', register_cashback_by_review: '返现', manage_invoice: '开具' }
const IN_PARTS = new Set(['manage_order', 'manage_exchange', 'manage_invoice', 'manage_ecard', 'register_cashback_by_review'])

/** Name of a row: a tool that does several things is several actions, `manage_order:取消`. */
export function actionName(tool: string, action: unknown): string {
  const plain = tool.replace(/_tool$/u, '')
  if (!IN_PARTS.has(plain)) return plain
  return `${plain}:${typeof action === 'string' && action !== '' ? action : (UNSAID[plain] ?? '')}`
}

interface Shop { readonly orders: Records; readonly products: unknown; readonly user: Records | null }

/** The tables of the shop that is being served, the orders those of all its customers. */
function shopOf(given: Facts, records: Records): Shop {
  const at = (table: string): unknown => entry(entry(records[table], given['platform']), given['shopId'])
  return { orders: (at('orders') ?? {}) as Records, products: at('products'), user: entry(records['users_info'], given['customerId']) }
}

/** The order and whose it is. */
function found(shop: Shop, no: unknown): { order: Records; owner: string } | null {
  for (const owner of Object.keys(shop.orders)) {
    const order = entry(shop.orders[owner], no)
    if (order !== null) return { order, owner }
  }
  return null
}

const priceOf = (shop: Shop, id: unknown): number | null => {
  const product = entry(shop.products, id)
  const price = product === null ? null : numberAt(product, '商品价格')
  return price === null ? null : minor(price)
}

/** What the shop offers in exchange for a product. */
const swapsFor = (shop: Shop, id: unknown): readonly Records[] => listOf(entry(shop.products, id)?.['可换货商品']) as readonly Records[]

/** Goods that would be bought or come in exchange. What is only for exchange stands in no catalogue but in the offer. */
function wantedOf(shop: Shop, kwargs: Records): Array<Record<string, unknown>> {
  const id = kwargs['exchange_product_id']
  if (id !== undefined) return [{ onSale: swapsFor(shop, kwargs['original_product_id']).find((swap) => swap['商品ID'] === id)?.['商品状态'] === '已上架' }]
  const lines = kwargs['product_info_list'] === undefined ? [kwargs] : (listOf(kwargs['product_info_list']) as readonly Records[])
  return lines.map((line) => ({ onSale: entry(shop.products, line['product_id'])?.['商品状态'] === '已上架' }))
}

/** What is owed on the card for something done in this conversation: whole orders that were cancelled or returned. */
function owedForOrders(shop: Shop, given: Facts, calls: readonly Records[]): number[] {
  return calls.flatMap((call) => {
    const kwargs = (call['kwargs'] ?? {}) as Records
    if (!['manage_order:取消', 'manage_return'].includes(actionName(String(call['name']), kwargs['action']))) return []
    const order = found(shop, kwargs['order_id'])
    const total = order === null ? null : numberAt(order.order, '订单总金额')
    return order !== null && total !== null && order.owner === given['customerId'] && order.order['支付方式'] === CARD ? [minor(total)] : []
  })
}

/** What price protection owes: for a customer's order paid by card, the whole or one position. A lower price may have been seen elsewhere than in the catalogue. */
function owedForPrices(shop: Shop, given: Facts): number[] {
  if (given['priceProtection'] !== true) return []
  const seen = given['seenPrice']
  return Object.values((entry(shop.orders, given['customerId']) ?? {}) as Record<string, Records>).filter((order) => order['支付方式'] === CARD).flatMap((order) => {
    const differences = (listOf(order['订单商品列表']) as readonly Records[]).map((line) => {
      const paid = numberAt(line, '单价')
      const now = typeof seen === 'number' ? minor(seen) : priceOf(shop, line['商品ID'])
      return paid === null || now === null ? 0 : (minor(paid) - now) * (numberAt(line, '数量') ?? 1)
    })
    return [...differences, differences.reduce((sum, one) => sum + one, 0)].filter((amount) => amount > 0)
  })
}

/** Is this amount owed, and not paid yet? Each debt is paid once. */
function isOwed(shop: Shop, given: Facts, amount: unknown): boolean | null {
  const wanted = typeof amount === 'number' || typeof amount === 'string' ? minor(Number(amount)) : Number.NaN
  const calls = listOf(given['done']) as readonly Records[]
  const paid = calls.filter((call) => actionName(String(call['name']), valueAt(call, 'kwargs.action')) === 'manage_ecard:退款').map((call) => minor(Number(valueAt(call, 'kwargs.amount'))))
  const owed = [...new Set([...owedForOrders(shop, given, calls), ...owedForPrices(shop, given)])]
  return owed.includes(wanted) && !paid.includes(wanted)
}

function orderFacts(shop: Shop, kwargs: Records): Facts {
  const known = found(shop, kwargs['order_id'])
  if (known === null) return { orderKnown: false, orderCertain: false }
  const bought = (listOf(known.order['订单商品列表']) as readonly Records[]).map((line) => line['商品ID'])
  const swaps = swapsFor(shop, kwargs['original_product_id']).map((swap) => swap['商品ID'])
  return {
    orderKnown: true, orderCertain: true, order: known.order, orderStatus: textAt(known.order, '订单状态'), owner: known.owner, payment: textAt(known.order, '支付方式'),
    exchange: { bought: bought.includes(kwargs['original_product_id']), offered: swaps.includes(kwargs['exchange_product_id']) },
  }
}

/** Price of what is paid by card, minor units; null where it is not known. */
const cardPrice = (shop: Shop, kwargs: Records): number | null => {
  const price = priceOf(shop, kwargs['product_id'])
  const quantity = Number(kwargs['quantity'])
  return price === null || !(quantity > 0) ? null : price * quantity
}

/**
 * ECom-Bench: records as its files. The conversation gives `customerId`, `platform`, `shopId`, `asked`, `confirmed`,
 * `priceProtection` (asked for in so many words), `seenPrice` (yuan, a lower price that a checked picture shows) and `done`,
 * the calls that were made before.
 */
export const readEcomBench: ReadRecords = (given, request, records) => {
  const shop = shopOf(given, records)
  const { kwargs } = request
  const balance = shop.user === null ? null : numberAt(shop.user, '电子卡余额')
  const price = cardPrice(shop, kwargs)
  const owner = typeof kwargs['user_id'] === 'string' ? kwargs['user_id'] : undefined
  return {
    request: { name: actionName(request.name, kwargs['action']), kwargs },
    facts: {
      ...BENCH, verified: shop.user !== null, done: [], priceProtection: false, orderKnown: true,
      sameShop: [['platform', 'platform'], ['shop_id', 'shopId']].every(([argument, fact]) => kwargs[argument ?? ''] === undefined || kwargs[argument ?? ''] === given[fact ?? '']),
      wanted: wantedOf(shop, kwargs), card: { covers: price === null || balance === null ? null : price < minor(balance), owed: isOwed(shop, given, kwargs['amount']) },
      owner, ...('order_id' in kwargs ? orderFacts(shop, kwargs) : {}), named: owner ?? null, ...given, records: undefined,
    },
  }
}
