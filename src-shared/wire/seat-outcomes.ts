import { z } from 'zod'
import { CalendarDay, LEAST_PEOPLE, ShownTopic, TOLD_DAYS, ToldCounts, ToldTopic } from '../domain/outcome-counts.ts'

/** Since 1.4. What became of drafts, over the team: counts alone, no words and no ids of conversations. */
export const OUTCOME_SEAT_CALLS = {
  /** The counts of whole days of whoever is signed in at this seat; they replace what was told of these days before. Days out of reach are left out. */
  'outcomes.tell': {
    params: z.object({ days: z.array(z.object({ day: CalendarDay, topics: z.array(z.object({ topic: ToldTopic.catch('none'), counts: ToldCounts })).max(200) })).max(TOLD_DAYS) }),
    result: z.object({}),
  },
  /** Sums over the team of the last 7 or 28 days that are over. Each rests on several people, and so does what two of them differ by. */
  'outcomes.read': {
    params: z.object({ days: z.union([z.literal(7), z.literal(TOLD_DAYS)]) }),
    result: z.object({
      /** How many have told anything in 28 days; no more than needed is said: 3 are three or more. */
      people: z.number().int().min(0).max(LEAST_PEOPLE),
      /** Some of what was told rests on too few people so far and is in no sum. */
      waiting: z.boolean(),
      /** `from`: the first day of what is summed, which may lie before the days that were asked for. */
      topics: z.array(z.object({ topic: ShownTopic, from: CalendarDay, counts: ToldCounts })),
      /** All topics, by the day on which there was enough of them. Oldest first. */
      days: z.array(z.object({ day: CalendarDay, counts: ToldCounts })),
    }),
  },
} as const
