import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import { goodsBought } from './goods-asked.ts'
import { goodsNamed } from './goods-named.ts'
import { replacementFor } from './replacement.ts'
import type { DraftInput } from './types.ts'

/** The newest texts in which goods were named that are still spoken of; the last is the one that is checked. */
const TEXTS = 13

/**
 * The goods that a reply may take a figure, a colour or a warranty from: those that were bought, what would be sent in their
 * stead, and those that a text names. Any other product of the catalogue is a source of nothing.
 * @param texts what was said, oldest first, and last the words that are being checked
 */
export function goodsSpokenOf(catalogue: readonly Product[], orders: readonly Order[], texts: readonly string[]): Product[] {
  const bought = goodsBought(catalogue, orders)
  const instead = bought.flatMap((product) => replacementFor(product, catalogue)?.product ?? [])
  return [...new Set([...bought, ...instead, ...texts.slice(-TEXTS).flatMap((text) => goodsNamed(text, catalogue, bought))])]
}

/** A conversation as far as its goods go. */
type About = Pick<DraftInput, 'customer' | 'orders' | 'products'> & { history?: DraftInput['history']; texts?: readonly string[] }

/** The records that the guard holds words of this conversation against. @param text the words */
export function guardFacts({ customer, orders, products, history, texts = [] }: About, text: string): (Customer | Order | Product)[] {
  const goods = goodsSpokenOf(products, orders, [...texts, ...(history ?? []).map((turn) => turn.text), text])
  return [...(customer ? [customer] : []), ...orders, ...goods]
}
