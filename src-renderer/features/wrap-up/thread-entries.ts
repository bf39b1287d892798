import type { ThreadEffect } from '../../../src-shared/contract/commerce.ts'
import type { ThreadNote } from '../../../src-shared/contract/desk.ts'
import type { Resolution } from '../../../src-shared/domain/disposition.ts'
import type { ThreadView } from '../../bridge/patches.ts'
import type { TimelineItem } from '../conversation/timeline.ts'

/** One line of the thread: a message, a note among colleagues, or that the conversation was resolved. */
export type ThreadEntry = { key: string; at: number } & (
  | { kind: 'message'; item: TimelineItem }
  | { kind: 'note'; note: ThreadNote }
  | { kind: 'end'; end: Resolution }
  | { kind: 'effect'; effect: ThreadEffect }
)

/**
 * Messages with the notes and ends where their time puts them. What is older than the loaded part is left out while
 * `more` is set: it will come with its page.
 */
export function threadEntries(items: readonly TimelineItem[], view: Pick<ThreadView, 'notes' | 'resolutions' | 'effects' | 'more'>): ThreadEntry[] {
  const first = items[0]?.message.at ?? 0
  const beside: ThreadEntry[] = [
    ...view.notes.map((note) => ({ kind: 'note' as const, key: note.id, at: note.at, note })),
    ...view.resolutions.map((end) => ({ kind: 'end' as const, key: end.id, at: end.at, end })),
    ...(view.effects ?? []).map((effect) => ({ kind: 'effect' as const, key: effect.id, at: effect.at, effect })),
  ].filter(({ at }) => !view.more || at >= first).sort((a, b) => a.at - b.at)
  const entries: ThreadEntry[] = []
  let next = 0
  for (const item of items) {
    const { at, id, seq } = item.message
    // Messages keep their order by number; what still waits stands last whatever its time.
    for (let one = beside[next]; one && (seq === null || one.at < at); one = beside[++next]) entries.push(one)
    entries.push({ kind: 'message', key: id, at, item })
  }
  return [...entries, ...beside.slice(next)]
}
