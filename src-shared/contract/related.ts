import { z } from 'zod'
import { Association } from '../domain/association.ts'
import { FoundArticle } from './found.ts'

export const RELATED_CALLS = {
  /** Articles that belong to this one, each with why; the strongest first. None for an article that is not here. */
  'article.related': {
    params: z.object({ id: z.string(), limit: z.number().int().min(1).max(20) }),
    result: z.object({ related: z.array(z.object({ article: FoundArticle, reasons: z.array(Association).min(1) })) }),
  },
} as const
export type RelatedCalls = typeof RELATED_CALLS
