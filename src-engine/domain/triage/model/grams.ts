/** Groups of features; each is brought to the same length before it is weighed, so that a long message does not drown its signs. */
export const GROUPS = ['text', 'letters', 'shape', 'rules', 'before', 'classes'] as const
export type Group = (typeof GROUPS)[number]

/** More of a message, in UTF-16 units of the normalised text, changes no decision and would cost time. */
export const TEXT_MAX = 300
/** Of our side's line only the end is read: that is where it asks. */
export const BEFORE_MAX = 60
const CAPACITY = 8192

/** Features of one message in reused arrays: 32-bit keys, their group, and for those of the text where they stand. */
export interface Found {
  count: number
  readonly keys: Uint32Array
  readonly groups: Uint8Array
  /** UTF-16 units of the normalised text; both 0 for a feature without a place. */
  readonly from: Uint16Array
  readonly to: Uint16Array
}

export const createFound = (): Found => ({
  count: 0, keys: new Uint32Array(CAPACITY), groups: new Uint8Array(CAPACITY), from: new Uint16Array(CAPACITY), to: new Uint16Array(CAPACITY),
})

/** Adds a feature; what does not fit any more is left out. */
export function add(found: Found, group: Group, key: number, from = 0, to = 0): void {
  const at = found.count
  if (at === CAPACITY) return
  found.keys[at] = key
  found.groups[at] = GROUPS.indexOf(group)
  found.from[at] = from
  found.to[at] = to
  found.count = at + 1
}

/** FNV-1a over UTF-16 units, one step. */
const step = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)
/** Mixes the bits of a finished hash (the finaliser of MurmurHash3). */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  return Math.imul(h, 0xc2b2ae35) >>> 0
}
const seedOf = (space: number): number => step(0x811c9dc5, space)

/** Key of a name ("?", "rule.topic.ship_when") in a space of its own. */
export function keyOf(space: number, name: string): number {
  let hash = seedOf(space)
  for (let i = 0; i < name.length; i++) hash = step(hash, name.charCodeAt(i))
  return mixed(hash)
}

/** Key of a piece of a text in a space of its own. */
export function keyOfPiece(space: number, text: string, from: number, to: number): number {
  let hash = seedOf(space)
  for (let i = from; i < to; i++) hash = step(hash, text.charCodeAt(i))
  return mixed(hash)
}

/** Key of two keys that stand together. */
export const keyOfPair = (space: number, a: number, b: number): number => mixed(Math.imul(seedOf(space) ^ a, 0x01000193) ^ b)
