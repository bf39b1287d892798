import { z } from 'zod'
import { Millis } from './text.ts'

/** Why a buyer is looked at by a person first, who said so, and until when; `until` null: until somebody takes it back. Never told to the buyer. */
export const Watch = z.object({ reason: z.string().trim().min(2).max(200), by: z.string().max(80), at: Millis, until: Millis.nullable() })
export type Watch = z.infer<typeof Watch>

/** A customer of the shop, as the shop's system gives it. */
export const Customer = z.object({
  id: z.string(),
  name: z.string(),
  /** ISO 639-1. */
  language: z.string(),
  level: z.enum(['new', 'regular', 'silver', 'gold']),
  phone: z.string(),
  since: Millis,
  note: z.string(),
  /** On a list that came with the shop's records, of buyers whom a supervisor looks at first; absent: not. */
  blacklisted: z.boolean().optional(),
  /** On the list that supervisors keep here; null or absent: not. */
  watch: Watch.nullable().optional(),
})
export type Customer = z.infer<typeof Customer>

/** Does a supervisor look first, whatever is asked? */
export const isWatched = ({ blacklisted, watch }: Pick<Customer, 'blacklisted' | 'watch'>, now: number): boolean => blacklisted === true || (watch !== null && watch !== undefined && (watch.until === null || watch.until > now))
