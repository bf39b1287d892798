/** A piece of a body that stands by itself. Offsets are Unicode code points into the body, end exclusive. */
export type Passage = {
  text: string; start: number; end: number; paragraph: number
  /** The heading that it stands under, where there are headings. */
  heading?: string
}

/** Longest passage in code points before a paragraph is cut at its sentences: Chinese says more in less. */
const LONGEST = { han: 160, other: 400 } as const
/** Full stops of both scripts; a point after a digit is a list number or a decimal, not an end. */
const SENTENCE = /(?:[^。\uff01\uff1f!?.\n]|\.(?!\s|$)|(?<=\d)\.)*(?:[。\uff01\uff1f!?.]+|\n|$)/gu

/** Code points of the UTF-16 units `from` to `to`: counted in place, since manuals are long. */
function codePoints(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count += 1
  return count
}

/** Cuts a body into paragraphs (empty line), long paragraphs into groups of whole sentences. */
export function passagesOf(body: string): Passage[] {
  const found: Passage[] = []
  let paragraph = 0
  /** Where the last block began, in UTF-16 units and in code points. */
  let [units, points] = [0, 0]
  for (const match of body.matchAll(/(?:[^\n]|\n(?!\s*\n))+/gu)) {
    const block = match[0]
    if (block.trim() === '') continue
    points += codePoints(body, units, match.index)
    units = match.index
    for (const piece of cut(block)) found.push({ ...trimmed(piece.text, points + piece.offset), paragraph })
    paragraph += 1
  }
  return found
}

function trimmed(text: string, at: number): { text: string; start: number; end: number } {
  const lead = text.length - text.trimStart().length
  const clean = text.trim()
  const start = at + codePoints(text, 0, lead)
  return { text: clean, start, end: start + codePoints(clean, 0, clean.length) }
}

/** Offsets in code points into the block. */
function cut(block: string): Array<{ text: string; offset: number }> {
  const longest = /\p{Script=Han}/u.test(block) ? LONGEST.han : LONGEST.other
  if (codePoints(block, 0, block.length) <= longest) return [{ text: block, offset: 0 }]
  const pieces: Array<{ text: string; offset: number }> = []
  let [text, length, offset] = ['', 0, 0]
  for (const [sentence] of block.matchAll(SENTENCE)) {
    if (sentence === '') continue
    const more = codePoints(sentence, 0, sentence.length)
    if (text !== '' && length + more > longest) {
      pieces.push({ text, offset })
      offset += length
      ;[text, length] = ['', 0]
    }
    text += sentence
    length += more
  }
  if (text.trim() !== '') pieces.push({ text, offset })
  return pieces
}
