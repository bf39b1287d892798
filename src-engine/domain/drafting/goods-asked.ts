import type { Order } from '../../../src-shared/domain/order.ts'
import type { Product } from '../../../src-shared/domain/product.ts'
import { tokens } from '../knowledge/tokens.ts'
import { thingsIn } from './synonyms.ts'

/** Goods handed to a draft at most beside those of the customer's orders. */
const MOST = 30
/** A word in more titles than this tells no product. */
const TOO_COMMON = 200
/** Goods of the kind of those that were bought, as what might be sent instead. */
const ALIKE = 5

/** Finds the goods that words may name, in a catalogue of any length. */
export function openGoods(products: readonly Product[]): (words: string) => Product[] {
  const byTerm = new Map<string, Product[]>()
  for (const product of products) for (const term of termsOf(`${product.title.zh} ${product.title.en} ${product.category}`)) byTerm.set(term, [...(byTerm.get(term) ?? []), product])
  return (words) => {
    const scores = new Map<Product, number>()
    for (const term of termsOf(words)) {
      const named = byTerm.get(term) ?? []
      if (named.length <= TOO_COMMON) for (const product of named) scores.set(product, (scores.get(product) ?? 0) + 1 / named.length)
    }
    return [...scores].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).slice(0, MOST).map(([product]) => product)
  }
}

const termsOf = (text: string): Set<string> => new Set([...tokens(text).filter((term) => term.length > 1), ...thingsIn(text).map((row) => `thing ${row}`)])

/** The goods of these orders. */
export function goodsBought(catalogue: readonly Product[], orders: readonly Order[]): Product[] {
  const ordered = new Set(orders.flatMap((order) => order.items.map((item) => item.productId)))
  return catalogue.filter(({ id }) => ordered.has(id))
}

/** Goods of the same kind, nearest in price. */
export const goodsAlike = (product: Product, all: readonly Product[]): Product[] =>
  all.filter((other) => other.category !== '' && other.category === product.category).sort((a, b) => Math.abs(a.price.amount - product.price.amount) - Math.abs(b.price.amount - product.price.amount)).slice(0, ALIKE)
