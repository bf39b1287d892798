/** Words that mean the same to a shop. */
export interface WordClasses {
  /** Word or phrase as it stands in a normalised text (apostrophes dropped), the numbers of its classes. */
  readonly words: ReadonlyMap<string, readonly number[]>
  readonly longestHan: number
  /** In words. */
  readonly longestLatin: number
}
/** A word of a class in a text, in UTF-16 units. */
export interface ClassHit { readonly number: number; readonly from: number; readonly to: number }

const HAN = /[\u3400-\u9fff]/u

/** Reads lines "name = word | word"; lines with # are remarks. The order of the lines numbers the classes. */
export function parseWordClasses(text: string): WordClasses {
  const words = new Map<string, number[]>()
  let [longestHan, longestLatin] = [1, 1]
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  for (const [number, line] of lines.entries()) {
    for (const piece of line.slice(line.indexOf('=') + 1).split('|')) {
      const word = piece.trim().toLowerCase().replaceAll("'", '')
      if (word === '') continue
      words.set(word, [...(words.get(word) ?? []), number])
      if (HAN.test(word)) longestHan = Math.max(longestHan, word.length)
      else longestLatin = Math.max(longestLatin, word.split(' ').length)
    }
  }
  return { words, longestHan, longestLatin }
}

const TOKEN = /[a-z0-9'&%$*-]+|[^a-z0-9'&%$*\s-]/gu

/** Words of classes in reading order, the longest at each place. @param text normalised */
export function findClasses(text: string, { words, longestHan, longestLatin }: WordClasses): ClassHit[] {
  const hits: ClassHit[] = []
  const put = (key: string, from: number, to: number): boolean => {
    const found = words.get(key)
    if (found === undefined) return false
    for (const number of found) hits.push({ number, from, to })
    return true
  }
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit === 32) { at++; continue }
    if (unit > 0x2fff) {
      let length = Math.min(longestHan, text.length - at)
      while (length > 0 && !put(text.slice(at, at + length), at, at + length)) length--
      at += Math.max(1, length)
      continue
    }
    const tokens: { key: string; to: number }[] = []
    TOKEN.lastIndex = at
    for (let n = 0, from = at; n < longestLatin; n++) {
      const match = TOKEN.exec(text)
      if (match === null || text.slice(from, match.index).trim() !== '' || match[0].charCodeAt(0) > 0x2fff) break
      from = match.index + match[0].length
      tokens.push({ key: `${tokens.at(-1)?.key ?? ''} ${match[0].replaceAll("'", '')}`.trim(), to: from })
    }
    let taken = tokens.length
    while (taken > 0 && !put(tokens[taken - 1]?.key ?? '', at, tokens[taken - 1]?.to ?? at)) taken--
    at = tokens[Math.max(0, taken - 1)]?.to ?? at + 1
  }
  return hits
}
