import type { ZodType } from 'zod'
import type { AfterSaleCase } from '../../../src-shared/domain/case.ts'
import type { CommercePort } from '../../../src-shared/domain/commerce-port.ts'
import type { Customer } from '../../../src-shared/domain/customer.ts'
import type { Order } from '../../../src-shared/domain/order.ts'
import type { LocalText } from '../../../src-shared/domain/text.ts'
import type { ShopNews } from '../shop-kind.ts'

const UNREADABLE: LocalText = { zh: '平台的这一条与文档不符，读不懂。', en: 'This one is not as the platform documents it and is not understood.' }

export interface News { orders: { order: Order; customer: Customer }[]; cases: AfterSaleCase[]; broken: ShopNews['broken'][number][] }
export const noNews = (): News => ({ orders: [], cases: [], broken: [] })

/** Reads one thing; what is not as documented is set aside whole, and the rest goes on. */
export function understood<T>(shape: ZodType<T>, raw: unknown, externalId: string, news: News): T | null {
  const parsed = shape.safeParse(raw)
  if (parsed.success) return parsed.data
  news.broken.push({ externalId, why: UNREADABLE, body: JSON.stringify(raw) ?? '' })
  return null
}

/** Of a platform whose goods are not read: the order itself tells what was bought. */
export const NO_GOODS: Pick<CommercePort, 'products' | 'stock'> = { products: async () => [], stock: async () => null }
