/** Positions (in `sequence`) of one longest increasing run: those that can stay where they are. Patience sorting, O(n log n). */
function staying(sequence: readonly number[]): Set<number> {
  /** For each length of a run the position where the lowest such run ends. */
  const ends: { at: number; value: number }[] = []
  const previous = new Map<number, number>()
  sequence.forEach((value, at) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.value ?? Infinity) < value) low = middle + 1
      else high = middle
    }
    const before = ends[low - 1]
    if (before) previous.set(at, before.at)
    ends[low] = { at, value }
  })
  const stay = new Set<number>()
  for (let at = ends.at(-1)?.at; at !== undefined; at = previous.get(at)) stay.add(at)
  return stay
}

/** Both without what they begin and end with alike: most changes touch a small stretch of a long list. */
function withoutEnds(a: readonly string[], b: readonly string[]): [readonly string[], readonly string[]] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}

/**
 * What applying `after` would do to someone who looks at `before`: how many move up, and whether anything changes at all.
 * Only those that really change place are counted, not the ones that make room for them.
 */
export function moved(before: readonly string[], after: readonly string[]): { up: number; changed: boolean } {
  const [shown, next] = withoutEnds(before, after)
  const target = new Map(next.map((id, at) => [id, at]))
  const known = shown.filter((id) => target.has(id))
  const stay = staying(known.map((id) => target.get(id) ?? 0))
  const places = new Map(known.map((id, at) => [id, at]))
  let up = 0
  next.filter((id) => places.has(id)).forEach((id, at) => {
    const was = places.get(id) ?? at
    if (!stay.has(was) && at < was) up++
  })
  return { up, changed: stay.size < known.length || known.length !== shown.length || known.length !== next.length }
}
