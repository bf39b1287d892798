import { z } from 'zod'
import { Override } from '../domain/autonomy.ts'

/** Whoever wrote words that the guard stops stands by them: a supervisor is asked, or whoever may decide reviews sends them for a reason. */
export const StandsBy = z.discriminatedUnion('how', [z.object({ how: z.literal('review') }), z.object({ how: z.literal('override'), reason: Override.shape.reason })])
export type StandsBy = z.infer<typeof StandsBy>
