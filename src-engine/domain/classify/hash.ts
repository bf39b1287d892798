const PRIME = 0x01000193

/** FNV-1a, step by step; `group` keeps "ab" as a word apart from "ab" as letters. */
export const begin = (group: number): number => 0x811c9dc5 ^ group
export const step = (h: number, code: number): number => Math.imul(h ^ code, PRIME)

/** @returns 30 bits, which engines keep as a small integer */
export function finish(h: number): number {
  return Math.imul(h ^ (h >>> 15), 0x85ebca6b) >>> 2
}

/** Hash of a whole text over its UTF-16 code units. */
export function hash(group: number, text: string): number {
  let h = begin(group)
  for (let i = 0; i < text.length; i++) h = step(h, text.charCodeAt(i))
  return finish(h)
}
