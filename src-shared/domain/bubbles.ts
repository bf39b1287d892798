/** Messages that one reply goes out as at most. */
export const MAX_BUBBLES = 3

/** A stretch of a text in UTF-16 code units, end exclusive. */
export interface Span { start: number; end: number }

/**
 * The bubbles of a reply's text: its paragraphs, which empty lines part; what is beyond the third stays with the third.
 * None is empty; a text without words has none.
 */
export function bubbleSpans(text: string): Span[] {
  const paragraphs = [...text.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/gu)].map((found): Span => ({ start: found.index, end: found.index + found[0].trimEnd().length }))
  const last = paragraphs.at(-1)
  const head = paragraphs.slice(0, MAX_BUBBLES)
  return head.map((span, at) => (at === MAX_BUBBLES - 1 && last ? { start: span.start, end: last.end } : span))
}

export const bubblesOf = (text: string): string[] => bubbleSpans(text).map(({ start, end }) => text.slice(start, end))

/** One message as a channel of others is given it. `isFirst`: the quote goes with it. `isLast`: the pictures do. */
export interface Piece { text: string; isFirst: boolean; isLast: boolean }

/** What a reply is handed over as, in order; at least one, and only one where it does not go apart. */
export function piecesOf({ text, apart }: { text: string; apart?: boolean | undefined }): Piece[] {
  const texts = apart === true ? bubblesOf(text) : []
  const all = texts.length > 1 ? texts : [text]
  return all.map((one, at) => ({ text: one, isFirst: at === 0, isLast: at === all.length - 1 }))
}

/** Set in the last group of an id, above the place of the piece. */
const MARK = 0xb0bb1en << 8n

/**
 * The id of a reply's piece: the reply's own for the first, else one made of it, a UUID like it. The same wherever and however often it is
 * made; made of a piece's id with the same place it is the reply's again.
 */
export function pieceId(replyId: string, place: number): string {
  if (place === 0) return replyId
  const tail = BigInt(`0x${replyId.slice(24)}`) ^ MARK ^ BigInt(place)
  return `${replyId.slice(0, 24)}${tail.toString(16).padStart(12, '0')}`
}
