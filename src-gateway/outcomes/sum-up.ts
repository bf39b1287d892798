import { addCounts, eachCount, repliesIn, type ShownTopic, type ToldCounts, type ToldTopic } from '../../src-shared/domain/outcome-counts.ts'
import type { OutcomeSum, ToldDay } from '../store/outcomes.ts'
import { isShowable, type Share } from './people-in.ts'

/** What was told of one topic on one day at one seat and is in no sum yet. */
export interface Piece extends Share { of: ToldDay; topic: ToldTopic; day: string; counts: ToldCounts }

/** What is in no sum yet. Fewer than were summed are none: what is in a sum stays there. */
export function piecesOf(days: readonly ToldDay[]): Piece[] {
  return days.flatMap((of) => (Object.keys(of.told) as ToldTopic[]).flatMap((topic) => {
    const counts = eachCount((name) => (of.told[topic]?.[name] ?? 0) - (of.summed[topic]?.[name] ?? 0))
    return Object.keys(counts).length === 0 ? [] : [{ of, topic, day: of.day, seatId: of.seatId, accountId: of.accountId, counts, replies: repliesIn(counts) }]
  }))
}

function grouped<T, K>(all: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one])
  return groups
}

/** Day after day, oldest first, until there is enough for a sum; what is left over waits. */
function gather(topic: ShownTopic, pieces: readonly Piece[]): { sums: { sum: OutcomeSum; of: Piece[] }[]; left: Piece[] } {
  const sums: { sum: OutcomeSum; of: Piece[] }[] = []
  let open: Piece[] = []
  for (const [day, more] of [...grouped(pieces, (piece) => piece.day)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    open.push(...more)
    if (!isShowable(open)) continue
    sums.push({ sum: { topic, from: open[0]?.day ?? day, until: day, counts: addCounts(open.map(({ counts }) => counts)) }, of: open })
    open = []
  }
  return { sums, left: open }
}

export interface SummedUp {
  sums: OutcomeSum[]
  /** What was told of these days, with what of it is in a sum now. */
  changed: ToldDay[]
  /** Something of the days that are over is in no sum. */
  waiting: boolean
}

/**
 * Sums what was told of the days before `today`: each topic as soon as its replies are enough people's, and what has waited
 * until `patience` with the other topics. A reply is in one sum at most, so whatever two answers differ by is sums again.
 * @param patience the last day that may be joined with other topics
 */
export function sumUp(days: readonly ToldDay[], today: string, patience: string): SummedUp {
  const pieces = piecesOf(days).filter(({ day }) => day < today)
  const apart = [...grouped(pieces, ({ topic }) => topic)].map(([topic, of]) => gather(topic, of))
  const left = apart.flatMap((one) => one.left)
  const others = gather('others', left.filter(({ day }) => day <= patience))
  const sums = [...apart.flatMap((one) => one.sums), ...others.sums]
  const summed = sums.flatMap(({ of }) => of)
  return {
    sums: sums.map(({ sum }) => sum),
    changed: [...grouped(summed, ({ of }) => of)].map(([day, of]) => ({
      ...day, summed: { ...day.summed, ...Object.fromEntries(of.map(({ topic, counts }) => [topic, addCounts([day.summed[topic] ?? {}, counts])])) },
    })),
    waiting: summed.length < pieces.length,
  }
}
