import type { Engine } from './context.ts'
import { stopRun } from './stop-run.ts'

/** Keeps what stands in the composer. Who types takes the conversation over: an automatic reply that waits is stopped. */
export function saveUnsent(engine: Engine, conversationId: string, text: string): void {
  engine.store.unsent.set(conversationId, text)
  if (text.trim() !== '') stopRun(engine, conversationId, 'handed-over', 'person-typing')
}
