import { z } from 'zod'
import { NO_DRAFT, OUTCOMES, UNEXPECTED } from './learning.ts'
import { TOPICS } from './triage.ts'

/** Days that desks tell and supervisors may see, by the shop's clock. */
export const TOLD_DAYS = 28
/** What is shown of a team rests on at least so many people and replies (ADR 51). */
export const LEAST_PEOPLE = 3
export const LEAST_REPLIES = 20
/** Those beside the two who wrote most have at least this share of what the first wrote: the p-percent rule of official statistics, by which the second cannot work out the first. */
export const LEAST_REST = 0.2

/** Upper ends of the classes of how much of a draft was changed, in hundredths of it; 0: nothing was. */
export const EDIT_CLASSES = [0, 5, 10, 20, 40, 60, 100] as const

const JUDGED = OUTCOMES.filter((outcome): outcome is Exclude<typeof outcome, 'none'> => outcome !== 'none')
const MISSING = NO_DRAFT.map((why) => `none-${why}` as const)
const EDITED = EDIT_CLASSES.map((upTo) => `edit-${upTo}` as const)
export const COUNTED_NAMES = [...JUDGED, ...MISSING, ...EDITED] as const
export type CountedName = (typeof COUNTED_NAMES)[number]

/** How often what became of a draft: the outcomes, those without a draft by their reason, and the classes of the edits. */
export const ToldCounts = z.partialRecord(z.enum(COUNTED_NAMES), z.number().int().min(0).max(100_000))
export type ToldCounts = z.infer<typeof ToldCounts>

/** `none`: no topic. One that this gateway does not know is none to it. */
export const ToldTopic = z.enum([...TOPICS, 'none'])
export type ToldTopic = z.infer<typeof ToldTopic>
/** `others`: topics in which too few answered, together. */
export const ShownTopic = z.enum([...TOPICS, 'none', 'others'])
export type ShownTopic = z.infer<typeof ShownTopic>

/** A day by the shop's clock, `2026-11-28`. */
export const CalendarDay = z.iso.date()

const UNCOUNTED: ReadonlySet<CountedName> = new Set<CountedName>([...EDITED, ...[...UNEXPECTED].map((why) => `none-${why}` as const)])

/** Replies for which a draft was expected. */
export const repliesIn = (counts: ToldCounts): number => COUNTED_NAMES.reduce((sum, name) => (UNCOUNTED.has(name) ? sum : sum + (counts[name] ?? 0)), 0)

/** What there is any of, name by name. */
export function eachCount(of: (name: CountedName) => number): ToldCounts {
  const counts: ToldCounts = {}
  for (const name of COUNTED_NAMES) {
    const count = of(name)
    if (count > 0) counts[name] = count
  }
  return counts
}

export const addCounts = (all: readonly ToldCounts[]): ToldCounts => eachCount((name) => all.reduce((sum, counts) => sum + (counts[name] ?? 0), 0))
