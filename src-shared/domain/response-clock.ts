import { z } from 'zod'
import { LocalText, Millis } from './text.ts'

/** Until when a waiting customer must be answered. Instants, so that a window can tick by itself. */
export const ResponseClock = z.object({
  /** When the customer began to wait by the rule. */
  startedAt: Millis,
  /** From here on it is urgent. */
  warnAt: Millis,
  /** The rule is broken after this; hours in which the rule rests are not counted. */
  dueAt: Millis,
  rule: z.object({ id: z.string(), say: LocalText }),
})
export type ResponseClock = z.infer<typeof ResponseClock>
