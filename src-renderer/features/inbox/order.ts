import type { InboxRow } from '../../../src-shared/contract/desk.ts'

export const SECTIONS = ['needs-you', 'autopilot', 'waiting-for-customer', 'done'] as const
export type Section = (typeof SECTIONS)[number]

/**
 * Head start of a conversation that is about to explode (escalation 1), in milliseconds of waiting. Independent of the
 * clock, so the order changes only when a row does.
 */
const ESCALATION_HEAD_START_MS = 15 * 60_000

/** Smaller comes first. */
function rank(row: InboxRow): number {
  if (row.section !== 'needs-you') return -row.lastAt
  return (row.waitingSince ?? row.lastAt) - row.escalation * ESCALATION_HEAD_START_MS
}

function compare(a: InboxRow, b: InboxRow): number {
  const section = SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section)
  if (section !== 0) return section
  if (a.section === 'needs-you' && (a.chip === 'angry') !== (b.chip === 'angry')) return a.chip === 'angry' ? -1 : 1
  return rank(a) - rank(b) || (a.id < b.id ? -1 : 1)
}

/** Ids in display order: sections, within "needs you" the angry first, then who has waited longest. */
export function inOrder(rows: Iterable<InboxRow>): string[] {
  return [...rows].sort(compare).map((row) => row.id)
}

/** One line of the list: a section's header or a conversation. */
export type QueueLine = { kind: 'header'; section: Section; count: number } | { kind: 'row'; id: string; section: Section }

/** The order that is shown: who stands where, and under which header, even if a row has moved on meanwhile. */
export interface Shown {
  ids: readonly string[]
  sections: ReadonlyMap<string, Section>
}

export function shownNow(rows: ReadonlyMap<string, InboxRow>): Shown {
  return { ids: inOrder(rows.values()), sections: new Map([...rows.values()].map((r) => [r.id, r.section])) }
}

/** The order while the list is being used: nobody changes place, newcomers go to the end of their section, what is gone goes. */
export function heldOrder(shown: Shown, rows: ReadonlyMap<string, InboxRow>): Shown {
  const newcomers = [...rows.values()].filter((row) => !shown.sections.has(row.id))
  const stayed = shown.ids.filter((id) => rows.has(id))
  if (newcomers.length === 0 && stayed.length === shown.ids.length) return shown
  const sections = new Map(stayed.map((id) => [id, shown.sections.get(id) ?? 'needs-you']))
  for (const row of newcomers) sections.set(row.id, row.section)
  const arrived = inOrder(newcomers)
  const ids = SECTIONS.flatMap((s) => [...stayed, ...arrived].filter((id) => sections.get(id) === s))
  return { ids, sections }
}

export function linesOf(shown: Shown): QueueLine[] {
  const lines: QueueLine[] = []
  for (const section of SECTIONS) {
    const ids = shown.ids.filter((id) => shown.sections.get(id) === section)
    if (ids.length === 0) continue
    lines.push({ kind: 'header', section, count: ids.length })
    for (const id of ids) lines.push({ kind: 'row', id, section })
  }
  return lines
}
