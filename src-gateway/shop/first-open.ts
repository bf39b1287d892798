import { v7 as uuidv7 } from 'uuid'
import type { DemoShop } from '../../src-shared/domain/demo-shop.ts'
import type { SharedPhrase } from '../../src-shared/domain/phrase.ts'
import type { Policy } from '../../src-shared/domain/policy.ts'
import { LOG_ID } from '../log.ts'
import type { Store } from '../store/store.ts'
import { customerAt, orderAt } from './absolute-times.ts'

const SHOP_ID = 'shopId'

/**
 * Makes a new store usable, once, in one transaction: the log's id, the shop with its customers and orders at absolute
 * times, and the first events (shop, kill switch off, policy, products, articles, phrases). An opened store is left as it is, so
 * that an order that was two days old yesterday is three days old today.
 * @param load called only for a new store.
 * @returns the id of the shop.
 */
export async function openShop(store: Store, now: () => number, load: () => Promise<{ shop: DemoShop; policy: Policy; phrases?: Omit<SharedPhrase, 'updatedAt'>[] }>): Promise<string> {
  const known = await store.read((tx) => tx.meta(SHOP_ID))
  if (known !== null) return known
  const { shop, policy, phrases = [] } = await load()
  const at = now()
  const products = new Map(shop.products.map((product) => [product.id, product]))
  return store.write(async (tx) => {
    const other = await tx.meta(SHOP_ID)
    if (other !== null) return other
    await tx.setMeta(LOG_ID, uuidv7())
    await tx.setMeta(SHOP_ID, shop.shop.id)
    for (const customer of shop.customers) await tx.putCustomer(customerAt(at, customer))
    for (const order of shop.orders) await tx.putOrder(orderAt(at, order, products))
    await tx.append(at, { type: 'shop', shop: shop.shop })
    await tx.append(at, { type: 'autopilot', paused: false, by: 'gateway' })
    await tx.append(at, { type: 'policy', policy })
    for (const product of shop.products) await tx.append(at, { type: 'product', product })
    for (const article of shop.articles) await tx.append(at, { type: 'article', article })
    for (const phrase of phrases) await tx.append(at, { type: 'phrase', phrase: { ...phrase, updatedAt: at } })
    return shop.shop.id
  })
}
