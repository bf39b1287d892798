import { z } from 'zod'
import { PROMISE_KINDS, type PromiseKind } from '../../../src-shared/domain/follow-up.ts'

const hhmm = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
/** Hours are hours in which the shop is open; working days end with the office. */
const Term = z.union([z.strictObject({ hours: z.number().positive() }), z.strictObject({ workingDays: z.number().int().positive() })])
export type Term = z.infer<typeof Term>

const Terms = z.object({
  version: z.number().int().positive(),
  /** When somebody answers, every day: a day without a time ends at `to`. */
  hours: z.object({ from: hhmm, to: hhmm }),
  /** Working days (0 Sunday .. 6 Saturday) and when they end. */
  office: z.object({ days: z.array(z.number().int().min(0).max(6)).min(1), to: hhmm }),
  /** How long before it is due a promise calls for attention, in minutes. */
  alarmMinutes: z.number().int().min(1).max(24 * 60),
  /** By when a promise without a time is to be kept. */
  defaults: z.object(Object.fromEntries(PROMISE_KINDS.map((kind) => [kind, Term])) as Record<PromiseKind, typeof Term>),
})
export type Terms = z.infer<typeof Terms>

/** Parses `resources/promises/terms.json`. @throws ZodError naming what is wrong. */
export const parseTerms = (file: unknown): Terms => Terms.parse(file)
