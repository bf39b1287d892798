import { EDIT_CLASSES, type ToldCounts, type ToldTopic } from '../../../src-shared/domain/outcome-counts.ts'
import { TOPICS } from '../../../src-shared/domain/triage.ts'
import { calendarDay } from '../time/wall.ts'
import { type Counted, OFFERED } from './figures.ts'

export interface DayCounts { day: string; topics: { topic: ToldTopic; counts: ToldCounts }[] }

const topicOf = (name: string | null): ToldTopic => TOPICS.find((topic) => topic === name) ?? 'none'
const classOf = (distance: number): (typeof EDIT_CLASSES)[number] => EDIT_CLASSES.find((upTo) => 100 * distance <= upTo) ?? 100

/** What is counted of one reply. */
function namesOf({ outcome, why, distance }: Counted): (keyof ToldCounts)[] {
  if (outcome === 'none') return why === null ? [] : [`none-${why}`]
  return distance === null || !OFFERED.has(outcome) ? [outcome] : [outcome, `edit-${classOf(distance)}`]
}

/** Replies as counts of days and topics, both in the order of their names: the same replies are always told alike. */
export function dayCounts(replies: readonly Counted[], timeZone: string): DayCounts[] {
  const days = new Map<string, Map<ToldTopic, ToldCounts>>()
  for (const reply of replies) {
    const [day, topic] = [calendarDay(reply.at, timeZone), topicOf(reply.topic)]
    const topics = days.get(day) ?? new Map<ToldTopic, ToldCounts>()
    const counts = topics.get(topic) ?? {}
    for (const name of namesOf(reply)) counts[name] = (counts[name] ?? 0) + 1
    days.set(day, topics.set(topic, counts))
  }
  const byName = <T>(entries: Iterable<[string, T]>): [string, T][] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
  return byName(days).map(([day, topics]) => ({ day, topics: byName(topics).map(([topic, counts]) => ({ topic: topic as ToldTopic, counts: Object.fromEntries(byName(Object.entries(counts))) })) }))
}
