import type { WriteTx } from './store/store.ts'

/** Does a seat's request the first time that its id is seen. @returns the number of its event, each time the same. */
export async function once(tx: WriteTx, id: string, work: () => Promise<number>): Promise<number> {
  const done = await tx.request(id)
  if (done !== null) return done
  const n = await work()
  await tx.putRequest(id, n)
  return n
}
