const EMPTY = -1

/**
 * Where each key stands, as an open hash table in one flat array: several times as fast as a Map over some ten thousand keys.
 * @param keys different whole numbers of 30 bits that are spread evenly (hashes)
 * @returns the place of a key; -1: not among them
 */
export function createLookup(keys: Int32Array): (key: number) => number {
  const size = 2 ** Math.ceil(Math.log2(keys.length * 2 + 2))
  const slots = new Int32Array(size * 2).fill(EMPTY)
  for (const [place, key] of keys.entries()) {
    let at = key & (size - 1)
    while (slots[2 * at] !== EMPTY) at = (at + 1) & (size - 1)
    slots[2 * at] = key
    slots[2 * at + 1] = place
  }
  return (key) => {
    let at = key & (size - 1)
    for (;;) {
      const found = slots[2 * at] ?? EMPTY
      if (found === key) return slots[2 * at + 1] ?? EMPTY
      if (found === EMPTY) return EMPTY
      at = (at + 1) & (size - 1)
    }
  }
}
