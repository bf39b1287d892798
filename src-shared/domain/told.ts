/** So much of the wording has to stand in a reply for it to count as told; agents shorten and greet. */
const ENOUGH = 0.6
const SHORTEST = 4

/** Pairs of neighbouring characters of what is left without signs: the same measure for Chinese and English. */
function pairs(text: string): Set<string> {
  const signs = [...text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]+/gu, '')]
  return new Set(signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`))
}

/** Does a reply tell what the wording says: are three in five of its pairs of characters there? Short wordings have to stand there whole. */
export function tells(reply: string, wording: string): boolean {
  const [said, wanted] = [pairs(reply), pairs(wording)]
  if (wanted.size === 0) return false
  const found = [...wanted].filter((pair) => said.has(pair)).length
  return found / wanted.size >= (wanted.size < SHORTEST ? 1 : ENOUGH)
}
