/** Scripts written without spaces; their runs are cut into overlapping pairs. */
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー'
const WORD = `(?![${CJK}])[\\p{L}\\p{N}\\p{M}]`
const RUN = new RegExp(`[${CJK}]+|(?:${WORD})+(?:['’](?:${WORD})+)*`, 'gu')
const STARTS_CJK = new RegExp(`^[${CJK}]`, 'u')

/**
 * Index terms of a text, in reading order: a run of CJK as overlapping pairs of characters (a single character as
 * itself), a Latin word or a run of digits lower-cased. NFKC first, so that full-width forms are found. FTS5's own
 * tokenizers find no two-character words.
 */
export function tokens(text: string): string[] {
  const found: string[] = []
  for (const [run] of text.normalize('NFKC').matchAll(RUN)) {
    if (STARTS_CJK.test(run)) found.push(...pairs(run))
    else found.push(run.toLowerCase().replace(/['’]s?$/u, '').replace(/['’]/gu, ''))
  }
  return found.filter((token) => token !== '')
}

function pairs(run: string): string[] {
  const characters = [...run]
  if (characters.length === 1) return characters
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)
}
