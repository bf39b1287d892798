import { z } from 'zod'
import { Id } from './message.ts'
import { Decision } from './policy.ts'
import { Millis } from './text.ts'

/** One case that autopilot took up. `undo`: the reply waits until `sendAt`, a person can stop it. */
export const AutopilotRun = z.object({
  id: Id,
  conversationId: Id,
  intent: z.string(),
  /** The customer message that started it. */
  basedOnSeq: z.number().int().nonnegative(),
  state: z.enum(['undo', 'sending', 'done', 'undone', 'handed-over']),
  messageId: Id,
  sendAt: Millis,
  decision: Decision,
  /** Why it was handed over or undone; a code. */
  reason: z.string().nullable(),
})
export type AutopilotRun = z.infer<typeof AutopilotRun>
