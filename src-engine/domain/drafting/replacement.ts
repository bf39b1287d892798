import type { Product } from '../../../src-shared/domain/product.ts'

/** Why another product is offered: `stock` none is left. */
export interface Replacement { product: Product; /** Its price less that of the one that was bought, minor units. */ difference: number }

/** How far the price may be away, as a share of the old one. */
const NEAR = 0.3

/**
 * Another product where the same one cannot be sent: of the same category, in stock where the shop says so, nearest in price
 * (ties: the cheaper, then by id). null: the same one is there, nothing is known of its stock, or nothing comes near.
 */
export function replacementFor(product: Product | null, catalogue: readonly Product[]): Replacement | null {
  if (!product || product.stock !== 0 || product.category === '' || product.price.amount <= 0) return null
  const [best] = catalogue
    .filter((other) => other.id !== product.id && other.category === product.category && other.stock !== 0 && other.stock !== undefined && other.price.currency === product.price.currency && other.price.amount > 0)
    .map((other) => ({ product: other, difference: other.price.amount - product.price.amount }))
    .filter(({ difference }) => Math.abs(difference) <= NEAR * product.price.amount)
    .sort((a, b) => Math.abs(a.difference) - Math.abs(b.difference) || a.difference - b.difference || (a.product.id < b.product.id ? -1 : 1))
  return best ?? null
}
