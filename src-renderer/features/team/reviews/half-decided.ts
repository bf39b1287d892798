/** What was begun for one review and not decided yet: the words in other words, and a reason of one's own. */
interface Half { words?: string; reason?: string }

/** By review; Esc, another review and another page lose nothing. */
const halves = new Map<string, Half>()

export const halfOf = (reviewId: string): Half => halves.get(reviewId) ?? {}

export function keepHalf(reviewId: string, change: Half): void {
  halves.set(reviewId, { ...halves.get(reviewId), ...change })
}

export function dropHalf(reviewId: string): void {
  halves.delete(reviewId)
}
