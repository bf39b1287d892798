import { z } from 'zod'
import { LocalText } from './text.ts'

/** Why two articles belong together; the strongest reason comes first. */
export const Association = z.discriminatedUnion('kind', [
  /** One names the other by its title or id. */
  z.object({ kind: z.literal('link') }),
  /** Sent replies that quoted both. */
  z.object({ kind: z.literal('cited'), times: z.number().int().positive() }),
  z.object({ kind: z.literal('product'), names: z.array(LocalText) }),
  /** Topics of triage that both answer and few others do, the rarest first. */
  z.object({ kind: z.literal('topic'), topics: z.array(z.string()) }),
  /** Words that both have and few others. */
  z.object({ kind: z.literal('words'), words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }) }),
])
export type Association = z.infer<typeof Association>
