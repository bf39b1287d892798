import type { Order } from '../order.ts'
import type { Product } from '../product.ts'
import type { Refusal } from '../effect.ts'
import type { LocalText } from '../text.ts'

export interface Pieces { index: number; quantity: number }
export interface Swap extends Pieces { productId: string; variant: string }
/** Goods that leave the shelf (`pieces` below zero) or come back to it. `variant` counts from 0 in `Product.variants`. */
export interface StockMove { productId: string; variant: number; pieces: number }
/** What is sold now, by id. */
export type Goods = ReadonlyMap<string, Product>

const refused = (detail: string): Refusal => ({ reason: 'state', detail })

/** Is each position in the order, once, and with no more pieces than were bought? */
export function checkPieces(order: Order, pieces: readonly Pieces[]): Refusal | null {
  if (new Set(pieces.map(({ index }) => index)).size < pieces.length) return refused('item-twice')
  const wrong = pieces.find(({ index, quantity }) => quantity > (order.items[index]?.quantity ?? 0))
  return wrong ? refused(`item-unknown:${wrong.index}`) : null
}

/** Place of a variant by its name in either language; -1: none of this product. */
export const variantAt = ({ variants }: Product, name: string | LocalText): number =>
  variants.findIndex(({ zh, en }) => (typeof name === 'string' ? zh === name || en === name : zh === name.zh && en === name.en))

/** Pieces left of a variant; null: the shop does not say. */
export const stockOf = ({ stock, variantStock }: Product, variant: number): number | null => variantStock?.[variant] ?? stock ?? null

/** Are these on the shelf? What the shop does not count is. */
export function takeFromStock(goods: Goods, wanted: readonly { productId: string; variant: string | LocalText; quantity: number }[]): StockMove[] | Refusal {
  const taken: StockMove[] = []
  for (const { productId, variant, quantity } of wanted) {
    const product = goods.get(productId)
    const at = product ? variantAt(product, variant) : -1
    if (!product || at < 0) return refused('variant-unknown')
    const before = taken.filter((move) => move.productId === productId && move.variant === at).reduce((sum, { pieces }) => sum - pieces, 0)
    const left = stockOf(product, at)
    if (left !== null && left < before + quantity) return refused(`out-of-stock:${left}`)
    taken.push({ productId, variant: at, pieces: -quantity })
  }
  return taken
}

/** These come back to the shelf; what is no longer sold stays away. */
export function backToStock(goods: Goods, order: Order, pieces: readonly Pieces[]): StockMove[] {
  return pieces.flatMap(({ index, quantity }) => {
    const item = order.items[index]
    const product = item && goods.get(item.productId)
    const variant = product ? variantAt(product, item.variant) : -1
    return product && variant >= 0 ? [{ productId: product.id, variant, pieces: quantity }] : []
  })
}

export const allPieces = (order: Order): Pieces[] => order.items.map(({ quantity }, index) => ({ index, quantity }))

/** The positions after a swap: what is left of an old one stays, the new ones stand behind it. `variant` must be one of the product's. */
export function swapped(order: Order, swaps: readonly Swap[], goods: Goods): Order['items'] {
  return order.items.flatMap((item, index) => {
    const swap = swaps.find((one) => one.index === index)
    const product = swap && goods.get(swap.productId)
    const variant = product?.variants[variantAt(product, swap?.variant ?? '')]
    if (!swap || !product || !variant) return [item]
    const rest = item.quantity - swap.quantity
    return [...(rest > 0 ? [{ ...item, quantity: rest }] : []), { productId: product.id, title: product.title, variant, quantity: swap.quantity, price: product.price }]
  })
}

/** What the positions cost together, in minor units. */
export const priceOf = (items: Order['items']): number => items.reduce((sum, { price, quantity }) => sum + price.amount * quantity, 0)
