import { seeded } from '../../domain/classify/seeded.ts'
import { CLOSINGS, DEEDS, FATES, FRAMES, OPENINGS, PLACES, THINGS } from './phrases.ts'

const SLOTS: Readonly<Record<string, readonly string[]>> = { thing: THINGS, deed: DEEDS, fate: FATES, place: PLACES }

/** Words of a text, small letters; the same cut as the classifier makes of them. */
const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'").match(/[\p{L}\p{N}']+/gu) ?? []

const LONGEST = 18
const SHORTEST = 3

/**
 * Sentences put together by chance, half from frames of our own, half from `texts` in which one or two words are exchanged for
 * words of shops or of other texts, so that words meet that seldom stand together.
 * @param seed same texts and seed, same sentences in the same order
 */
export function composeSentences(texts: readonly string[], amount: number, seed: number): string[] {
  const below = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T
  const pool = texts.map(wordsOf).filter((words) => words.length >= SHORTEST && words.length <= LONGEST)
  const shop = [...THINGS, ...DEEDS, ...FATES]
  const framed = (): string => pick(OPENINGS) + pick(FRAMES).replace(/\{(\w+)\}/g, (_, slot: string) => pick(SLOTS[slot] ?? [])) + pick(CLOSINGS)
  const exchanged = (): string => {
    const words = [...pick(pool)]
    for (let n = 1 + below(2); n > 0; n--) words[below(words.length)] = below(3) > 0 ? pick(shop) : pick(pick(pool))
    const from = below(4) === 0 ? below(words.length - 1) : 0
    return words.slice(from).join(' ')
  }
  const made = new Set<string>()
  while (made.size < amount) made.add(made.size % 2 === 0 || pool.length === 0 ? framed() : exchanged())
  return [...made]
}
