import type { SeatParams } from '../src-shared/wire/seat.ts'
import { appendCustomer } from './identity.ts'
import { once } from './once.ts'
import { refuse } from './refusals.ts'
import type { WriteTx } from './store/store.ts'

/** Puts a buyer on the list of those whom a supervisor looks at first, or takes them off it, once per request id. @throws AppError `not-found` */
export async function watchCustomer(tx: WriteTx, now: number, { id, customerId, watch, name }: SeatParams<'customer.watch'>): Promise<number> {
  return once(tx, id, async () => {
    const customer = await tx.customer(customerId)
    if (customer === null) throw refuse('not-found')
    const { blacklisted, ...known } = customer
    await tx.putCustomer({ ...known, ...(watch !== null && blacklisted !== undefined ? { blacklisted } : {}), watch: watch && { ...watch, by: name, at: now } })
    await appendCustomer(tx, now, customerId)
    return tx.head()
  })
}
