import type { UnsentParts } from '../store/unsent-parts.ts'
import type { Engine } from './context.ts'
import { stopRun } from './stop-run.ts'

/** Keeps what stands in the composer beside the words. Whoever puts a picture there answers themselves, as with words. */
export function saveUnsentParts(engine: Engine, conversationId: string, parts: UnsentParts): void {
  engine.store.unsentParts.set(conversationId, parts)
  if (parts.attachments.length > 0) stopRun(engine, conversationId, 'handed-over', 'person-typing')
}
