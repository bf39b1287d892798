/** A stretch of a text; `start` is a code point of the folded text. */
export interface Part {
  readonly text: string
  readonly start: number
}

const SENTENCE_END = /[。！!？?；;\n]+|\.(?=\s|$)/g
/** Between the parts of a sentence. "9 and 12" is no place to part, nor is a comma within a number. */
const CLAUSE_END = /[，、~～…]+|,(?!\d)|:(?=\s)|：|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\sand\s(?!\d|noon)|\s(?:but|so)\s|\s[-–—]\s/gi

/** Cuts after what ends a part; a question mark stays with its sentence. Blanks at the ends are left out. */
function cut({ text, start }: Part, ends: RegExp): Part[] {
  const parts: Part[] = []
  let from = 0
  const take = (to: number): void => {
    const raw = text.slice(from, to)
    const lead = raw.length - raw.trimStart().length
    if (raw.trim() !== '') parts.push({ text: raw.trim(), start: start + from + lead })
  }
  for (const match of text.matchAll(ends)) {
    take(match.index + (/^[?？]/.test(match[0]) ? match[0].length : 0))
    from = match.index + match[0].length
  }
  take(text.length)
  return parts
}

/** @param folded a text by `guard/fold` */
export const sentencesOf = (folded: string): Part[] => cut({ text: folded, start: 0 }, SENTENCE_END)
export const clausesOf = (sentence: Part): Part[] => cut(sentence, CLAUSE_END)
