import type { Product } from '../../../src-shared/domain/product.ts'
import { GOODS } from '../guard/words/goods.ts'
import { tokens } from '../knowledge/tokens.ts'

/** Goods that one text names at most; more are no naming. */
const MOST = 30
/** A word in more titles than this tells no product. */
const TOO_COMMON = 200
/** In no more titles than this a word is a name. */
const RARE = 5
/** So many words of one title are its name, however common each is. */
const ENOUGH = 3
/** Words of titles that stand in any sentence. */
const EMPTY: ReadonlySet<string> = new Set(['the', 'and', 'for', 'with', 'of', 'in', 'on', 'to', 'my', 'order', 'set', 'new', 'one', 'it', 'is', 'be', 'at', 'or', 'from', 'by', 'an', 'this', 'that', 'you', 'your', 'our', 'all', 'no'])

const rowByName = new Map(GOODS.flatMap((row, at) => row.map((name): [string, number] => [name.toLowerCase(), at])))
const names = [...rowByName.keys()].sort((a, b) => b.length - a.length)
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)
const NOUN = new RegExp(`${names.filter(isHan).join('|')}|(?<![a-z])(?:${names.filter((name) => !isHan(name)).join('|')})(?=s?(?![a-z]))`, 'gu')
const NOUN_TERM = 'noun '

/** What a text can name goods with: its words, and what kinds of goods it speaks of whatever they are called. */
function termsOf(text: string): Set<string> {
  const nouns = [...text.normalize('NFKC').toLowerCase().matchAll(NOUN)].map(([name]) => `${NOUN_TERM}${rowByName.get(name) ?? ''}`)
  return new Set([...tokens(text).filter((term) => term.length > 1 && !/^\d+$/.test(term) && !EMPTY.has(term)), ...nouns])
}

/** Catalogues by their list, which is a new one when a product changes: reading two thousand titles takes longer than a check. */
const indices = new WeakMap<readonly Product[], Map<string, Product[]>>()
function indexOf(catalogue: readonly Product[]): Map<string, Product[]> {
  let index = indices.get(catalogue)
  if (!index) {
    index = new Map()
    for (const product of catalogue) {
      for (const term of termsOf(`${product.title.zh} ${product.title.en}`)) {
        const same = index.get(term)
        if (same) same.push(product)
        else index.set(term, [product])
      }
    }
    indices.set(catalogue, index)
  }
  return index
}

/**
 * The goods that a text names: by their title, by what kind of thing they are, by three of the title's words or two of which
 * one is rare, or by a model (`X200`). Of those that share words only the best named: `北岸台灯` is one lamp, `耳机` is the one that was bought where one
 * was, else any.
 */
export function goodsNamed(text: string, catalogue: readonly Product[], bought: readonly Product[]): Product[] {
  const index = indexOf(catalogue)
  const matched = new Map<Product, Set<string>>()
  for (const term of termsOf(text)) {
    const named = index.get(term) ?? []
    for (const product of named.length <= TOO_COMMON ? named : bought.filter((one) => named.includes(one))) matched.set(product, (matched.get(product) ?? new Set()).add(term))
  }
  const plain = text.toLowerCase()
  const isName = (product: Product, terms: ReadonlySet<string>): boolean => terms.size >= ENOUGH || [product.title.zh, product.title.en].some((title) => title !== '' && plain.includes(title.toLowerCase()))
    || [...terms].some((term) => term.startsWith(NOUN_TERM) || /^(?=.*[a-z])(?=.*\d)/.test(term))
    || (terms.size > 1 && [...terms].some((term) => (index.get(term)?.length ?? 0) <= RARE))
  const found = [...matched].filter(([product, terms]) => isName(product, terms)).map(([product, terms]) => ({ product, terms, isBought: bought.includes(product) }))
    .sort((a, b) => b.terms.size - a.terms.size || Number(b.isBought) - Number(a.isBought) || (a.product.id < b.product.id ? -1 : 1))
  const best: typeof found = []
  for (const one of found) {
    if (best.length >= MOST) break
    if (!best.some((other) => covers(other.terms, one.terms) && (other.terms.size > one.terms.size || (other.isBought && !one.isBought)))) best.push(one)
  }
  return best.map(({ product }) => product)
}

const covers = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean => [...some].every((term) => all.has(term))
