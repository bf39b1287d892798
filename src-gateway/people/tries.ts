import type { ReadTx, WriteTx } from '../store/store.ts'

/** Tries in a row that cost nothing, and the longest wait, in milliseconds. */
const FREE = { name: 5, address: 30 }
const LONGEST_WAIT_MS = 15 * 60_000

type Kind = keyof typeof FREE
export interface TriedBy { kind: Kind; key: string }

const waitAfter = (kind: Kind, failed: number): number => (failed < FREE[kind] ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failed - FREE[kind])))

/** The wait that is left. A clock that was set back neither opens the door nor bars it for longer than the longest wait. */
async function waitLeft(tx: ReadTx, now: number, { kind, key }: TriedBy): Promise<number> {
  const tries = await tx.people.tries(key)
  return tries === null || tries.failed < FREE[kind] ? 0 : Math.min(LONGEST_WAIT_MS, Math.max(0, tries.until - now))
}

/**
 * Counts a try as failed before it is made, so that a hundred at once are a hundred.
 * @returns false: it comes too early and was not counted
 */
export async function countTry(tx: WriteTx, now: number, by: readonly TriedBy[]): Promise<boolean> {
  for (const each of by) {
    const left = await waitLeft(tx, now, each)
    if (left === 0) continue
    const tries = await tx.people.tries(each.key)
    // Written anew, so that the wait ends also where the clock had been set back.
    if (tries !== null && tries.until > now + left) await tx.people.putTries(each.key, { ...tries, until: now + left })
    return false
  }
  for (const { kind, key } of by) {
    const failed = ((await tx.people.tries(key))?.failed ?? 0) + 1
    await tx.people.putTries(key, { failed, until: now + waitAfter(kind, failed) })
  }
  return true
}

/** It was right: the name begins anew, the address is only given back this one try. */
export async function forgiveTry(tx: WriteTx, now: number, by: readonly TriedBy[]): Promise<void> {
  for (const { kind, key } of by) {
    const failed = ((await tx.people.tries(key))?.failed ?? 1) - 1
    if (kind === 'name' || failed === 0) await tx.people.dropTries(key)
    else await tx.people.putTries(key, { failed, until: now })
  }
}
