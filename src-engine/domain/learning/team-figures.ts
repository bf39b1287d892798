import type { OutcomeCounts, TeamFigures, TopicFigures } from '../../../src-shared/contract/learning.ts'
import { NO_DRAFT, OUTCOMES, UNEXPECTED } from '../../../src-shared/domain/learning.ts'
import { addCounts, EDIT_CLASSES, repliesIn, type ToldCounts } from '../../../src-shared/domain/outcome-counts.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import type { OUTCOME_SEAT_CALLS } from '../../../src-shared/wire/seat-outcomes.ts'
import type { z } from 'zod'
import { startOfCalendarDay } from '../time/wall.ts'
import { OFFERED, TAKEN } from './figures.ts'

type TeamSums = z.infer<(typeof OUTCOME_SEAT_CALLS)['outcomes.read']['result']>

/** Reasons together where somebody expected a draft. */
function outcomesOf(counts: ToldCounts): OutcomeCounts {
  const found: OutcomeCounts = {}
  for (const outcome of OUTCOMES) {
    const count = outcome === 'none' ? NO_DRAFT.reduce((sum, why) => (UNEXPECTED.has(why) ? sum : sum + (counts[`none-${why}`] ?? 0)), 0) : (counts[outcome] ?? 0)
    if (count > 0) found[outcome] = count
  }
  return found
}

/** Of the drafts that were offered in time, how many were taken. */
function takenOf(counts: OutcomeCounts): TopicFigures['taken'] {
  const count = (of: ReadonlySet<string>): number => OUTCOMES.reduce((sum, outcome) => (of.has(outcome) ? sum + (counts[outcome] ?? 0) : sum), 0)
  const [right, of] = [count(TAKEN), count(OFFERED)]
  const range = wilson(right, of)
  return { right, of, low: range?.low ?? null, high: range?.high ?? null }
}

/** The end of the class that the middle one of all edits lies in, in hundredths; null: no draft was offered. */
function middleEdit(counts: ToldCounts): number | null {
  const all = EDIT_CLASSES.reduce<number>((sum, upTo) => sum + (counts[`edit-${upTo}`] ?? 0), 0)
  let seen = 0
  for (const upTo of EDIT_CLASSES) {
    seen += counts[`edit-${upTo}`] ?? 0
    if (seen > 0 && seen >= all / 2) return upTo
  }
  return null
}

/** The gateway's sums as figures. @param timeZone IANA zone of the shop @param since first day of what was asked for */
export function teamFigures({ people, waiting, topics, days }: TeamSums, timeZone: string, since: string): TeamFigures {
  const all = addCounts(topics.map(({ counts }) => counts))
  const counts = outcomesOf(all)
  const start = (day: string): number => startOfCalendarDay(day, timeZone)
  return {
    people, waiting, counts, taken: takenOf(counts), editUpTo: middleEdit(all),
    days: days.map(({ day, counts: of }) => ({ start: start(day), counts: outcomesOf(of) })),
    topics: [...topics].sort((a, b) => Number(a.topic === 'others') - Number(b.topic === 'others') || repliesIn(b.counts) - repliesIn(a.counts) || (a.topic < b.topic ? -1 : 1)).map((one) => {
      const of = outcomesOf(one.counts)
      return { topic: one.topic, since: one.from < since ? start(one.from) : null, counts: of, taken: takenOf(of) }
    }),
    reasons: NO_DRAFT.map((why) => ({ why, count: all[`none-${why}`] ?? 0 })).filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
  }
}
