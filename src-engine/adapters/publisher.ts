import type { Patch, PortReply } from '../../src-shared/contract/port.ts'

/** About one frame. */
const FRAME_MS = 16

/** The newest word replaces older ones of the same key that have not left yet; null: every one counts. */
function keyOf(patch: Patch): string | null {
  if (patch.kind === 'desk' || patch.kind === 'settings' || patch.kind === 'phrases') return patch.kind
  if (patch.kind === 'row') return `row ${patch.row.id}`
  return patch.kind === 'context' || patch.kind === 'typing' || patch.kind === 'unsent' ? `${patch.kind} ${patch.conversationId}` : null
}

/** Collects patches for a frame, numbers the batches, and hands them to every window. */
export function createPublisher(schedule: (work: () => void, ms: number) => void = setTimeout) {
  const sinks = new Set<(reply: PortReply) => void>()
  let n = 0
  let waiting: Patch[] = []
  let places = new Map<string, number>()
  /** Drafts whose first words have left, by conversation. */
  const begun = new Map<string, string>()

  function flush(): void {
    if (waiting.length === 0) return
    const patches = waiting.filter((patch, i) => {
      const key = keyOf(patch)
      return key === null || places.get(key) === i
    })
    waiting = []
    places = new Map()
    n += 1
    for (const sink of sinks) sink({ t: 'patches', n, patches })
  }

  /** The first words of a draft are waited for by a person: they do not wait for the frame. */
  function isFirstWords(patch: Patch): boolean {
    if (patch.kind === 'draft' && patch.draft?.state !== 'streaming') begun.delete(patch.conversationId)
    if (patch.kind !== 'draft-delta' || begun.get(patch.conversationId) === patch.draftId) return false
    begun.set(patch.conversationId, patch.draftId)
    return true
  }

  return {
    publish(patch: Patch): void {
      const urgent = isFirstWords(patch)
      const last = waiting.at(-1)
      if (patch.kind === 'draft-delta' && last?.kind === 'draft-delta' && last.draftId === patch.draftId) {
        last.text += patch.text
        return
      }
      const key = keyOf(patch)
      if (key !== null) places.set(key, waiting.length)
      waiting.push(patch.kind === 'draft-delta' ? { ...patch } : patch)
      if (urgent) flush()
      else if (waiting.length === 1) schedule(flush, FRAME_MS)
    },
    /** Sends what waits and gives the number that a full answer now includes. */
    current(): number {
      if (waiting.length > 0) flush()
      return n
    },
    add(sink: (reply: PortReply) => void): () => void {
      sinks.add(sink)
      return () => sinks.delete(sink)
    },
  }
}
export type Publisher = ReturnType<typeof createPublisher>
