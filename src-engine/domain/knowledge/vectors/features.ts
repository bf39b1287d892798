import { characters, words } from '../terms.ts'

const LATIN = /^[a-z0-9]/

/** What a text is placed by: words (Chinese: pairs of characters), single characters, and neighbouring words of spaced scripts. */
export function featuresOf(text: string): string[] {
  const told = words(text)
  const latin = told.filter((word) => LATIN.test(word))
  return [...told, ...characters(text), ...latin.slice(1).map((word, at) => `${latin[at] ?? ''} ${word}`)]
}
