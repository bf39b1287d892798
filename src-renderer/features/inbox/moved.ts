/** Positions (in `sequence`) of one longest increasing run: those that can stay where they are. Patience sorting, O(n log n). */
function staying(sequence: readonly number[]): Set<number> {
  const tails: number[] = []
  const previous: number[] = new Array<number>(sequence.length).fill(-1)
  sequence.forEach((value, at) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (sequence[tails[middle]!]! < value) low = middle + 1
      else high = middle
    }
    if (low > 0) previous[at] = tails[low - 1]!
    tails[low] = at
  })
  const stay = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) stay.add(at)
  return stay
}

/**
 * What applying `next` would do to someone who looks at `shown`: how many moved up, and whether anything changes at all.
 * Only those that really changed place are counted, not the ones that made room for them.
 */
export function moved(shown: readonly string[], next: readonly string[]): { up: number; changed: boolean } {
  const target = new Map(next.map((id, at) => [id, at]))
  const known = shown.filter((id) => target.has(id))
  const sequence = known.map((id) => target.get(id)!)
  const stay = staying(sequence)
  const places = new Map(known.map((id, at) => [id, at]))
  const common = next.filter((id) => places.has(id))
  let up = 0
  common.forEach((id, at) => {
    const was = places.get(id)!
    if (!stay.has(was) && at < was) up++
  })
  return { up, changed: stay.size < known.length || known.length !== shown.length || known.length !== next.length }
}
