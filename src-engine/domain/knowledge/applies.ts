import type { Article, ArticleHolds } from '../../../src-shared/domain/article.ts'
import type { Order } from '../../../src-shared/domain/order.ts'

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

/** @param at milliseconds */
export function holdsAt({ validFrom, validTo }: Article, at: number): ArticleHolds {
  if (validTo !== undefined && at >= validTo) return 'no-more'
  return validFrom !== undefined && at < validFrom ? 'later' : 'now'
}

/** Where the customer's parcels go; null when nothing is known. Numbers of other countries are written with their code. */
function buyerOf(orders: readonly Order[]): 'mainland' | 'overseas' | null {
  const [newest] = [...orders].sort((a, b) => b.placedAt - a.placedAt)
  return newest ? (newest.address.phone.startsWith('+') ? 'overseas' : 'mainland') : null
}

/** What holds for one customer, now. @param orders as far as they may be spoken of @param channel undefined: not known */
export const circumstancesOf = ({ orders, now, channel }: { orders: readonly Order[]; now: number; channel: string | undefined }): Circumstances =>
  ({ buyer: buyerOf(orders), at: now, ...(channel === undefined ? {} : { channel }) })

/** Does an article hold in these circumstances? What is not known of them leaves nothing out. */
export function applies(article: Article, { audience = 'any', buyer = null, at, channel }: Circumstances): boolean {
  if (audience !== 'any' && article.audience !== audience) return false
  if (buyer !== null && article.buyers !== undefined && article.buyers !== buyer) return false
  if (at !== undefined && holdsAt(article, at) !== 'now') return false
  const channels = article.channels ?? []
  return channel === undefined || channels.length === 0 || channels.includes(channel)
}
