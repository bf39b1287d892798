import { z } from 'zod'

/** What of a customer's history and wishes shapes a draft; `domain/drafting/manner.ts` tells by which rule. Order is display order. */
export const MANNERS = ['member', 'again', 'short', 'no-calls', 'own-language'] as const
export const Manner = z.enum(MANNERS)
export type Manner = z.infer<typeof Manner>
