import type { Order } from '../../../src-shared/domain/order.ts'
import { formatOf, local, money } from './format.ts'
import { maskName, maskPhone } from './mask.ts'

type Place = { language: string; timeZone: string }

/** An order as a model may see it: no memo, no street, phone and name masked, times of the place. */
export function orderFacts(order: Order, place: Place): Record<string, unknown> {
  const at = (value: number | null): string | null => (value === null ? null : stamp(value, place.timeZone))
  return {
    orderNo: order.no, status: order.status, placedAt: at(order.placedAt), paidAt: at(order.paidAt), promisedShipBy: at(order.promisedShipBy),
    shippedAt: at(order.shippedAt), deliveredAt: at(order.deliveredAt), total: money(order.total, place.language),
    items: order.items.map((item) => ({ productId: item.productId, title: local(item.title, place.language), variant: local(item.variant, place.language), quantity: item.quantity, price: money(item.price, place.language) })),
    recipient: { name: maskName(order.address.name), phone: maskPhone(order.address.phone), region: order.address.region },
    logistics: logisticsFacts(order, place),
    afterSale: order.afterSale && { kind: order.afterSale.kind, status: order.afterSale.status, amount: money(order.afterSale.amount, place.language), requestedAt: at(order.afterSale.requestedAt) },
  }
}

/** The parcel with its latest five scans; null when there is none. */
export function logisticsFacts(order: Order, place: Place): Record<string, unknown> | null {
  const parcel = order.logistics
  if (!parcel) return null
  return {
    carrier: local(parcel.carrier, place.language), trackingNo: parcel.trackingNo, status: parcel.status,
    carrierEstimate: parcel.etaAt === null ? null : stamp(parcel.etaAt, place.timeZone),
    latestScans: parcel.events.slice(-5).map((event) => ({ at: stamp(event.at, place.timeZone), text: local(event.text, place.language) })),
  }
}

/** `2026-11-23 10:00` in the zone. */
export const stamp = (at: number, timeZone: string): string => formatOf('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
