import { z } from 'zod'
import { LocalText, Millis } from './text.ts'

/** A knowledge article. Only `customer` articles may be quoted to a customer. */
export const Article = z.object({
  id: z.string(),
  version: z.number().int().positive(),
  title: LocalText,
  /** Plain text; paragraphs separated by an empty line. */
  body: LocalText,
  audience: z.enum(['customer', 'internal']),
  /** Topic codes this article answers (see domain/triage.ts). */
  topics: z.array(z.string()),
  productIds: z.array(z.string()),
  /** Only customers whose parcels go there are told it; absent: everybody. */
  buyers: z.enum(['mainland', 'overseas']).optional(),
  /** It holds from the first instant up to, not including, the second; absent: without such an end. */
  validFrom: Millis.optional(),
  validTo: Millis.optional(),
  /** Only customers of these channels are told it; absent or empty: all. */
  channels: z.array(z.string()).optional(),
})
export type Article = z.infer<typeof Article>

/** now: it holds · later: not yet · no-more: it has expired. */
export const ArticleHolds = z.enum(['now', 'later', 'no-more'])
export type ArticleHolds = z.infer<typeof ArticleHolds>
