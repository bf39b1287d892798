import { begin, finish, hash, step } from './hash.ts'
import { plain, runsOf, stem, wordsOf } from './text.ts'

/** A text as features: hashes of n-grams in three groups, each as often as it stands there. */
export interface Features {
  /** Words and pairs of neighbours. */
  words: number[]
  /** Runs of letters inside words; characters and triples of Chinese. */
  letters: number[]
  /** Two words of the text, wherever they stand. */
  pairs: number[]
}

const SHORTEST = 3
const LONGEST = 5
const CJK_LONGEST = 3
/** Pairs are counted among so many words: their number grows with the square. */
const PAIRED_WORDS = 30
const EDGE = 95

/** Groups of hashes. */
const WORD = 1
const NEIGHBOURS = 2
const LETTERS = 3
const CJK = 3
const SIGNS = 7
const PAIR = 8

function ofLetters(word: string, into: number[]): void {
  const at = (i: number): number => (i === 0 || i > word.length ? EDGE : word.charCodeAt(i - 1))
  const length = word.length + 2
  for (let from = 0; from + SHORTEST <= length; from++) {
    let h = begin(LETTERS)
    for (let n = 1; n <= LONGEST && from + n <= length; n++) {
      h = step(h, at(from + n - 1))
      if (n >= SHORTEST) into.push(finish(h))
    }
  }
}

function ofPairs(hashes: readonly number[], into: number[]): void {
  const some = [...new Set(hashes)].slice(0, PAIRED_WORDS)
  for (const [at, one] of some.entries()) {
    for (let next = at + 1; next < some.length; next++) {
      const other = some[next] ?? 0
      into.push(finish(step(step(begin(PAIR), Math.min(one, other)), Math.max(one, other))))
    }
  }
}

function ofWords(words: readonly string[], into: Features): void {
  const hashes = words.map((word) => hash(WORD, stem(word)))
  for (const [at, one] of hashes.entries()) {
    into.words.push(one)
    const next = hashes[at + 1]
    if (next !== undefined) into.words.push(finish(step(step(begin(NEIGHBOURS), one), next)))
  }
  for (const word of words) ofLetters(word, into.letters)
  ofPairs(hashes, into.pairs)
}

/** Chinese and Japanese write no spaces: characters, pairs and triples stand for words. */
function ofCharacters(run: string, into: Features): void {
  const characters = [...run]
  for (let n = 1; n <= CJK_LONGEST; n++) {
    for (let i = 0; i + n <= characters.length; i++) (n === 2 ? into.words : into.letters).push(hash(CJK + n, characters.slice(i, i + n).join('')))
  }
}

/** Same text, same features, on every machine. */
export function featuresOf(text: string): Features {
  const features: Features = { words: [], letters: [], pairs: [] }
  const clean = plain(text)
  ofWords(wordsOf(clean), features)
  for (const run of runsOf(clean)) ofCharacters(run, features)
  for (const sign of clean.match(/[!?！？…~]+/gu) ?? []) features.words.push(hash(SIGNS, sign.slice(0, 3)))
  return features
}
