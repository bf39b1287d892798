import type { CallResult } from '../../../../src-shared/contract/calls.ts'
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
