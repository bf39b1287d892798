import type { Order } from '../../../src-shared/domain/order.ts'

export const STEPS = ['paid', 'shipped', 'in-transit', 'out-for-delivery', 'delivered'] as const
export type Step = (typeof STEPS)[number]

/** How far a parcel came (index into STEPS, -1: not even paid) and whether it goes on, needs a look, or is over. */
export interface Progress {
  reached: number
  state: 'going' | 'trouble' | 'arrived' | 'over'
}

/** The line that is drawn for an order; says only what order and carrier say. */
export function progressOf(order: Pick<Order, 'status' | 'logistics'>): Progress {
  const parcel = order.logistics?.status
  if (order.status === 'cancelled') return { reached: -1, state: 'over' }
  if (parcel === 'stuck' || parcel === 'lost') return { reached: 2, state: 'trouble' }
  if (parcel === 'returned') return { reached: 2, state: 'over' }
  if (parcel === 'delivered' || order.status === 'delivered' || order.status === 'completed') return { reached: 4, state: 'arrived' }
  if (parcel === 'out-for-delivery') return { reached: 3, state: 'going' }
  if (parcel === 'in-transit') return { reached: 2, state: 'going' }
  if (parcel === 'picked-up' || order.status === 'shipped') return { reached: 1, state: 'going' }
  if (order.status === 'refunded') return { reached: 0, state: 'over' }
  return { reached: order.status === 'unpaid' ? -1 : 0, state: 'going' }
}
