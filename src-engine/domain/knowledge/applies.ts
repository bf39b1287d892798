import type { Article } from '../../../src-shared/domain/article.ts'

/** What narrows a search down to the articles that apply. */
export interface Circumstances {
  /** Default `any`. What is quoted to a customer must be asked for with `customer`. */
  audience?: 'customer' | 'internal' | 'any'
  /** Where the customer's parcels go; articles for the others are left out. null: not known. */
  buyer?: 'mainland' | 'overseas' | null
  /** Milliseconds; articles that do not hold then are left out. Absent: all are looked at. */
  at?: number
  /** The customer's channel; articles of other channels are left out. Absent: not known. */
  channel?: string
}

/** Does an article hold in these circumstances? What is not known of them leaves nothing out. */
export function applies(article: Article, { audience = 'any', buyer = null, at, channel }: Circumstances): boolean {
  if (audience !== 'any' && article.audience !== audience) return false
  if (buyer !== null && article.buyers !== undefined && article.buyers !== buyer) return false
  if (at !== undefined && (at < (article.validFrom ?? 0) || at >= (article.validTo ?? Number.POSITIVE_INFINITY))) return false
  const channels = article.channels ?? []
  return channel === undefined || channels.length === 0 || channels.includes(channel)
}
