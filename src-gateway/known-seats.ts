import { z } from 'zod'
import type { ReadTx, Store } from './store/store.ts'

const NAME = 'seats'
const HOUR_MS = 3_600_000
/** A seat that was not here for so long is none any more. */
const GONE_MS = 14 * 24 * HOUR_MS

/** When each seat was here last. */
const Seen = z.record(z.string(), z.number())

async function seen(tx: ReadTx): Promise<z.infer<typeof Seen>> {
  const text = await tx.meta(NAME)
  return text === null ? {} : Seen.parse(JSON.parse(text))
}

/** Notes that a seat is here; at most once an hour it is written down. */
export async function noteSeat(store: Store, seatId: string, now: number): Promise<void> {
  const isNoted = (seats: z.infer<typeof Seen>): boolean => now - (seats[seatId] ?? Number.NEGATIVE_INFINITY) < HOUR_MS
  if (isNoted(await store.read(seen))) return
  await store.write(async (tx) => {
    const seats = Object.entries({ ...(await seen(tx)), [seatId]: now }).filter(([, at]) => now - at < GONE_MS)
    await tx.setMeta(NAME, JSON.stringify(Object.fromEntries(seats)))
  })
}

/** Was another seat here lately? */
export const otherSeats = async (tx: ReadTx, seatId: string, now: number): Promise<boolean> =>
  Object.entries(await seen(tx)).some(([id, at]) => id !== seatId && now - at < GONE_MS)
