import type { InboxRow } from '../../../src-shared/contract/desk.ts'

export const SECTIONS = ['needs-you', 'waiting-for-customer', 'autopilot', 'snoozed', 'done'] as const
export type Section = (typeof SECTIONS)[number]

/**
 * Head start of a conversation that is about to explode (escalation 1), in milliseconds of waiting. Independent of the
 * clock, so the order changes only when a row does.
 */
const ESCALATION_HEAD_START_MS = 15 * 60_000
/** Below this nobody explodes: calm customers go by their waiting alone, whatever hundredth the scores differ by. */
const ESCALATION_FROM = 0.25

/** Where a row belongs, worked out once a row: its section, how it is raised there, and within that the smaller comes first. */
function placeOf(row: InboxRow, section: Section, overdue: boolean): { id: string; group: number; rank: number } {
  const raised = row.section === 'needs-you' && row.flagged ? 0 : overdue ? 1 : 2
  return { id: row.id, group: SECTIONS.indexOf(section) * 3 + raised, rank: rankOf(row) }
}

function rankOf(row: InboxRow): number {
  if (row.section === 'needs-you') return (row.waitingSince ?? row.lastAt) - (Math.max(0, row.escalation - ESCALATION_FROM) / (1 - ESCALATION_FROM)) * ESCALATION_HEAD_START_MS
  // What comes back next is on top.
  return row.section === 'snoozed' && row.snooze ? row.snooze.until : -row.lastAt
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Ids in display order: sections, within "needs you" the flagged first, then the overdue, then who has waited longest.
 * What was done before today is not in the queue.
 */
export function inOrder(rows: Iterable<InboxRow>, overdue: ReadonlySet<string> = NONE): string[] {
  return Array.from(rows)
    .flatMap((row) => (row.section === 'past' ? [] : [placeOf(row, row.section, overdue.has(row.id))]))
    .sort((a, b) => a.group - b.group || a.rank - b.rank || (a.id < b.id ? -1 : 1))
    .map((place) => place.id)
}

/** One line of the list: a section's header or a conversation. */
export type QueueLine = { kind: 'header'; section: Place; count: number } | { kind: 'row'; id: string; section: Place }

/** A header of the list. `new`: came in while the list was in use. */
export type Place = Section | 'new'
const PLACES: readonly Place[] = [...SECTIONS, 'new']

/** The order that is shown: who stands where, and under which header, even if a row has moved on meanwhile. */
export interface Shown {
  ids: readonly string[]
  sections: ReadonlyMap<string, Place>
}

export function shownNow(rows: ReadonlyMap<string, InboxRow>, overdue: ReadonlySet<string> = NONE): Shown {
  return { ids: inOrder(rows.values(), overdue), sections: new Map([...rows.values()].flatMap((r): [string, Place][] => (r.section === 'past' ? [] : [[r.id, r.section]]))) }
}

/**
 * The order while the list is being used: nobody changes place, newcomers go to its very end, what is gone goes. Each
 * must be given what the one before returned, so that newcomers too stay where they were first shown.
 */
export function heldOrder(shown: Shown, rows: ReadonlyMap<string, InboxRow>): Shown {
  const newcomers = [...rows.values()].filter((row) => row.section !== 'past' && !shown.sections.has(row.id))
  const stayed = shown.ids.filter((id) => rows.has(id))
  if (newcomers.length === 0 && stayed.length === shown.ids.length) return shown
  const ids = [...stayed, ...inOrder(newcomers)]
  return { ids, sections: new Map(ids.map((id) => [id, shown.sections.get(id) ?? 'new'])) }
}

/** A collapsed section is its header alone. */
export function linesOf(shown: Shown, collapsed: ReadonlySet<Place> = new Set()): QueueLine[] {
  const lines: QueueLine[] = []
  for (const section of PLACES) {
    const ids = shown.ids.filter((id) => shown.sections.get(id) === section)
    if (ids.length === 0) continue
    lines.push({ kind: 'header', section, count: ids.length })
    if (!collapsed.has(section)) for (const id of ids) lines.push({ kind: 'row', id, section })
  }
  return lines
}
