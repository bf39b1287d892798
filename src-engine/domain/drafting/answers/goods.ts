import type { Product } from '../../../../src-shared/domain/product.ts'
import { tokens } from '../../knowledge/tokens.ts'
import { isHeadNamed } from '../dialogue/naming.ts'
import { local } from '../format.ts'
import { specTerms } from '../spec-words.ts'
import { thingsIn } from '../synonyms.ts'
import type { Bubble, DraftInput, Line } from '../types.ts'
import { asBubble, type Context } from './context.ts'

const MOST_TITLES = 4_000
/** A pure memo: the catalogue comes again with every draft, and reading its titles is most of the work. */
const readTitles = new Map<string, { terms: ReadonlySet<string>; things: readonly number[] }>()

function readTitle(titles: string): { terms: ReadonlySet<string>; things: readonly number[] } {
  const known = readTitles.get(titles)
  if (known) return known
  if (readTitles.size >= MOST_TITLES) readTitles.clear()
  const read = { terms: new Set(tokens(titles).filter((term) => term.length > 1)), things: thingsIn(titles) }
  readTitles.set(titles, read)
  return read
}

/** The product that the words name; else the one of the order meant; null when unclear. */
export function productMeant(words: string, input: Pick<DraftInput, 'products'>, orderProductIds: readonly string[]): Product | null {
  const things = thingsIn(words)
  const terms = new Set(tokens(words))
  const scored = input.products.map((product) => {
    const title = readTitle(`${product.title.zh} ${product.title.en}`)
    const ordered = orderProductIds.includes(product.id) ? 0.5 : 0
    const shared = [...title.terms].filter((term) => terms.has(term)).length
    const head = isHeadNamed(words, product.title.zh) ? 1 : 0
    return { product, score: shared + head + 3 * title.things.filter((thing) => things.includes(thing)).length, ordered }
  })
  const best = Math.max(0, ...scored.map((entry) => entry.score))
  if (best > 0) {
    const named = scored.filter((entry) => entry.score === best).sort((a, b) => b.ordered - a.ordered)
    return named.length === 1 || (named[0]?.ordered ?? 0) > (named[1]?.ordered ?? 0) ? (named[0]?.product ?? null) : null
  }
  return orderProductIds.length === 1 ? (input.products.find((product) => product.id === orderProductIds[0]) ?? null) : null
}

const productLine = (context: Context, product: Product, key: string, vars: Record<string, string>, fact: string): Line => ({
  key, vars: { product: local(product.title, context.language), ...vars },
  sources: [{ kind: 'product', id: product.id, title: local(product.title, context.language) }], facts: [`product.${fact}`],
})

/** The spec that the words ask for, and what the knowledge says. */
export function aboutProduct(context: Context, product: Product | null): Bubble[] {
  const terms = new Set([...tokens(context.matter.words), ...specTerms(context.matter.words)])
  const specs = (product?.specs ?? [])
    .map((spec) => ({ spec, score: new Set(tokens(`${spec.name.zh} ${spec.name.en}`).filter((term) => terms.has(term))).size }))
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
  const lines = product ? specs.map(({ spec }) => productLine(context, product, 'product.spec', { name: local(spec.name, context.language), value: local(spec.value, context.language) }, 'specs')) : []
  // How to use it stands in the article; a number out of the specs helps there only when no article does.
  if (context.topic === 'usage_help' && context.quote) return [[context.quote]]
  return [...lines.map((line): Bubble => [line]), ...asBubble(context.quote)]
}

/** How long the warranty is, from the product; the rest from the knowledge. */
export function warranty(context: Context, product: Product | null): Bubble[] {
  const line = product && product.warrantyMonths > 0 ? productLine(context, product, 'product.warranty', { months: String(product.warrantyMonths) }, 'warrantyMonths') : null
  return [...asBubble(line), ...asBubble(context.quote)]
}
