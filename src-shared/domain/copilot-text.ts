/** Of the copilot's texts; without zod because the window knows them too. */

/** Longest question, in UTF-16 code units. */
export const QUESTION_MAX = 300

/** The number of a source in a text: `[2]`. */
const NUMBER = /\[(\d{1,2})\]/g

/** A piece of an answer: words, or the number of a source. `start`: its first code point in the text. */
export interface AnswerPiece {
  text: string
  start: number
  n: number | null
}

/** An answer cut at the numbers of its sources. */
export function answerPieces(text: string): AnswerPiece[] {
  const pieces: AnswerPiece[] = []
  let at = 0
  let start = 0
  const add = (part: string, n: number | null): void => {
    if (part === '') return
    pieces.push({ text: part, start, n })
    start += [...part].length
  }
  for (const match of text.matchAll(NUMBER)) {
    add(text.slice(at, match.index), null)
    add(match[0], Number(match[1]))
    at = match.index + match[0].length
  }
  add(text.slice(at), null)
  return pieces
}

/** The text as it may stand in a reply: without the numbers of its sources. */
export const withoutNumbers = (text: string): string => text.replace(/[ \t]*\[\d{1,2}\]/g, '').trim()
