const TEXT_MAX = 2_000

/** Small letters, full width made half, long numbers alike: which order it is does not tell what is wanted. */
export function plain(text: string): string {
  return text.slice(0, TEXT_MAX).normalize('NFKC').toLowerCase().replace(/[’‘`]/g, "'").replace(/\d{4,}/g, '0000')
}

const NO_CJK = String.raw`(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])`
const WORD = new RegExp(`(?:${NO_CJK}[\\p{L}\\p{N}'])+`, 'gu')
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu
const LATIN_ONLY = /^[\u0020-\u007e]*$/
const LATIN_WORD = /[a-z0-9']+/g

/** Words of plain text between spaces and signs; languages that write no spaces have none. */
export function wordsOf(text: string): string[] {
  return text.match(LATIN_ONLY.test(text) ? LATIN_WORD : WORD) ?? []
}

/** Runs of Chinese or Japanese characters in plain text. */
export const runsOf = (text: string): string[] => (LATIN_ONLY.test(text) ? [] : text.match(RUN) ?? [])

/** English endings that do not change what a message is about; other languages lean on their letters. */
export function stem(word: string): string {
  if (word.length <= 4 || !/^[a-z']+$/.test(word)) return word
  const singular = word.replace(/ies$/, 'y').replace(/(?:'s|s)$/, '')
  return singular.length > 5 ? singular.replace(/(?:ing|ed|ly)$/, '') : singular
}
