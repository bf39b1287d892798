import type { Incident, IncidentScope } from './incident.ts'
import type { Order } from './order.ts'

/** Orders older than this are not meant by an incident that names neither numbers nor dates, in milliseconds. */
export const RECENT_MS = 30 * 86_400_000

/** What of an order an incident looks at. */
export type IncidentOrder = Pick<Order, 'no' | 'placedAt' | 'status' | 'items' | 'address' | 'logistics'>

/** What is known of a conversation. */
export interface IncidentCase {
  /** Of the verified customer; empty of anybody else. */
  orders: readonly IncidentOrder[]
  /** Topics of the conversation, the open one among them. */
  topics: readonly string[]
  /** Number of the order that is spoken of; null: none. */
  aboutOrder: string | null
}

/** Does it hold at this moment (gateway time)? Whoever hears of it hears that it was opened, also a desk whose clock is a little behind. */
export const isIncidentOpen = ({ endsAt, endedAt }: Pick<Incident, 'endsAt' | 'endedAt'>, now: number): boolean => now < Math.min(endsAt, endedAt ?? endsAt)

/** Written alike: width, case and spaces do not tell names apart. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·.,，、-]+/gu, '')
const holds = (texts: readonly string[], names: readonly string[]): boolean => names.some((name) => plain(name) !== '' && texts.some((text) => plain(text).includes(plain(name))))

/** Goods that were never sent, or came back, are past any delay or fault. */
const OVER: ReadonlySet<string> = new Set(['cancelled', 'refunded'])

function placed({ orderNos, placedFrom, placedTo }: IncidentScope, { no, placedAt, status }: IncidentOrder, openedAt: number): boolean {
  if (orderNos.length > 0) return orderNos.some((listed) => plain(listed) === plain(no)) && placedAt >= (placedFrom ?? 0) && placedAt < (placedTo ?? Number.POSITIVE_INFINITY)
  if (OVER.has(status)) return false
  return placedAt >= (placedFrom ?? openedAt - RECENT_MS) && placedAt < (placedTo ?? Number.POSITIVE_INFINITY)
}

/** Is this order affected? */
export function isAffected({ scope, openedAt }: Pick<Incident, 'scope' | 'openedAt'>, order: IncidentOrder): boolean {
  const { productIds, carriers, regions } = scope
  return placed(scope, order, openedAt)
    && (productIds.length === 0 || order.items.some((item) => productIds.includes(item.productId)))
    && (carriers.length === 0 || (order.logistics !== null && holds([order.logistics.carrier.zh, order.logistics.carrier.en], carriers)))
    && (regions.length === 0 || holds([order.address.region], regions))
}

/** Does the scope ask for anything of an order, or of topics alone? */
export const asksForOrder = ({ orderNos, productIds, carriers, regions, placedFrom, placedTo }: IncidentScope): boolean =>
  orderNos.length + productIds.length + carriers.length + regions.length > 0 || placedFrom !== null || placedTo !== null

/** A scope that says nothing would fit everybody. */
export const isScopeEmpty = (scope: IncidentScope): boolean => !asksForOrder(scope) && scope.topics.length === 0

/** How an incident touches a conversation; `orderNo` null: by its topic alone. */
export interface IncidentMatch { orderNo: string | null }

/**
 * Does an incident touch this conversation, and by which order: the one that is spoken of where it is affected, else the
 * newest that is. Pure; the same on every desk and offline. null: it does not.
 */
export function matchIncident(incident: Pick<Incident, 'scope' | 'openedAt'>, { orders, topics, aboutOrder }: IncidentCase): IncidentMatch | null {
  const { scope } = incident
  if (isScopeEmpty(scope)) return null
  if (scope.topics.length > 0 && !scope.topics.some((topic) => topics.includes(topic))) return null
  if (!asksForOrder(scope)) return { orderNo: null }
  const affected = orders.filter((order) => isAffected(incident, order)).sort((a, b) => b.placedAt - a.placedAt)
  const order = affected.find(({ no }) => no === aboutOrder) ?? affected[0]
  return order ? { orderNo: order.no } : null
}

/** Order numbers out of a pasted list: one a line, or parted by commas, semicolons, tabs or spaces. Each once. */
export const orderNosIn = (pasted: string): string[] => [...new Set(pasted.split(/[\s,;，；、]+/u).map((one) => one.trim()).filter((one) => one !== ''))]

/** The names in a field, parted by commas, semicolons or lines; a name may hold spaces. */
export const namesIn = (typed: string): string[] => [...new Set(typed.split(/[\n\t,;，；、]+/u).map((one) => one.trim()).filter((one) => one !== ''))]
