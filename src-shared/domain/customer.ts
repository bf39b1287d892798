import { z } from 'zod'
import { Millis } from './text.ts'

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
  /** On the shop's own list of buyers whom a supervisor looks at first; absent: not. */
  blacklisted: z.boolean().optional(),
})
export type Customer = z.infer<typeof Customer>
