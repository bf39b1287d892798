import type { Understanding } from '../../../src-shared/contract/understanding.ts'

type Pair = Understanding['mixed'][number]

/** Height of a line of the picture, in pixels at the usual text size. */
export const LINE_PX = 28
/** Thickness of a ribbon: the thinnest, and the thickest. */
const THIN = 2
const THICK = 14

export interface Ribbon {
  /** Middle of its ends, in lines from the top. */
  from: number
  to: number
  thickness: number
}

/** Names on both sides in the order in which they first occur, and the ribbons between them: the more often, the thicker. */
export function ribbons(pairs: readonly Pair[]): { left: (string | null)[]; right: (string | null)[]; ribbons: Ribbon[] } {
  const left = [...new Set(pairs.map(({ told }) => told))]
  const right = [...new Set(pairs.map(({ expected }) => expected))]
  const most = Math.max(1, ...pairs.map(({ count }) => count))
  return {
    left, right,
    ribbons: pairs.map(({ told, expected, count }) => ({ from: left.indexOf(told) + 0.5, to: right.indexOf(expected) + 0.5, thickness: THIN + ((THICK - THIN) * count) / most })),
  }
}
