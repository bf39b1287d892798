import { addCounts, LEAST_PEOPLE, repliesIn, TOLD_DAYS, type ToldCounts } from '../../src-shared/domain/outcome-counts.ts'
import { SHOP_TIME_ZONE } from '../../src-shared/domain/shop-zone.ts'
import { calendarDay } from '../../src-shared/domain/wall.ts'
import type { SeatParams, SeatResult } from '../../src-shared/wire/seat.ts'
import type { OutcomeSum, ToldDay } from '../store/outcomes.ts'
import type { WriteTx } from '../store/store.ts'
import { peopleIn } from './people-in.ts'
import { sumUp } from './sum-up.ts'

/** What a topic has too little of on its own waits for so many days before it is joined with others. */
const PATIENCE_DAYS = 7

/** Sums of the team's replies of the last days that are over. What was told since the last time is summed up first. */
export async function readOutcomes(tx: WriteTx, now: number, { days }: SeatParams<'outcomes.read'>): Promise<SeatResult<'outcomes.read'>> {
  const daysAgo = (count: number): string => calendarDay(now, SHOP_TIME_ZONE, -count)
  await tx.outcomes.forgetOutcomes(daysAgo(TOLD_DAYS))
  const told = await tx.outcomes.toldDays()
  const { sums, changed, waiting } = sumUp(told, daysAgo(0), daysAgo(PATIENCE_DAYS))
  for (const sum of sums) await tx.outcomes.addOutcomeSum(sum)
  for (const day of changed) await tx.outcomes.putToldDay(day)
  const shown = await tx.outcomes.outcomeSums(daysAgo(days))
  return { people: Math.min(LEAST_PEOPLE, tellersIn(told)), waiting, ...tableOf(shown) }
}

const tellersIn = (told: readonly ToldDay[]): number =>
  peopleIn(told.map(({ seatId, accountId, told: topics }) => ({ seatId, accountId, replies: Object.values(topics).reduce((sum, counts) => sum + repliesIn(counts), 0) }))).size

/** The sums of each topic together, and those of each day. */
function tableOf(sums: readonly OutcomeSum[]): Pick<SeatResult<'outcomes.read'>, 'topics' | 'days'> {
  const topics = new Map<OutcomeSum['topic'], { from: string; counts: ToldCounts }>()
  const days = new Map<string, ToldCounts>()
  for (const { topic, from, until, counts } of sums) {
    const known = topics.get(topic)
    topics.set(topic, { from: known && known.from < from ? known.from : from, counts: addCounts([known?.counts ?? {}, counts]) })
    days.set(until, addCounts([days.get(until) ?? {}, counts]))
  }
  return {
    topics: [...topics].map(([topic, of]) => ({ topic, ...of })),
    days: [...days].map(([day, counts]) => ({ day, counts })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}
