import { z } from 'zod'
import { LocalText } from './text.ts'

/** Why a workflow cannot be saved. `node`: where, null: the whole. `field`: which of its fields or ports. */
export const Problem = z.object({ code: z.string(), node: z.string().nullable(), field: z.string().nullable(), say: LocalText })
export type Problem = z.infer<typeof Problem>
