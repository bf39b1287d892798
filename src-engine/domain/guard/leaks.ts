import type { Finding } from '../../../src-shared/domain/draft.ts'
import { fold } from './fold.ts'
import { PRIVATE_KEY } from './source-keys.ts'
import type { Sources } from './sources.ts'

/** So many characters in a row, punctuation and blanks aside, are a quotation: Chinese, and Latin. */
const SAME_CJK = 10
const SAME_LATIN = 28

/** Words of the draft that stand in an internal passage and in nothing that may be quoted. */
export function internalWords(draft: string, internal: ReadonlyArray<{ id: string; text: string }>, open: readonly string[]): Finding[] {
  if (internal.length === 0) return []
  const mine = letters(draft)
  let allowed: string | null = null
  const isAllowed = (words: string): boolean => (allowed ??= open.map((text) => letters(text).text).join('\n')).includes(words)
  return internal.flatMap((passage) => {
    const secret = letters(passage.text).text
    const found: Finding[] = []
    for (let start = 0; start < mine.text.length;) {
      let end = start
      while (end < mine.text.length && secret.includes(mine.text.slice(start, end + 1))) end += 1
      const words = mine.text.slice(start, end)
      const least = /[\p{Script=Han}]/u.test(words) ? SAME_CJK : SAME_LATIN
      if (words.length >= least && !isAllowed(words)) found.push(mark(draft, mine.at, start, end, passage.id))
      start = words.length >= least ? end : start + 1
    }
    return found
  })
}

/** So much beside a figure makes it one out of that text: Chinese signs, and letters. */
const BESIDE_CJK = 4
const BESIDE_LATIN = 12

/** Do words beside the claim stand beside it in one of the texts as well, without a break? */
export function isQuotedAround({ start, end }: { start: number; end: number }, folded: string, texts: readonly string[]): boolean {
  const mine = letters(folded)
  const [from, to] = [mine.at.findIndex((at) => at >= start), mine.at.filter((at) => at < end).length]
  return texts.some((text) => {
    const secret = letters(text).text
    let [first, last] = [from, to]
    if (first < 0 || !secret.includes(mine.text.slice(first, last))) return false
    while (first > 0 && secret.includes(mine.text.slice(first - 1, last))) first -= 1
    while (last < mine.text.length && secret.includes(mine.text.slice(first, last + 1))) last += 1
    const beside = mine.text.slice(first, from) + mine.text.slice(to, last)
    return beside.length >= (/\p{Script=Han}/u.test(beside) ? BESIDE_CJK : BESIDE_LATIN)
  })
}

function mark(draft: string, at: readonly number[], start: number, end: number, id: string): Finding {
  const [from, to] = [at[start] ?? 0, (at[end - 1] ?? 0) + 1]
  return { kind: 'internal-passage', severity: 'error', text: [...draft].slice(from, to).join(''), start: from, end: to, source: id }
}

/** Letters and digits alone, lower-cased, each with its code-point offset. */
function letters(text: string): { text: string; at: number[] } {
  const at: number[] = []
  let kept = ''
  let index = 0
  for (const character of fold(text)) {
    if (/[\p{L}\p{N}]/u.test(character)) {
      kept += character.toLowerCase().slice(0, 1)
      at.push(index)
    }
    index += 1
  }
  return { text: kept, at }
}



/** Names, addresses and the like out of records of other customers. */
export function strangersWords(draft: string, sources: Sources): Finding[] {
  const own = new Set(sources.words.filter((words) => !words.foreign).map((words) => words.text))
  const characters = [...draft]
  const plain = characters.join('\u0000')
  return sources.words
    .filter((words) => words.foreign && PRIVATE_KEY.test(words.key) && [...words.text].length >= 2 && !own.has(words.text))
    .flatMap((words) => {
      const needle = [...words.text].join('\u0000')
      const found = plain.indexOf(needle)
      if (found < 0) return []
      const start = plain.slice(0, found).split('\u0000').length - 1
      return [{ kind: 'other-customer', severity: 'error' as const, text: words.text, start, end: start + [...words.text].length, source: words.where }]
    })
}
