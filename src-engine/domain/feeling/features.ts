import { keyOfPair, keyOfPiece } from '../triage/model/grams.ts'

/** Weights of the features lie in this many places; two features that fall on one share its weight. */
export const PLACES = 2 ** 20
/** More of a text, in UTF-16 units, changes no decision and would cost time. */
const TEXT_MAX = 400
const LONGEST = { han: 3, letters: 5 }
/** Spaces of keys: the same letters say another thing as a word, as a pair and inside a word. */
const SPACE = { han: 1, word: 2, pair: 3, letters: 4, skip: 5, shape: 6 } as const

const TOKEN = /\p{Script=Han}+|[a-z0-9']+|[^\s\p{L}\p{N}]/gu
const isHan = (unit: number): boolean => unit >= 0x3400 && unit <= 0x9fff

/** Places of a text's features, each once. @param text normalised @param raw as received: capitals are gone from the normalised text */
export function placesOf(text: string, raw: string): Int32Array {
  const places = new Set<number>()
  const add = (key: number): void => { places.add(key & (PLACES - 1)) }
  const line = text.slice(0, TEXT_MAX)
  let last = 0
  TOKEN.lastIndex = 0
  for (let match = TOKEN.exec(line); match !== null; match = TOKEN.exec(line)) {
    const [token] = match
    const word = keyOfPiece(SPACE.word, token, 0, token.length)
    if (isHan(token.charCodeAt(0))) {
      for (let from = 0; from < token.length; from++) {
        for (let n = 1; n <= LONGEST.han && from + n <= token.length; n++) add(keyOfPiece(SPACE.han, token, from, from + n))
        if (from + 2 < token.length) add(keyOfPair(SPACE.skip, token.charCodeAt(from), token.charCodeAt(from + 2)))
      }
    } else {
      add(word)
      add(keyOfPair(SPACE.pair, last, word))
      const edged = ` ${token} `
      for (let n = 2; n <= LONGEST.letters; n++) for (let from = 0; from + n <= edged.length; from++) add(keyOfPiece(SPACE.letters, edged, from, from + n))
    }
    last = word
  }
  if ((raw.match(/(?<![\p{L}])[A-Z]{3,}(?![\p{L}])/gu)?.length ?? 0) > 0) add(keyOfPiece(SPACE.shape, 'caps', 0, 4))
  if (/!{2,}|\?!|!\?/u.test(line)) add(keyOfPiece(SPACE.shape, 'loud', 0, 4))
  return Int32Array.from(places)
}
