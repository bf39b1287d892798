/** FNV-1a (Fowler, Noll, Vo), 32 bits, its bits mixed once more as MurmurHash3 ends: neighbouring ids are drawn apart. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Is this case drawn to be looked at? By its id alone, so that every desk draws the same and nobody chooses. */
export const isSampled = (id: string, share: number): boolean => hash(id) / 2 ** 32 < share
