import type { Engine } from '../flows/context.ts'

/** A near endpoint's first words come within it, and of the wait for a far one's it is a small part; in milliseconds. */
const BEHIND_MS = 30

/**
 * What nobody waits for stands back while drafts are being asked for: an agent waits for their first words. One turn of the
 * loop lets the drafts of this moment begin; none begun, nothing waits.
 */
export async function behindDrafts(engine: Engine): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve))
  if (engine.live.streaming.size > 0) await new Promise<void>((resolve) => setTimeout(resolve, BEHIND_MS))
}
