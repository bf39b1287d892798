/** A text as features: hashed n-grams in two groups, each with how often it stands there. */
export interface Features {
  words: Map<number, number>
  letters: Map<number, number>
}

const TEXT_MAX = 2_000
const SHORTEST = 3
const LONGEST = 5
const CJK_LONGEST = 3

/** FNV-1a over UTF-16 code units, 32 bits; `group` keeps "ab" as a word apart from "ab" as letters. */
function hash(group: number, text: string): number {
  let h = 0x811c9dc5 ^ group
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return Math.imul(h, 0x85ebca6b) >>> 0
}

/** English endings that do not change what a message is about; other languages lean on their letters. */
function stem(word: string): string {
  if (word.length <= 4 || !/^[a-z']+$/.test(word)) return word
  const singular = word.replace(/ies$/, 'y').replace(/(?:'s|s)$/, '')
  return singular.length > 5 ? singular.replace(/(?:ing|ed|ly)$/, '') : singular
}

const count = (group: Map<number, number>, key: number): void => void group.set(key, (group.get(key) ?? 0) + 1)

/** Small letters, full width made half, long numbers alike: which order it is does not tell what is wanted. */
function plain(text: string): string {
  return text.slice(0, TEXT_MAX).normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'").replace(/\d{4,}/g, '0000')
}

function ofWords(words: readonly string[], into: Features): void {
  const stems = words.map(stem)
  for (const [at, word] of stems.entries()) {
    count(into.words, hash(1, word))
    const next = stems[at + 1]
    if (next !== undefined) count(into.words, hash(2, `${word} ${next}`))
  }
  for (const word of words) {
    const padded = `_${word}_`
    for (let n = SHORTEST; n <= LONGEST; n++) for (let i = 0; i + n <= padded.length; i++) count(into.letters, hash(3, padded.slice(i, i + n)))
  }
}

/** Chinese and Japanese write no spaces: characters, pairs and triples stand for words. */
function ofCharacters(run: string, into: Features): void {
  const characters = [...run]
  for (let n = 1; n <= CJK_LONGEST; n++) {
    for (let i = 0; i + n <= characters.length; i++) count(n === 2 ? into.words : into.letters, hash(3 + n, characters.slice(i, i + n).join('')))
  }
}

/** Same text, same features, on every machine. */
export function featuresOf(text: string): Features {
  const features: Features = { words: new Map(), letters: new Map() }
  const clean = plain(text)
  ofWords(clean.match(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}'])+/gu) ?? [], features)
  for (const run of clean.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu) ?? []) ofCharacters(run, features)
  for (const sign of clean.match(/[!?！？…~]+/gu) ?? []) count(features.words, hash(7, sign.slice(0, 3)))
  return features
}
