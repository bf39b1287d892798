import { z } from 'zod'
import { Millis } from './text.ts'

/** Ids, states and numbers of what was done; never words of customers, never secrets. */
export const AuditRef = z.record(z.string().max(40), z.union([z.string().max(120), z.number(), z.boolean(), z.null()]))
export type AuditRef = z.infer<typeof AuditRef>

/** One line of the gateway's record of who did what. `hash` is SHA-256 over the hash of the line before and this line's own content. */
export const AuditEntry = z.object({
  /** Counts from 1 without gaps. */
  n: z.number().int().positive(),
  at: Millis,
  /** null: nobody who is known, such as a sign-in under a name that there is not. */
  accountId: z.string().max(64).nullable(),
  /** The person's name at that time. */
  name: z.string().max(80),
  /** null: not from a seat. */
  seatId: z.string().max(64).nullable(),
  /** A call of the protocol, or `sign-in`, `sign-out`, `join`. */
  what: z.string().max(64),
  ref: AuditRef,
  /** `done`, what the call answered (`conflict`, `proposed`), or the code of a refusal. */
  outcome: z.string().max(64),
  /** 64 hex digits. */
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Is the record whole? `brokenAt`: the first line that is not as it was written, or that is missing. */
export const AuditState = z.object({ lines: z.number().int().nonnegative(), head: z.string(), brokenAt: z.number().int().positive().nullable() })
export type AuditState = z.infer<typeof AuditState>
