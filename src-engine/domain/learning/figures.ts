import type { DraftFigures, OutcomeCounts } from '../../../src-shared/contract/learning.ts'
import { type NoDraftWhy, type Outcome, UNEXPECTED } from '../../../src-shared/domain/learning.ts'
import { TOLD_DAYS } from '../../../src-shared/domain/outcome-counts.ts'
import { wilson } from '../../../src-shared/domain/wilson.ts'
import { startOfDay } from '../time/wall.ts'

/** One reply, as far as it is counted. */
export interface Counted {
  at: number
  outcome: Outcome
  why: NoDraftWhy | null
  distance: number | null
  madeBy: string | null
  version: string | null
  topic: string | null
  language: string
}

/** What a person could take or leave. */
export const OFFERED: ReadonlySet<Outcome> = new Set(['unchanged', 'light', 'heavy', 'refused', 'unread'])
export const TAKEN: ReadonlySet<Outcome> = new Set(['unchanged', 'light'])

/** The first instant that is counted. */
export const countedSince = (now: number, timeZone: string): number => startOfDay(now, timeZone, 1 - TOLD_DAYS)

function counts(of: readonly Counted[]): OutcomeCounts {
  const found: OutcomeCounts = {}
  for (const { outcome } of of) found[outcome] = (found[outcome] ?? 0) + 1
  return found
}

/** Groups in the order of their size; of equal ones the name decides. */
function groups<K extends string | number>(of: readonly Counted[], key: (one: Counted) => K | null): [K | null, Counted[]][] {
  const found = new Map<K | null, Counted[]>()
  for (const one of of) {
    const name = key(one)
    const group = found.get(name)
    if (group) group.push(one)
    else found.set(name, [one])
  }
  return [...found].sort((a, b) => b[1].length - a[1].length || (String(a[0]) < String(b[0]) ? -1 : 1))
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}

const SEPARATOR = '\u0000'

/** The figures of replies, oldest first. @param timeZone IANA zone of the shop, whose days are told */
export function figuresOf(replies: readonly Counted[], timeZone: string): DraftFigures {
  const expected = replies.filter(({ why }) => why === null || !UNEXPECTED.has(why))
  const offered = expected.filter(({ outcome }) => OFFERED.has(outcome))
  const right = offered.filter(({ outcome }) => TAKEN.has(outcome)).length
  const range = wilson(right, offered.length)
  const drafted = offered.filter(({ madeBy }) => madeBy !== null)
  return {
    counts: counts(expected),
    taken: { right, of: offered.length, low: range?.low ?? null, high: range?.high ?? null },
    medianEdit: median(offered.flatMap(({ distance }) => distance ?? [])),
    days: groups(expected, ({ at }) => startOfDay(at, timeZone)).map(([start, of]) => ({ start: Number(start), counts: counts(of) })).sort((a, b) => a.start - b.start),
    topics: groups(expected, ({ topic }) => topic).map(([topic, of]) => ({ topic, counts: counts(of) })),
    makers: groups(drafted, ({ madeBy, version }) => `${madeBy ?? ''}${SEPARATOR}${version ?? ''}`).map(([name, of]) => {
      const [by = '', version = ''] = (name ?? '').split(SEPARATOR)
      return { by, version, counts: counts(of) }
    }),
    languages: groups(expected, ({ language }) => language).map(([language, of]) => ({ language: language ?? '', counts: counts(of) })),
    reasons: groups(replies.filter(({ outcome }) => outcome === 'none'), ({ why }) => why).flatMap(([why, of]) => (why === null ? [] : [{ why, count: of.length }])),
  }
}
