import type { ThreadMessage } from '../../../src-shared/contract/desk.ts'

/** One picture of the conversation. */
export interface Shown {
  sha256: string
  /** Whose message it is in. */
  by: string
}

/** All pictures that stand in the thread, oldest first; one that was sent twice is one. */
export function picturesOf(messages: readonly ThreadMessage[]): Shown[] {
  const found = messages.filter((m) => m.recalledAt === undefined).flatMap((m) => m.attachments.map(({ sha256 }) => ({ sha256, by: m.author.name })))
  return [...new Map(found.map((picture) => [picture.sha256, picture])).values()]
}

/** How large a picture can be shown, as multiples of the size that fits. */
const ZOOMS = [1, 1.5, 2, 3, 4] as const

export function zoomed(zoom: number, by: 1 | -1): number {
  const at = ZOOMS.findIndex((z) => z >= zoom)
  return ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, at + by))] ?? 1
}
