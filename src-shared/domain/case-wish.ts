import { z } from 'zod'
import { CaseAct } from './case.ts'
import { EffectRefusal } from './effect.ts'
import { Id } from './message.ts'
import { Decision } from './policy.ts'
import { Millis } from './text.ts'

/**
 * Something that a person or autopilot wishes to do in a case. It can be taken back until `sendAt`, and is durable from the
 * first moment. `undo`: waits for that · sending: for the gateway · done, refused, undone: over.
 */
export const CaseWish = z.object({
  /** The idempotency key of the call, and of the effect that it makes. */
  id: Id,
  caseId: Id,
  act: CaseAct,
  /** The case, and its order, as they were decided on. */
  revision: z.number().int().positive(),
  by: z.object({ kind: z.enum(['agent', 'autopilot']), name: z.string().max(80) }),
  state: z.enum(['undo', 'sending', 'done', 'refused', 'undone']),
  askedAt: Millis,
  sendAt: Millis,
  /** What autopilot decided by; null: a person's wish. */
  decision: Decision.nullable(),
  /** Why it was refused or stopped; `detail` codes and numbers only. */
  refusal: z.object({ reason: EffectRefusal, detail: z.string() }).nullable(),
})
export type CaseWish = z.infer<typeof CaseWish>
