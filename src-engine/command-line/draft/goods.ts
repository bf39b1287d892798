import type { Product } from '../../../src-shared/domain/product.ts'
import { tokens } from '../../domain/knowledge/tokens.ts'
import { thingsIn } from '../../domain/drafting/synonyms.ts'

/** Goods handed to a draft at most beside those of the customer's orders. */
const MOST = 30
/** A word in more titles than this tells no product. */
const TOO_COMMON = 200

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
