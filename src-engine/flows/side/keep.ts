import type { LooseConversation } from '../../store/loose.ts'
import type { Engine } from '../context.ts'
import { abandonDraft } from '../draft-reply.ts'

/** A capture is kept for a day after its conversation was last used, and of so many conversations. */
export const KEPT_MS = 24 * 3_600_000
const MOST_KEPT = 50

/** A moment that is later than any before: the newest conversation is the one that is shown. */
export function touch(engine: Engine): number {
  return Math.max(engine.clock.now(), (engine.store.loose.newest()?.touchedAt ?? 0) + 1)
}

/** Forgets one, and the records of its customer if they were only looked up for it. */
export function forget(engine: Engine, { id, customerId }: LooseConversation): void {
  const { loose, conversations, shop } = engine.store
  abandonDraft(engine, id)
  loose.remove(id)
  if (customerId === null || conversations.ofCustomer(customerId).length > 0) return
  if (!loose.all().some((other) => other.customerId === customerId)) shop.removeCustomer(customerId)
}

/** Forgets what is too old or too much. */
export function forgetOld(engine: Engine): void {
  const oldest = engine.clock.now() - KEPT_MS
  engine.store.loose.all().forEach((one, n) => {
    if (one.touchedAt < oldest || n >= MOST_KEPT) forget(engine, one)
  })
}

export function forgetAll(engine: Engine): void {
  for (const one of engine.store.loose.all()) forget(engine, one)
}
