/** Seeded chance: the same seed gives the same draws in the same order, on every machine. */
export function chance(seed) {
  let state = seed
  const random = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const between = (a, b) => a + (b - a) * random()
  const whole = (a, b) => Math.floor(between(a, b + 1))
  const pick = (list) => list[Math.floor(random() * list.length)]
  const digits = (n) => Array.from({ length: n }, () => whole(0, 9)).join('')
  /** [[value, weight] ...] -> one of the values. */
  const weighted = (pairs) => {
    let r = random() * pairs.reduce((sum, [, w]) => sum + w, 0)
    for (const [value, w] of pairs) if ((r -= w) < 0) return value
    return pairs[0][0]
  }
  return { random, between, whole, pick, digits, weighted }
}
