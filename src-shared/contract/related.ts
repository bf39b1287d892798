import { z } from 'zod'
import { LocalText } from '../domain/text.ts'
import { FoundArticle } from './found.ts'

/** Why two articles belong together; the strongest reason comes first. */
export const Association = z.discriminatedUnion('kind', [
  /** One names the other by its title or id. */
  z.object({ kind: z.literal('link') }),
  /** Sent replies that quoted both. */
  z.object({ kind: z.literal('cited'), times: z.number().int().positive() }),
  z.object({ kind: z.literal('product'), names: z.array(LocalText) }),
  /** Words that both have and few others. */
  z.object({ kind: z.literal('words'), words: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }) }),
])
export type Association = z.infer<typeof Association>

export const RELATED_CALLS = {
  /** Articles that belong to this one, each with why; the strongest first. None for an article that is not here. */
  'article.related': {
    params: z.object({ id: z.string(), limit: z.number().int().min(1).max(20) }),
    result: z.object({ related: z.array(z.object({ article: FoundArticle, reasons: z.array(Association).min(1) })) }),
  },
} as const
export type RelatedCalls = typeof RELATED_CALLS
