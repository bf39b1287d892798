import type { CallParams } from '../../src-shared/contract/calls.ts'
import type { Engine } from './context.ts'
import { stopRun } from './stop-run.ts'

/**
 * Keeps what stands in the composer. Who types takes the conversation over: an automatic reply that waits is stopped.
 * Several windows may show one conversation: words that a window has not seen are never written over.
 * @returns null when kept; else the words of another window, newer than those that these were typed upon. Nothing was changed then.
 */
export function saveUnsent(engine: Engine, { conversationId, text, basedOn, writer }: CallParams<'unsent.save'>): string | null {
  const kept = engine.store.unsent.get(conversationId)
  if (basedOn !== undefined && kept !== basedOn && kept !== text) return kept
  if (kept !== text) {
    engine.store.unsent.set(conversationId, text)
    publishUnsent(engine, conversationId, writer ?? null)
  }
  if (text.trim() !== '') stopRun(engine, conversationId, 'handed-over', 'person-typing')
  return null
}

/** Tells the windows what stands in a composer now. @param writer the window that wrote it; null: none, the engine did */
export function publishUnsent(engine: Engine, conversationId: string, writer: string | null): void {
  engine.publish({ kind: 'unsent', conversationId, text: engine.store.unsent.get(conversationId), writer })
}
