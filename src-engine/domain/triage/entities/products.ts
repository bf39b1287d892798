import { STRENGTH } from './reading.ts'
import type { Add, Reading } from './reading.ts'

/** What the shop calls a product: `id` is what the entity's value becomes. */
export interface ProductNames { readonly id: string; readonly names: readonly string[] }

/** Names by their first two units, the longest first. */
export type ProductLexicon = ReadonlyMap<string, ReadonlyArray<{ readonly name: string; readonly id: string }>>

const SHORTEST = 2
const isWord = (char: string | undefined): boolean => char !== undefined && /[a-z0-9]/u.test(char)

/**
 * Prepares the names of the shop's products for `findProducts`; names of one sign are left out.
 * @param fold the folding that messages go through, so that both are compared alike
 */
export function productLexicon(products: readonly ProductNames[], fold: (text: string) => string): ProductLexicon {
  const lexicon = new Map<string, Array<{ name: string; id: string }>>()
  for (const { id, names } of products) {
    for (const written of names) {
      const name = fold(written).trim()
      if (name.length < SHORTEST) continue
      const key = name.slice(0, SHORTEST)
      const same = lexicon.get(key)
      if (same === undefined) lexicon.set(key, [{ name, id }])
      else same.push({ name, id })
    }
  }
  for (const same of lexicon.values()) same.sort((a, b) => b.name.length - a.name.length || (a.id < b.id ? -1 : 1))
  return lexicon
}

/** Products by name or alias, the longest name at each place; a Latin name is a whole word. */
export function findProducts({ text }: Reading, lexicon: ProductLexicon, add: Add): void {
  for (let at = 0; at + SHORTEST <= text.length; at++) {
    const same = lexicon.get(text.slice(at, at + SHORTEST))
    const found = same?.find(({ name }) => text.startsWith(name, at)
      && !(isWord(name[0]) && isWord(text[at - 1])) && !(isWord(name.at(-1)) && isWord(text[at + name.length])))
    if (found === undefined) continue
    add({ type: 'product', from: at, to: at + found.name.length, value: found.id, strength: STRENGTH.named })
    at += found.name.length - 1
  }
}
