import type { Mood, MoodPoint } from '../../../src-shared/contract/mood.ts'

/** Size of the drawing in its own units, and the room around the line. */
export const SIZE = { width: 328, height: 64, side: 8, top: 8, base: 50 } as const

/** With more points than this only the unhappy ones have a mark of their own: the others would run together. */
const MARKED_UP_TO = 40

export interface Placed {
  x: number
  y: number
  level: number
  /** Has a mark of its own. */
  marked: boolean
}

/** How bad it was then, 0..1: whichever of the two says more. */
export const badness = ({ dissatisfaction, anger }: Pick<MoodPoint, 'dissatisfaction' | 'anger'>): number => Math.max(dissatisfaction, anger)

/** The place of the point `at` (a fraction lies between two) from the left. A single one stands in the middle. */
function xOf(at: number, count: number): number {
  const room = SIZE.width - 2 * SIZE.side
  return count < 2 ? SIZE.width / 2 : SIZE.side + (room * at) / (count - 1)
}

/** Where each point stands: in the order of the messages at equal steps, the worse the higher. */
export function placePoints(points: readonly MoodPoint[]): Placed[] {
  return points.map((point, at) => ({
    x: xOf(at, points.length), y: SIZE.base - badness(point) * (SIZE.base - SIZE.top), level: point.level,
    marked: points.length <= MARKED_UP_TO || point.level >= 2,
  }))
}

/** Where our side replied: between the messages that it stands between, each place once. */
export function placeReplies({ points, replies }: Pick<Mood, 'points' | 'replies'>): number[] {
  const places = replies.map(({ seq }) => {
    const before = points.filter((point) => point.seq < seq).length
    return xOf(Math.max(0, Math.min(points.length - 1, before - 0.5)), points.length)
  })
  return [...new Set(places)]
}

/** The point whose place is nearest. @param x in the drawing's units */
export function nearest(placed: readonly Placed[], x: number): number {
  let best = 0
  for (const [at, point] of placed.entries()) if (Math.abs(point.x - x) < Math.abs((placed[best]?.x ?? 0) - x)) best = at
  return best
}

/** The worst point, of equals the first; null without any. */
export function worstOf(points: readonly MoodPoint[]): MoodPoint | null {
  return points.reduce<MoodPoint | null>((worst, point) => (worst && (worst.level > point.level || (worst.level === point.level && badness(worst) >= badness(point))) ? worst : point), null)
}

const KEYS: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowRight: (at) => at + 1, ArrowLeft: (at) => at - 1, Home: () => 0, End: (_at, count) => count - 1,
}

/** Where a key leads; null: it is none of the curve's. */
export function stepTo(key: string, at: number, count: number): number | null {
  const to = KEYS[key]?.(at, count)
  return to === undefined ? null : Math.max(0, Math.min(count - 1, to))
}
