/** A piece of a body that stands by itself. Offsets are Unicode code points into the body, end exclusive. */
export type Passage = { text: string; start: number; end: number; paragraph: number }

/** Longest passage in code points before a paragraph is cut at its sentences: Chinese says more in less. */
const LONGEST = { han: 160, other: 400 } as const
/** Full stops of both scripts; a point after a digit is a list number or a decimal, not an end. */
const SENTENCE = /(?:[^。\uff01\uff1f!?.\n]|\.(?!\s|$)|(?<=\d)\.)*(?:[。\uff01\uff1f!?.]+|\n|$)/gu

/** Cuts a body into paragraphs (empty line), long paragraphs into groups of whole sentences. */
export function passagesOf(body: string): Passage[] {
  const found: Passage[] = []
  let paragraph = 0
  for (const match of body.matchAll(/(?:[^\n]|\n(?!\s*\n))+/gu)) {
    const block = match[0]
    if (block.trim() === '') continue
    const at = [...body.slice(0, match.index)].length
    for (const piece of cut(block)) found.push({ ...trimmed(piece.text, at + piece.offset), paragraph })
    paragraph += 1
  }
  return found
}

function trimmed(text: string, at: number): { text: string; start: number; end: number } {
  const lead = [...text].length - [...text.trimStart()].length
  const clean = text.trim()
  return { text: clean, start: at + lead, end: at + lead + [...clean].length }
}

/** Offsets in code points into the block. */
function cut(block: string): Array<{ text: string; offset: number }> {
  const longest = /\p{Script=Han}/u.test(block) ? LONGEST.han : LONGEST.other
  if ([...block].length <= longest) return [{ text: block, offset: 0 }]
  const pieces: Array<{ text: string; offset: number }> = []
  let text = ''
  let offset = 0
  for (const [sentence] of block.matchAll(SENTENCE)) {
    if (sentence === '') continue
    if (text !== '' && [...text].length + [...sentence].length > longest) {
      pieces.push({ text, offset })
      offset += [...text].length
      text = ''
    }
    text += sentence
  }
  if (text.trim() !== '') pieces.push({ text, offset })
  return pieces
}
