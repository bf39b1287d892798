/** What is compared is cut here: past it a reply is another one anyway, and time grows with the square. In units. */
const MOST_UNITS = 1200
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const HAN_ALL = new RegExp(HAN, 'gu')

/** Is the text mostly written without spaces between words? */
export const isUnspaced = (text: string): boolean => 2 * (text.match(HAN_ALL)?.length ?? 0) >= text.replace(/[\s\p{P}]/gu, '').length && HAN.test(text)

/**
 * What an edit counts: signs in Chinese and its neighbours, words elsewhere, where one changed letter is one changed word.
 * Punctuation counts as a sign of its own; white space and the width of signs do not.
 */
export function unitsOf(text: string): string[] {
  const folded = text.normalize('NFKC').toLowerCase()
  const units = isUnspaced(folded) ? [...folded.replace(/\s+/gu, '')] : (folded.match(/[\p{L}\p{N}\p{M}]+(?:['’.,-][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu) ?? [])
  return units.slice(0, MOST_UNITS)
}

/**
 * Edit distance (Levenshtein 1966) over units, as a share of the longer text: 0 the same, 1 nothing in common. Two empty
 * texts are the same.
 */
export function editDistance(before: string, after: string): number {
  const [a, b] = [unitsOf(before), unitsOf(after)]
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 0
  let row = Uint16Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint16Array(b.length + 1)
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return (row[b.length] ?? longest) / longest
}
