import type { Product } from '../../../../src-shared/domain/product.ts'
import type { ProductNames } from './products.ts'

/** What a title ends in and a customer leaves out: how many, or how large ("(两只装)", "2.5 L", "26cm"). */
const PACK = /\s*(?:[(（][^)）]*[)）]|\s\d+(?:\.\d+)?\s?(?:ml|l|cm|mm|m|g|kg))$/iu

/**
 * What customers call the shop's products: the titles in both languages, with and without their blanks, and without the
 * pack or size at the end. A name that two products would share tells none of them.
 */
export function productNames(products: readonly Pick<Product, 'id' | 'title'>[]): ProductNames[] {
  const all = products.map(({ id, title }) => ({
    id, names: [...new Set([title.zh, title.en].flatMap((whole) => [whole, whole.replace(PACK, '')]).flatMap((name) => [name, name.replaceAll(' ', '')]))],
  }))
  const owners = new Map<string, number>()
  for (const { names } of all) for (const name of names) owners.set(name, (owners.get(name) ?? 0) + 1)
  return all.map(({ id, names }) => ({ id, names: names.filter((name) => owners.get(name) === 1) }))
}
