import type { CallResult } from '../../../../src-shared/contract/calls.ts'
import { namesIn } from '../../../../src-shared/domain/incident-match.ts'
import type { LocalText } from '../../../../src-shared/domain/text.ts'

type Product = CallResult<'incidents.list'>['products'][number]

/** The products that names or SKUs mean, and what means none. A part of a name is enough; one that fits several means all of them. */
export function productsMeant(names: readonly string[], products: readonly Product[]): { found: Product[]; unknown: string[] } {
  const fits = (name: string): Product[] => {
    const [exact] = products.filter(({ id }) => id.toLowerCase() === name.toLowerCase())
    return exact ? [exact] : products.filter(({ title }) => [title.zh, title.en].some((text: LocalText['zh']) => text.toLowerCase().includes(name.toLowerCase())))
  }
  const found = new Map(names.flatMap(fits).map((product) => [product.id, product]))
  return { found: [...found.values()], unknown: names.filter((name) => fits(name).length === 0) }
}

/** What a product is called where it is typed: its title, or its SKU where the title means others too or none. */
export function namedProduct(id: string, products: readonly Product[], local: (text: LocalText) => string): string {
  const product = products.find((one) => one.id === id)
  if (!product) return id
  const { found, unknown } = productsMeant(namesIn(local(product.title)), products)
  return unknown.length === 0 && found.length === 1 && found[0]?.id === id ? local(product.title) : id
}
